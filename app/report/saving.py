# SPDX-License-Identifier: MIT
"""Bytes to a file that is whole or not there."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from app.errors import DiskFull, ExportFailed
from app.hashing import sha256_of
from app.vault.disk import sync_folder

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
CANNOT_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM})  # some network folders


def save_bytes(data: bytes, place: str | Path) -> str:
    """Write the bytes, read them back, and return their hash value.

    Raises:
        DiskFull: no room.
        ExportFailed: they could not be written, or what was read back differs. What stood there is untouched.
    """
    out = Path(place)
    part = out.with_name(f"{out.name}.part")
    try:
        _write(part, data)
        if part.read_bytes() != data:
            raise ExportFailed("the file is not what was written")
        put_in_place(part, out)
    except OSError as error:
        raise named(error, "report") from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    return sha256_of(data)


def _write(part: Path, data: bytes) -> None:
    """Put the bytes on the disk."""
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def put_in_place(part: Path, out: Path) -> None:
    """The file stands under its name, also after a power cut where the system can promise that.

    Raises:
        OSError: it does not stand there.
    """
    part.replace(out)
    try:
        sync_folder(out.parent)
    except OSError as error:
        if error.errno in CANNOT_SYNC:
            return
        with contextlib.suppress(OSError):
            out.unlink()
        raise


def named(error: OSError, what: str) -> DiskFull | ExportFailed:
    """Return the failure of writing a report or package by its name."""
    if error.errno in NO_ROOM:
        return DiskFull(f"no room for the {what}")
    return ExportFailed(f"the {what} could not be written: {error.strerror or type(error).__name__}")
