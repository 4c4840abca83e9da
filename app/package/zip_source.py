# SPDX-License-Identifier: MIT
"""A package in a ZIP, of our own making or of any other program's."""

from __future__ import annotations

import os
import re
import stat
import struct
import unicodedata
import zipfile
from typing import IO, TYPE_CHECKING

from app.errors import HashMismatch, PackageUnreadable
from app.package.findings import Reason
from app.package.names import is_system_file
from app.package.source import MARKS, MAX_ALL_BYTES, MAX_FILE_BYTES, MAX_FILES
from app.package.unpacking import METHODS, packed_parts, unpacked
from app.package.zip_layout import bytes_begin_at, faults

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from app.package.findings import Findings

MAX_DIRECTORY_BYTES = 64 << 20
MAX_RATIO = 250  # deflated pictures and text stay far below; a bomb does not
SMALL_BYTES = 1 << 20
LOCAL_HEADER_BYTES = 30  # Source: APPNOTE.TXT (ZIP), section 4.3.7
END_BYTES = 22 + 65_535  # Source: APPNOTE.TXT, section 4.3.16, with the longest comment
END_64_BYTES = 56 + 20  # Source: APPNOTE.TXT, sections 4.3.14 and 4.3.15
WIDE = 0xFFFFFFFF  # the size stands in the wide record
_END = b"PK\x05\x06"
_END_64 = b"PK\x06\x06"
_UNSAFE = re.compile(r"(^|.*/)\.{1,2}(/.*|$)|/.*|.*//.*|.*[\\:\x00-\x1f\x7f].*|", re.DOTALL)
_ENCRYPTED = 0x1


class ZipSource:
    """A package in a ZIP, of our own making or of any other program's."""

    def __init__(self, path: Path, findings: Findings) -> None:
        """Read the directory of the ZIP.

        Raises:
            PackageUnreadable: no ZIP, no package in it, or beyond all limits.
        """
        try:
            self._stream = path.open("rb")
        except OSError as error:
            raise PackageUnreadable(f"cannot be opened: {error.strerror}") from error
        try:
            self._zip = _opened(self._stream)
            infos = self._zip.infolist()
            _refuse_bomb(infos)
            self._infos = _listed(infos, findings)
            for reason, name in faults(self._stream, self._zip, self._infos, path.name):
                findings.add(reason, name)
        except PackageUnreadable:
            self._stream.close()
            raise
        self.sizes = {name: info.file_size for name, info in self._infos.items()}

    def parts(self, name: str) -> Iterator[bytes]:
        """Give the bytes of one file, as described in ``Source``."""
        info = self._infos[name]
        try:
            begins_at = bytes_begin_at(self._stream, info)
            if begins_at is not None:
                self._zip.open(info).close()  # it compares both names
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError) as error:
            raise PackageUnreadable(name) from error
        if begins_at is None or info.compress_type not in METHODS:
            raise PackageUnreadable(name)
        try:
            yield from unpacked(packed_parts(self._stream, begins_at, info.compress_size), info)
        except OSError as error:
            raise HashMismatch(name) from error

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()
        self._stream.close()


def _opened(stream: IO[bytes]) -> zipfile.ZipFile:
    """Return the ZIP, once its directory is known to be of a bearable size."""
    try:
        if _directory_bytes(stream) > MAX_DIRECTORY_BYTES:
            raise PackageUnreadable("its directory is too large")
        return zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, struct.error, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise PackageUnreadable("neither a folder nor a ZIP that can be read") from error


def _directory_bytes(stream: IO[bytes]) -> int:
    """Return the size of the ZIP's directory, as it says itself. Source: APPNOTE.TXT, 4.3.14 and 4.3.16."""
    size = stream.seek(0, os.SEEK_END)
    stream.seek(max(0, size - END_BYTES - END_64_BYTES))
    tail = stream.read()
    stream.seek(0)
    at, at_64 = tail.rfind(_END), tail.rfind(_END_64)
    if at < 0:
        raise zipfile.BadZipFile("no directory")
    narrow = int(struct.unpack_from("<I", tail, at + 12)[0])
    is_wide = narrow == WIDE and at_64 >= 0
    return int(struct.unpack_from("<Q", tail, at_64 + 40)[0]) if is_wide else narrow


def _refuse_bomb(infos: list[zipfile.ZipInfo]) -> None:
    """Refuse a ZIP that claims more than any package holds.

    Raises:
        PackageUnreadable: too many files, too many bytes, or files that share their bytes.
    """
    if len(infos) > MAX_FILES or sum(info.file_size for info in infos) > MAX_ALL_BYTES:
        raise PackageUnreadable("larger than a package can be")
    end = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < end:
            raise PackageUnreadable("files in it share their bytes")
        end = info.header_offset + LOCAL_HEADER_BYTES + info.compress_size


def _listed(infos: list[zipfile.ZipInfo], findings: Findings) -> dict[str, zipfile.ZipInfo]:
    """Return the files of the package by name, seen from its own folder; all else was named."""
    good: dict[str, zipfile.ZipInfo] = {}
    refused: list[tuple[Reason, str]] = []
    folded: set[str] = set()
    for info in infos:
        name = info.orig_filename
        if name.endswith("/") and not info.file_size and not _UNSAFE.fullmatch(name.removesuffix("/")):
            continue
        reason = Reason.DUPLICATE_NAME if _folded(name) in folded else _fault_of(info, name)
        folded.add(_folded(name))
        if reason:
            refused.append((reason, name))
        else:
            good[name] = info
    base = _base_of(good)
    for reason, name in refused:
        findings.add(reason, name.removeprefix(base))
    for name in sorted(good):
        if not name.startswith(base):
            findings.add(Reason.SYSTEM_FILE if is_system_file(name) else Reason.EXTRA, name)
    return {name.removeprefix(base): good[name] for name in sorted(good) if name.startswith(base)}


def _fault_of(info: zipfile.ZipInfo, name: str) -> Reason | None:
    """Return why this entry is not to be opened at all, or None."""
    if _UNSAFE.fullmatch(name):
        return Reason.UNSAFE_NAME
    if stat.S_IFMT(info.external_attr >> 16) not in {0, stat.S_IFREG}:
        return Reason.LINK
    if info.flag_bits & _ENCRYPTED:
        return Reason.UNREADABLE
    return Reason.TOO_LARGE if info.file_size > MAX_FILE_BYTES or _is_bomb(info) else None


def _is_bomb(info: zipfile.ZipInfo) -> bool:
    """Whether it claims to grow beyond what real content does."""
    return info.file_size > SMALL_BYTES and info.file_size > MAX_RATIO * info.compress_size


def _base_of(names: Iterable[str]) -> str:
    """Return the folder, with its slash, in which most of a package's marks stand.

    Raises:
        PackageUnreadable: none of them stands anywhere.
    """
    marks: dict[str, int] = {}
    for name in names:
        for mark in MARKS:
            if name == mark or name.endswith(f"/{mark}"):
                base = name.removesuffix(mark)
                marks[base] = marks.get(base, 0) + 1
    if not marks:
        raise PackageUnreadable("no package in it")
    return min(marks, key=lambda base: (-marks[base], len(base), base))


def _folded(name: str) -> str:
    """Return what a system that does not tell upper from lower case would call it."""
    return unicodedata.normalize("NFC", name).casefold()
