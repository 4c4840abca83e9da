# SPDX-License-Identifier: MIT
"""The finished ZIP read from the disk once more, before anything says that it is finished."""

from __future__ import annotations

import hashlib
import zipfile
from typing import IO, TYPE_CHECKING, Any

from app.errors import ExportFailed
from app.package.anchor_files import roots_shown
from app.package.bag import PART_BYTES
from app.package.checked_bag import CheckedBag
from app.package.findings import Findings, Outcome
from app.package.verify import judge
from app.package.zip_source import LOCAL_HEADER_BYTES, ZipSource

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from app.package.bag import Sums

NAME_SIZES_AT = 26  # Source: APPNOTE.TXT (ZIP), section 4.3.7: length of name, length of extra field


def read_back(path: Path, folder: str, sums: Mapping[str, Sums], heard: Callable[[int], None]) -> str:
    """Return the hash value of the whole ZIP, every file in it found as it was meant to be written.

    Raises:
        ExportFailed: the disk gives back something else, or the package does not agree with itself.
        Cancelled: out of ``heard``.
    """
    value, files = _hashed(path, heard)
    meant = {f"{folder}/{name}": each.sha256 for name, each in sums.items()}
    if files != meant:
        raise ExportFailed("what was read back is not what was written")
    findings = Findings()
    source = ZipSource(path, findings)
    try:
        bag = CheckedBag(source, findings, dict(sums))
        verdict = judge(bag, authorities=roots_shown(bag))
    finally:
        source.close()
    if verdict.verdict is not Outcome.AGREES or verdict.findings:
        reasons = ", ".join(sorted({finding.reason for finding in verdict.findings}))
        raise ExportFailed(f"the package does not agree with itself: {reasons}")
    return value


def _hashed(path: Path, heard: Callable[[int], None]) -> tuple[str, dict[str, str]]:
    """Return the hash value of the ZIP and of every stored file in it, from one reading in order."""
    with zipfile.ZipFile(path) as opened:
        infos = sorted(opened.infolist(), key=lambda info: info.header_offset)
    whole, files = hashlib.sha256(), {}
    with path.open("rb") as stream:
        for info in infos:
            _between(stream, info.header_offset, whole)
            _skip_header(stream, whole)
            digest = hashlib.sha256()
            _feed(stream, info.file_size, (whole, digest), heard)
            files[info.filename] = digest.hexdigest()
        while part := stream.read(PART_BYTES):
            whole.update(part)
    return whole.hexdigest(), files


def _between(stream: IO[bytes], until: int, whole: Any) -> None:
    """Hash what lies before the next header."""
    whole.update(stream.read(until - stream.tell()))


def _skip_header(stream: IO[bytes], whole: Any) -> None:
    """Hash a local header with its name and extra field."""
    header = stream.read(LOCAL_HEADER_BYTES)
    sizes = header[NAME_SIZES_AT : NAME_SIZES_AT + 4]
    rest = int.from_bytes(sizes[:2], "little") + int.from_bytes(sizes[2:], "little")
    whole.update(header + stream.read(rest))


def _feed(stream: IO[bytes], size: int, digests: tuple[Any, ...], heard: Callable[[int], None]) -> None:
    """Hash so many bytes into each of the digests.

    Raises:
        ExportFailed: the file ends before.
    """
    left = size
    while left:
        part = stream.read(min(PART_BYTES, left))
        if not part:
            raise ExportFailed("what was read back is shorter than what was written")
        for digest in digests:
            digest.update(part)
        left -= len(part)
        heard(len(part))
