# SPDX-License-Identifier: MIT
"""A locked copy of the whole case in a new folder: whole, read back and checked, or not there.

The file is copied as it is, encrypted, while a reader holds it still (``Database.at_rest``): whoever takes
pictures meanwhile waits for nothing. What is not finished is called ``.part``.
Source: evidence.md, section 3; docs/adr/0019-backups-copy-the-encrypted-file.md.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import Cancelled, ExportFailed, FolderReadOnly, NoRoom
from app.hashing import sha256_of_parts
from app.vault import ledger
from app.vault.copy_check import check_copy
from app.vault.disk import PRIVATE_FILE, PRIVATE_FOLDER, sync_folder
from app.vault.keyfile import NAMES, write_header
from app.vault.opening import DATABASE

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from app.vault.keyslots import Header
    from app.vault.reading import Reader

CHUNK_BYTES = 4 * 1024 * 1024
SYNCED_BYTES = 16 * 1024 * 1024  # what a slow stick writes in two seconds: Hide waits for no more
SPARE_BYTES = 1024 * 1024  # key files and folders
COPIED_SHARE = 0.5  # of the bar; the rest is the check
MOST_A_DAY = 99


@dataclass(frozen=True, slots=True)
class Still:
    """A case that is held still: its file does not change while the reader is open."""

    database: Path
    reader: Reader
    header: Header
    key: bytes


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A finished copy, and what its record says."""

    folder: Path
    sha256: str
    size: int
    root: str


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


def back_up(
    still: Still,
    folder: Path,
    progress: Callable[[float], None],
    cancelled: threading.Event,
    files: Files | None = None,
) -> BackedUp:
    """Return the copy that now stands in this folder, which was not there before.

    Raises:
        NoRoom: there is not enough room; nothing was written.
        ExportFailed: it could not be written, or is not what was to be copied; nothing is left of it.
        FolderReadOnly: nothing may be written there.
        Cancelled, VaultLocked: stopped, or locked meanwhile; nothing is left of it.
    """
    files = files or Files()
    part = folder.with_name(f"{folder.name}.part")
    with _named(), _whole_or_gone(part):
        check_room(still.database.stat().st_size, folder.parent, files)
        part.mkdir(mode=PRIVATE_FOLDER)
        copy_file(still, part / DATABASE, lambda share: progress(share * COPIED_SHARE), cancelled, files)
        write_header(part, still.header)
        sync_folder(part)
        rest = 1.0 - COPIED_SHARE
        standing = check_copy(part, still.key, lambda share: progress(COPIED_SHARE + share * rest), cancelled)
        kept = still.reader.record_count, ledger.root(still.reader.connection)
        if (standing.size, standing.root) != kept or standing.damaged or standing.differing:
            raise ExportFailed("the copy is not what was copied")
        with (part / DATABASE).open("rb") as file:
            sha256 = sha256_of_parts(iter(lambda: file.read(CHUNK_BYTES), b""))
        part.rename(folder)
        sync_folder(folder.parent)
    return BackedUp(folder, sha256, *kept)


def copy_file(
    still: Still, out: Path, progress: Callable[[float], None], cancelled: threading.Event, files: Files
) -> None:
    """The file stands there as it is held, on the disk.

    Raises:
        OSError: as the system says.
        Cancelled, VaultLocked: stopped, or locked meanwhile.
    """
    with still.database.open("rb") as source, os.fdopen(_new_file(out), "wb") as target:
        total = os.fstat(source.fileno()).st_size
        done = unsynced = 0
        while done < total:
            if cancelled.is_set():
                raise Cancelled("copying")
            still.reader.record_count  # noqa: B018 - a lock meanwhile ends it here
            sent = files.send(source.fileno(), target.fileno(), done, min(CHUNK_BYTES, total - done))
            if not sent:
                raise ExportFailed("the file became shorter")
            done, unsynced = done + sent, unsynced + sent
            if unsynced >= SYNCED_BYTES:
                files.sync(target.fileno())
                unsynced = 0
            progress(done / total)
        files.sync(target.fileno())


def check_room(needed_bytes: int, place: Path, files: Files) -> None:
    """There is room for so much.

    Raises:
        NoRoom: there is not.
    """
    needed = needed_bytes + SPARE_BYTES
    if files.free(place) < needed:
        raise NoRoom(needed)


def folder_for(place: Path, vault: Path, day: date) -> Path:
    """Return the folder for a copy made on this day; one that is there is never touched.

    Raises:
        ExportFailed: there are too many of this day.
    """
    stem = vault.name.removesuffix(vault.suffix)
    for n in range(1, MOST_A_DAY + 1):
        number = f"-{n}" if n > 1 else ""
        folder = place / f"{stem}-{day.isoformat()}{number}{vault.suffix}"
        if not folder.exists():
            return folder
    raise ExportFailed("too many copies of one day")


def is_same_disk(place: Path, vault: Path) -> bool:
    """Whether both are lost together."""
    try:
        return place.stat().st_dev == vault.stat().st_dev
    except OSError:
        return False


def discard(folder: Path) -> None:
    """A copy that is not in the log is not left either; only what was written here is removed."""
    with contextlib.suppress(OSError):
        for name in (DATABASE, *NAMES):
            (folder / name).unlink(missing_ok=True)
        folder.rmdir()


def _new_file(out: Path) -> int:
    return os.open(out, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), PRIVATE_FILE)


@contextlib.contextmanager
def _whole_or_gone(part: Path) -> Iterator[None]:
    """What an earlier start left is gone first; what this one leaves unfinished is gone afterwards."""
    shutil.rmtree(part, ignore_errors=True)
    try:
        yield
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


@contextlib.contextmanager
def _named() -> Iterator[None]:
    """Errors of the system come out with words: of the place that is written to, not of the case."""
    try:
        yield
    except PermissionError as error:
        raise FolderReadOnly("the place for the copy") from error
    except OSError as error:
        raise ExportFailed(f"the copy could not be written: {error.strerror}") from error
