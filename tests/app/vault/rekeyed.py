# SPDX-License-Identifier: MIT
"""A process that changes the key of a vault and is killed at a step: ``rekeyed FOLDER OLD NEW STEP N``."""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

from app.vault import Vault
from tests.app.vault.conftest import TOOL
from tests.fakes.clock import FakeClock


def main() -> None:
    """End at the N-th time that the step is done."""
    folder, old, new, step, n = sys.argv[1:]
    seen: list[str] = []

    def at(done: str) -> None:
        seen.append(done)
        if seen.count(step) == int(n):
            os.kill(os.getpid(), signal.SIGKILL)

    vault = Vault.open(Path(folder), old, clock=FakeClock(), tool=TOOL)
    vault.rekey(new, lambda _share: None, threading.Event(), at)


if __name__ == "__main__":
    main()
