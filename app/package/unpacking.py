# SPDX-License-Identifier: MIT
"""The bytes of one file in a ZIP, unpacked in parts and held to what the directory says of them.

zipfile passes over what stands behind the end of a deflated stream: a second file could hide there.
"""

from __future__ import annotations

import zipfile
import zlib
from typing import IO, TYPE_CHECKING

from app.errors import HashMismatch
from app.package.bag import PART_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # what every system's own tools can unpack


def packed_parts(stream: IO[bytes], begins_at: int, size_bytes: int) -> Iterator[bytes]:
    """Give so many bytes from one place on, or fewer where the stream ends; others may move it meanwhile."""
    end = begins_at + size_bytes
    while begins_at < end:
        stream.seek(begins_at)
        part = stream.read(min(PART_BYTES, end - begins_at))
        if not part:
            return
        begins_at += len(part)
        yield part


def unpacked(packed: Iterable[bytes], info: zipfile.ZipInfo) -> Iterator[bytes]:
    """Give the bytes of the file.

    Raises:
        HashMismatch: they break off, go on, or are not those of the size and checksum in the directory.
    """
    left, checksum = info.file_size, 0
    for part in packed if info.compress_type == zipfile.ZIP_STORED else _inflated(packed, info.filename):
        left -= len(part)
        if left < 0:
            break
        checksum = zlib.crc32(part, checksum)
        yield part
    if left or checksum != info.CRC:
        raise HashMismatch(info.filename)


def _inflated(packed: Iterable[bytes], name: str) -> Iterator[bytes]:
    """Give what a deflated stream holds, a bearable part at a time; every byte must belong to it.

    Raises:
        HashMismatch: it is no such stream, breaks off, or something stands behind its end.
    """
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for part in packed:
            if inflate.eof:
                raise HashMismatch(name)
            rest, piece = part, bytes(PART_BYTES)
            while rest or len(piece) == PART_BYTES:
                piece = inflate.decompress(rest, PART_BYTES)
                rest = inflate.unconsumed_tail
                if piece:
                    yield piece
    except zlib.error as error:
        raise HashMismatch(name) from error
    if not inflate.eof or inflate.unused_data:
        raise HashMismatch(name)
