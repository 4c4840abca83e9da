# SPDX-License-Identifier: MIT
"""PNG: any size and content comes back pixel for pixel, by another program's decoder."""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image

from app.capture.models import Frame
from app.capture.png import HAS_ISAL, SIGNATURE, Rows, encode
from tests.fakes.backend import drawn, plain

WAYS = [pytest.param(True, marks=pytest.mark.skipif(not HAS_ISAL, reason="no isal here")), False]
SHAPES = st.tuples(st.integers(1, 41), st.integers(1, 37), st.just(4))
FRAMES = arrays(np.uint8, SHAPES)


def frame_of(pixels: np.ndarray) -> Frame:
    height, width, _ = pixels.shape
    return Frame(width, height, pixels.tobytes())


def decoded(data: bytes) -> np.ndarray:
    """Return height x width x RGB; Pillow checks every chunk's CRC."""
    picture = Image.open(io.BytesIO(data))
    assert picture.mode == "RGB"
    return np.asarray(picture)


def chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    """Return kind and data of each chunk, its check value compared."""
    found, at = [], len(SIGNATURE)
    while at < len(data):
        (size,) = struct.unpack_from(">I", data, at)
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        assert struct.unpack_from(">I", data, at + 8 + size)[0] == zlib.crc32(kind + body)
        found.append((kind, body))
        at += 12 + size
    return found


@pytest.mark.parametrize("is_fast", WAYS)
@given(pixels=FRAMES)
def test_any_frame_comes_back(is_fast: bool, pixels: np.ndarray) -> None:
    shown = decoded(encode(frame_of(pixels), is_fast=is_fast))
    assert np.array_equal(shown, pixels[..., 2::-1])


@pytest.mark.parametrize("is_fast", WAYS)
@pytest.mark.parametrize("size", [(1, 1), (1, 900), (1601, 1), (1366, 768), (1919, 1079), (3840, 2160)])
def test_sizes_of_real_screens_come_back(is_fast: bool, size: tuple[int, int]) -> None:
    frame = drawn(*size)
    bgra = np.frombuffer(frame.bgra, np.uint8).reshape(size[1], size[0], 4)
    assert np.array_equal(decoded(encode(frame, is_fast=is_fast)), bgra[..., 2::-1])


@pytest.mark.parametrize(("is_fast", "filter_type"), [(HAS_ISAL, 2 if HAS_ISAL else 1), (False, 1)])
def test_the_report_can_pass_the_data_through(is_fast: bool, filter_type: int) -> None:
    frame = drawn(33, 21)
    kinds = chunks(encode(frame, is_fast=is_fast))
    assert [kind for kind, _ in kinds] == [b"IHDR", b"IDAT", b"IEND"]
    assert kinds[0][1] == struct.pack(">2I5B", 33, 21, 8, 2, 0, 0, 0)
    rows = zlib.decompress(kinds[1][1])
    assert len(rows) == 21 * (1 + 33 * 3)
    assert set(rows[:: 1 + 33 * 3]) == {filter_type}


def test_the_unused_byte_leaves_no_mark() -> None:
    assert encode(plain(40, 30, 0x336699)) == encode(
        Frame(40, 30, np.full((30, 40), 0x336699, dtype="<u4").tobytes())
    )


def test_a_view_is_as_good_as_bytes() -> None:
    frame = drawn(31, 17)
    view = memoryview(bytearray(frame.bgra)).toreadonly()
    assert encode(Frame(31, 17, view)) == encode(frame)


@given(pixels=FRAMES, data=st.data())
def test_rows_added_one_after_another_are_the_picture(pixels: np.ndarray, data: st.DataObject) -> None:
    height, width, _ = pixels.shape
    rows, top = Rows(width, height), 0
    while top < height:
        count = data.draw(st.integers(1, height - top))
        rows.add(pixels[top : top + count])
        top += count
    assert np.array_equal(decoded(rows.finish()), pixels[..., 2::-1])


def test_rows_of_a_part_of_a_screen_are_read_where_they_stand() -> None:
    bgra = np.frombuffer(drawn(700, 300).bgra, np.uint8).reshape(300, 700, 4)
    part = bgra[20:280, 100:650]
    rows = Rows(550, 260)
    rows.add(part[:0])
    rows.add(part)
    assert np.array_equal(decoded(rows.finish()), part[..., 2::-1])


def test_tall_pictures_are_packed_as_they_come() -> None:
    frame = drawn(1_900, 700)
    bgra = np.frombuffer(frame.bgra, np.uint8).reshape(700, 1_900, 4)
    rows = Rows(1_900, 1_400)
    rows.add(bgra)
    rows.add(bgra)
    made = rows.finish()
    assert [kind for kind, _ in chunks(made)] == [b"IHDR", b"IDAT", b"IEND"]
    assert np.array_equal(decoded(made), np.concatenate([bgra, bgra])[..., 2::-1])


def test_a_picture_of_rows_has_as_many_as_it_says() -> None:
    row = np.zeros((1, 5, 4), np.uint8)
    rows = Rows(5, 2)
    rows.add(row)
    with pytest.raises(ValueError, match="missing"):
        rows.finish()
    rows.add(row)
    with pytest.raises(ValueError, match="more rows"):
        rows.add(row)
