# SPDX-License-Identifier: MIT
from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from app.errors import HashMismatch
from app.hashing import sha256_of_parts
from app.package.source import file_parts, read_parts

if TYPE_CHECKING:
    from pathlib import Path


def test_the_parts_are_the_whole() -> None:
    data = bytes(range(256)) * 10_000
    assert b"".join(read_parts(io.BytesIO(data), "x", len(data))) == data


@pytest.mark.parametrize("said", [0, 2, 4, 100])
def test_more_or_less_than_was_said_is_not_the_file(said: int) -> None:
    with pytest.raises(HashMismatch):
        list(read_parts(io.BytesIO(b"abc"), "x", said))


def test_a_stream_that_fails_is_not_the_file() -> None:
    class Failing(io.BytesIO):
        def read(self, _size: int | None = -1) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(HashMismatch):
        list(read_parts(Failing(b"abc"), "x", 3))


def test_a_file_is_read_in_parts(tmp_path: Path) -> None:
    (tmp_path / "big").write_bytes(bytes(3 << 20))
    assert [len(part) for part in file_parts(tmp_path / "big")] == [1 << 20] * 3
    assert len(sha256_of_parts(file_parts(tmp_path / "big"))) == 64
