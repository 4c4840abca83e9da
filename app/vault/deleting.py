# SPDX-License-Identifier: MIT
"""A whole case is gone: first the keys, without which nothing can be read, then the files.

    until the last copy of the key file is written over   it is whole, and opens with its passphrase
    from then on                                          it is gone; the next start removes what is left

A disk may keep what was written over, a solid one above all; the window says so.
Source: docs/adr/0031-deleting-a-case.md.
"""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING

from app.paths import GONE, KEY_FILES, beside, remove_gone
from app.vault.disk import disk_errors, sync_folder
from app.vault.lockfile import LockFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import BinaryIO


def delete_case(folder: Path, at: Callable[[str], object] = lambda _step: None) -> None:
    """Nothing is left of the case, nor of older ones that were kept beside it.

    Args:
        folder: of a case that is not open.
        at: told the name of every step that is done; a test ends the process there.

    Raises:
        VaultBusy: it is open somewhere.
        FolderReadOnly, VaultDamaged: the case is as it was, or gone but for files that nobody can read.
    """
    lock = LockFile.take(folder)
    with disk_errors():
        try:
            for older in beside(folder):
                _delete(older, at)
            _lose_keys(folder, at)
        except BaseException:
            lock.release()
            raise
        remove_gone(folder)
        sync_folder(folder.parent)
    at("gone")


def _delete(older: Path, at: Callable[[str], object]) -> None:
    """A folder that holds the same, or a part of it, is gone."""
    for name in KEY_FILES:
        (older / name).touch()  # an unfinished one may have none; then nothing says what the folder is
    _lose_keys(older, at)
    remove_gone(older)


def _lose_keys(folder: Path, at: Callable[[str], object]) -> None:
    """No copy of the key file says anything any more, on the disk; the first one is the last to go."""
    for name in reversed(KEY_FILES):
        if (folder / name).is_file():
            _write_over(folder / name)
        at(f"{name} of {folder.name}")
    sync_folder(folder)


def _write_over(path: Path) -> None:
    """Where the bytes stood there are others, and then only a word that says it."""
    with path.open("r+b") as file:
        file.write(secrets.token_bytes(path.stat().st_size))
        _flush(file)
        file.seek(0)
        file.write(GONE)
        file.truncate()
        _flush(file)


def _flush(file: BinaryIO) -> None:
    """What was written is on the disk."""
    file.flush()
    os.fsync(file.fileno())
