# SPDX-License-Identifier: MIT
"""A locked copy of the whole case in a new folder: whole, read back and checked, or not there.

The file is copied as it is, encrypted, while a reader holds it still (``Database.at_rest``): whoever takes
pictures meanwhile waits for nothing. What is not finished is called ``.part``.
Source: evidence.md, section 3; docs/adr/0019-backups-copy-the-encrypted-file.md.
"""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import Cancelled, ExportFailed, FolderReadOnly
from app.hashing import sha256_of_parts
from app.vault import ledger
from app.vault.copy_check import check_copy
from app.vault.disk import PRIVATE_FOLDER, sync_folder
from app.vault.file_copy import CHUNK_BYTES, Files, check_room, copy_file
from app.vault.keyfile import NAMES, write_header
from app.vault.opening import DATABASE

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from app.vault.keyslots import Header
    from app.vault.reading import Reader

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
        copy_still(still, part / DATABASE, lambda share: progress(share * COPIED_SHARE), cancelled, files)
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


def copy_still(
    still: Still, out: Path, progress: Callable[[float], None], cancelled: threading.Event, files: Files
) -> None:
    """The file stands there as it is held, on the disk.

    Raises:
        OSError: as the system says.
        Cancelled, VaultLocked: stopped, or locked meanwhile.
    """
    total = still.database.stat().st_size

    def heard(done: int) -> None:
        if cancelled.is_set():
            raise Cancelled("copying")
        still.reader.connection.value("SELECT 1")  # a lock meanwhile ends it here
        progress(done / total)

    copy_file(still.database, out, heard, files)


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
