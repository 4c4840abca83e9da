# SPDX-License-Identifier: MIT
"""A copy outside the vault off the disk: only the very file that was made, and only where it was made."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from app.hashing import sha256_of_parts
from app.model import CopyKind
from app.package.source import file_parts
from app.vault.keyfile import NAMES
from app.vault.opening import DATABASE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.model import Copy


class Removal(StrEnum):
    """What came of it."""

    REMOVED = "removed"
    NOT_THERE = "not_there"  # its folder is there, and the copy is not in it
    OUT_OF_REACH = "out_of_reach"  # not even its folder is there: a stick that is not plugged in
    CHANGED = "changed"  # something else stands there now, and was left alone
    REFUSED = "refused"  # the system did not allow it


def remove(copy: Copy) -> Removal:
    """The copy is gone from its place, or what stands in the way is returned; nothing else was touched."""
    if copy.place is None:
        return Removal.NOT_THERE
    place = Path(copy.place)
    try:
        if not place.parent.is_dir():
            return Removal.OUT_OF_REACH
        if not place.exists():
            return Removal.NOT_THERE
        if copy.kind is CopyKind.BACKUP:
            return _remove_backup(place, copy)
        return _remove_folder(place, copy) if place.is_dir() else _remove_file(place, copy)
    except OSError:
        return Removal.REFUSED


def _remove_file(place: Path, copy: Copy) -> Removal:
    """The file is gone if it is the one that was made."""
    if not _is(place, copy.sha256):
        return Removal.CHANGED
    place.unlink()
    return Removal.REMOVED


def _remove_backup(place: Path, copy: Copy) -> Removal:
    """The locked copy is gone, its keys first: without them the rest opens for nobody, whatever stops it."""
    if not _is(place / DATABASE, copy.sha256):
        return Removal.CHANGED
    for name in (*NAMES, DATABASE):
        (place / name).unlink(missing_ok=True)
    return _remove_empty(place)


def _remove_folder(place: Path, copy: Copy) -> Removal:
    """Every file that the folder's own list names is gone, its list last; what was put beside them stays."""
    lists = [file for file in sorted(place.glob("*.txt")) if _is(file, copy.sha256)]
    if not lists:
        return Removal.CHANGED
    for name, value in _listed(lists[0]):
        if _is(place / name, value):
            (place / name).unlink()
    lists[0].unlink()
    return _remove_empty(place)


def _remove_empty(place: Path) -> Removal:
    """The folder is gone if nothing else was put into it."""
    if not any(place.iterdir()):
        place.rmdir()
    return Removal.REMOVED


def _is(file: Path, sha256: str | None) -> bool:
    """Whether this is an ordinary file with these bytes."""
    return file.is_file() and not file.is_symlink() and sha256_of_parts(file_parts(file)) == sha256


def _listed(file: Path) -> Iterator[tuple[str, str]]:
    """Give name and hash value of each file on a list; nothing that would lead out of the folder."""
    for line in file.read_text("utf-8").split("\n"):
        value, gap, name = line.partition("  ")
        if gap and len(value) == 64 and name == Path(name).name:
            yield name, value
