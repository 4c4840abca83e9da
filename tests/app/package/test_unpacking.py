# SPDX-License-Identifier: MIT
from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import HashMismatch
from app.package.unpacking import packed_parts, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator


def info_of(data: bytes, method: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("x")
    info.compress_type, info.file_size, info.CRC = method, len(data), zlib.crc32(data)
    return info


def deflated(data: bytes) -> bytes:
    squeeze = zlib.compressobj(6, zlib.DEFLATED, -15)
    return squeeze.compress(data) + squeeze.flush()


def cut(data: bytes, size: int) -> Iterator[bytes]:
    return (data[at : at + size] for at in range(0, len(data), size))


@given(data=st.binary(max_size=3_000), size=st.integers(1, 400))
def test_what_was_packed_comes_back_however_it_is_cut(data: bytes, size: int) -> None:
    assert b"".join(unpacked(cut(deflated(data), size), info_of(data))) == data
    assert b"".join(unpacked(cut(data, size), info_of(data, zipfile.ZIP_STORED))) == data


def test_large_content_comes_in_bearable_parts() -> None:
    data = bytes(5_000_000)
    parts = list(unpacked([deflated(data)], info_of(data)))
    assert b"".join(parts) == data
    assert max(map(len, parts)) == 1 << 20


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_other_bytes_fewer_or_more_are_not_the_file(method: int) -> None:
    data = b"what was recorded" * 50
    packed = deflated(data) if method else data
    for wrong in (packed[:-1], packed + b"hidden", b"\x07" + packed[1:], b""):
        with pytest.raises(HashMismatch):
            list(unpacked([wrong], info_of(data, method)))
    with pytest.raises(HashMismatch):  # behind the end, in a part of its own
        list(unpacked([packed, b"hidden"], info_of(data, method)))


def test_a_stream_that_somebody_else_moves_is_read_all_the_same() -> None:
    stream = io.BytesIO(bytes(3) + b"a" * (1 << 20) + b"bc")
    read = bytearray()
    for part in packed_parts(stream, 3, (1 << 20) + 1):
        read += part
        stream.seek(0)
    assert read == b"a" * (1 << 20) + b"b"
    assert list(packed_parts(stream, 5 << 20, 10)) == []
