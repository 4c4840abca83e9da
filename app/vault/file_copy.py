# SPDX-License-Identifier: MIT
"""A large file copied in parts, onto the disk, with what the system is asked for passed in."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import ExportFailed, NoRoom
from app.vault.disk import PRIVATE_FILE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CHUNK_BYTES = 4 * 1024 * 1024
SYNCED_BYTES = 16 * 1024 * 1024  # what a slow stick writes in two seconds: Hide waits for no more
SPARE_BYTES = 1024 * 1024  # key files and folders


def send(source: int, target: int, start: int, count: int) -> int:
    """Bytes of one open file stand in another. Returns: how many; 0 at the end."""
    if sys.platform == "linux":
        return os.sendfile(target, source, start, count)
    else:  # noqa: RET505 - the type checker follows sys.platform only through if and else
        os.lseek(source, start, os.SEEK_SET)
        return os.write(target, os.read(source, count))


@dataclass(frozen=True, slots=True)
class Files:
    """What is asked of the system; a test passes others."""

    send: Callable[[int, int, int, int], int] = send
    sync: Callable[[int], None] = os.fsync
    free: Callable[[Path], int] = lambda place: shutil.disk_usage(place).free


def copy_file(source: Path, out: Path, heard: Callable[[int], object], files: Files) -> None:
    """The bytes stand in a new private file, on the disk.

    Args:
        source: what is copied; nobody may write to it meanwhile.
        out: must not be there.
        heard: told how many bytes are done, before each part and at the end; what it raises ends the copying.
        files: what is asked of the system.

    Raises:
        OSError: as the system says.
        ExportFailed: the file became shorter.
    """
    with source.open("rb") as taken, os.fdopen(_new_file(out), "wb") as given:
        total = os.fstat(taken.fileno()).st_size
        done = synced = 0
        while done < total:
            heard(done)
            sent = files.send(taken.fileno(), given.fileno(), done, min(CHUNK_BYTES, total - done))
            if not sent:
                raise ExportFailed("the file became shorter")
            done += sent
            if done - synced >= SYNCED_BYTES:
                files.sync(given.fileno())
                synced = done
        files.sync(given.fileno())
    heard(done)


def check_room(needed_bytes: int, place: Path, files: Files) -> None:
    """There is room for so much.

    Raises:
        NoRoom: there is not.
    """
    needed = needed_bytes + SPARE_BYTES
    if files.free(place) < needed:
        raise NoRoom(needed)


def _new_file(out: Path) -> int:
    return os.open(out, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), PRIVATE_FILE)
