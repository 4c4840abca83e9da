# SPDX-License-Identifier: MIT
"""A second process that adds exhibits and says so after each; made to be killed.

    python -m tests.faults.writer FOLDER PASSPHRASE PICTURE_BYTES [ROOM_BYTES [RUN]]

With ROOM_BYTES its files may not grow beyond that, until it was told so once; then it goes on.
With RUN it adds the frames of one conversation.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from app.errors import DiskFull
from app.vault import Vault
from tests.fakes.acquisitions import acquisition
from tests.fakes.clock import FakeClock
from tests.fakes.runs import frame


def main() -> None:
    folder, passphrase, size = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    vault = Vault.open(folder, passphrase, clock=FakeClock(), tool="Safehold 0.1.0")
    if len(sys.argv) > 4:
        until_full(vault, size, int(sys.argv[4]))
        add(vault, size)
        vault.close()
        return
    while True:
        add(vault, size)


def add(vault: Vault, size: int) -> None:
    if len(sys.argv) > 5:
        exhibit = vault.add_frame(frame(1, sys.argv[5], data=os.urandom(size)), thumbnail=os.urandom(2_000))
    else:
        exhibit = vault.add_exhibit(acquisition(os.urandom(size)), thumbnail=os.urandom(2_000))
    new = exhibit.originals[-1]
    sys.stdout.write(f"{new.ref} {new.record.content.sha256}\n")
    sys.stdout.flush()


def until_full(vault: Vault, size: int, room: int) -> None:
    import resource  # noqa: PLC0415 - not on Windows

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        while True:
            add(vault, size)
    except DiskFull:
        sys.stdout.write("full\n")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


if __name__ == "__main__":
    main()
