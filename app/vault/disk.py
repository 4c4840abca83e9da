# SPDX-License-Identifier: MIT
"""Files of the vault folder: private to the person, whole or absent, and errors by their names."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from typing import TYPE_CHECKING

from app.errors import (
    ComputerBusy,
    DiskFull,
    FolderReadOnly,
    VaultDamaged,
    VaultExists,
    VaultMissing,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.errors import EvidenceError

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600

_MEANING: dict[int, type[EvidenceError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EACCES: FolderReadOnly,
    errno.EPERM: FolderReadOnly,
    errno.EROFS: FolderReadOnly,
    errno.ENOTEMPTY: VaultExists,
    errno.EEXIST: VaultExists,
    errno.ENOENT: VaultMissing,  # a stick that was pulled out
    errno.ENODEV: VaultMissing,
    errno.ENXIO: VaultMissing,
    errno.ENOTCONN: VaultMissing,
    errno.ETIMEDOUT: VaultMissing,
    errno.EMFILE: ComputerBusy,
    errno.ENFILE: ComputerBusy,
    errno.ENOMEM: ComputerBusy,
    errno.EAGAIN: ComputerBusy,
}


@contextlib.contextmanager
def disk_errors() -> Iterator[None]:
    """Errors of the operating system come out as errors with words for the person.

    Raises:
        DiskFull: no room.
        FolderReadOnly: no permission to write.
        VaultExists, VaultMissing: the name is taken, or leads nowhere any more.
        ComputerBusy: no memory or no open file left.
        VaultDamaged: the disk could not read or write, or anything else.
    """
    try:
        yield
    except OSError as error:
        number = error.errno or 0
        raise _MEANING.get(number, VaultDamaged)(errno.errorcode.get(number, f"{number}")) from error


def write_whole(path: Path, data: bytes) -> None:
    """The file holds exactly these bytes, also after a power cut; before that, exactly the old ones.

    Raises:
        DiskFull, FolderReadOnly: nothing was changed.
    """
    part = path.with_name(f"{path.name}.part")
    with disk_errors():
        try:
            _write_through(part, data)
            part.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def make_private_file(path: Path) -> None:
    """The file exists and only this person may read it; what it holds is left alone."""
    with disk_errors():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, PRIVATE_FILE))


def append_line(path: Path, line: str) -> None:
    """The line stands at the end of the file."""
    handle = os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, PRIVATE_FILE)
    with os.fdopen(handle, "a", encoding="ascii") as file:
        file.write(f"{line}\n")


def sync_folder(folder: Path) -> None:
    """The names in the folder survive a power cut, where the system can promise that."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def no_core_dumps() -> None:
    """A crash leaves no picture of memory on the disk; said before the first secret is in it."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _write_through(path: Path, data: bytes) -> None:
    """Write a new private file and wait until the disk has it."""
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
