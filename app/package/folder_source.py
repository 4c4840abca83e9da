# SPDX-License-Identifier: MIT
"""A package that was unpacked into a folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import PackageUnreadable
from app.package.findings import Reason
from app.package.source import MARKS, MAX_FILE_BYTES, MAX_FILES, read_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.package.findings import Findings


MOST_LEVELS = 50  # names of a package have at most 100 characters


class FolderSource:
    """A package that was unpacked into a folder."""

    def __init__(self, path: Path, findings: Findings, *, most_files: int = MAX_FILES) -> None:
        """List the package's folder, or the only one that stands in this one; links are not followed.

        Raises:
            PackageUnreadable: no package or several, or more files than a package can have.
        """
        self._folder = folder = _bag_folder(path)
        self.sizes: dict[str, int] = {}
        names: dict[str, int] = {}
        for name, entry in _walk(folder, ""):
            if _is_plain(entry, name, findings):
                names[name] = entry.stat(follow_symlinks=False).st_size
            if len(names) > most_files:
                raise PackageUnreadable("more files than a package can have")
        self.sizes = {name: names[name] for name in sorted(names) if _is_wanted(name, names[name], findings)}

    def parts(self, name: str) -> Iterator[bytes]:
        """Give the bytes of one file, as described in ``Source``."""
        try:
            stream = (self._folder / name).open("rb")
        except OSError as error:
            raise PackageUnreadable(name) from error
        with stream:
            yield from read_parts(stream, name, self.sizes[name])

    def close(self) -> None:
        """Nothing is held open."""


def _bag_folder(path: Path) -> Path:
    """Return the folder itself, or the one folder in it that holds a package.

    Raises:
        PackageUnreadable: none, or several.
    """
    try:
        folders = [path] if _has_mark(path) else [f for f in sorted(path.iterdir()) if _has_mark(f)]
    except OSError as error:
        raise PackageUnreadable(f"cannot be opened: {error.strerror}") from error
    if len(folders) != 1:
        raise PackageUnreadable("several packages in it: name one" if folders else "no package in it")
    return folders[0]


def _has_mark(folder: Path) -> bool:
    """Whether a package may begin here."""
    return folder.is_dir() and not folder.is_symlink() and any((folder / mark).is_file() for mark in MARKS)


def _walk(folder: Path, prefix: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Give everything below a folder that is not itself a folder.

    Raises:
        PackageUnreadable: a folder cannot be opened, or they lie in each other without end.
    """
    if prefix.count("/") > MOST_LEVELS:
        raise PackageUnreadable("folders in folders, deeper than a package can have")
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        raise PackageUnreadable(f"cannot be opened: {error.strerror}") from error
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), f"{prefix}{entry.name}/")
        else:
            yield f"{prefix}{entry.name}", entry


def _is_plain(entry: os.DirEntry[str], name: str, findings: Findings) -> bool:
    """Whether it is an ordinary file; anything else was named."""
    if entry.is_file(follow_symlinks=False):
        return True
    findings.add(Reason.LINK, name)
    return False


def _is_wanted(name: str, size_bytes: int, findings: Findings) -> bool:
    """Whether a file of a folder is to be read; what is beyond the limits was named."""
    if size_bytes <= MAX_FILE_BYTES:
        return True
    findings.add(Reason.TOO_LARGE, name)
    return False
