# SPDX-License-Identifier: MIT
"""What a check reads: the files of one package by name, in parts, and the limits on them.

What was handed over may be hostile: names that lead elsewhere, links, two files under one name, a small file
that claims to be a huge one. Nothing is ever written to disk.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Protocol

from app.errors import HashMismatch
from app.package.bag import PART_BYTES
from app.package.names import BAGIT, LOG, MANIFEST_256, SIGNATURE, TAG_MANIFEST

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MARKS = (BAGIT, TAG_MANIFEST, MANIFEST_256, SIGNATURE, LOG)  # any of them shows where the package begins
MAX_FILES = 100_000
MAX_FILE_BYTES = 4_000_000_000
MAX_ALL_BYTES = 64_000_000_000


class Source(Protocol):
    """The files of one package by name, read in parts."""

    sizes: dict[str, int]

    def parts(self, name: str) -> Iterator[bytes]:
        """Give the bytes of one file.

        Raises:
            PackageUnreadable: it cannot be opened.
            HashMismatch: it breaks off or is not what the ZIP says.
        """
        ...

    def close(self) -> None:
        """Let go of what was opened."""
        ...


def read_parts(stream: IO[bytes], name: str, size_bytes: int) -> Iterator[bytes]:
    """Give what the stream holds, up to the size that was declared.

    Raises:
        HashMismatch: the stream cannot be read to its end, or has another size.
    """
    left = size_bytes
    try:
        while part := stream.read(PART_BYTES):
            left -= len(part)
            if left < 0:
                break
            yield part
    except OSError as error:
        raise HashMismatch(name) from error
    if left:
        raise HashMismatch(name)


def file_parts(path: Path) -> Iterator[bytes]:
    """Give the bytes of an ordinary file."""
    with path.open("rb") as stream:
        while part := stream.read(PART_BYTES):
            yield part
