# SPDX-License-Identifier: MIT
"""Bytes to a file that is whole or not there."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from app.errors import DiskFull, ExportFailed
from app.hashing import sha256_of

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


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
        part.replace(out)
    except OSError as error:
        raise _named(error) from error
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


def _named(error: OSError) -> DiskFull | ExportFailed:
    """Return the failure by its name."""
    if error.errno in NO_ROOM:
        return DiskFull("no room for the report")
    return ExportFailed(f"could not be written: {error.strerror or type(error).__name__}")
