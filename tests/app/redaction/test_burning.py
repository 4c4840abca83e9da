# SPDX-License-Identifier: MIT
from __future__ import annotations

import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.capture.png import encode
from app.capture.solid import INK
from app.errors import BadInput
from app.model import Rect
from app.redaction import preview
from app.redaction.burning import LEAST_PX, fitted
from tests.fakes.covered import part, pixels
from tests.fakes.scrolls import frame, picture

SIDES = st.integers(-50, 150)
BOXES = st.builds(Rect, SIDES, SIDES, st.integers(1, 90), st.integers(1, 90))


@given(st.lists(BOXES, max_size=4), st.integers(0, 5))
def test_what_lies_in_a_box_is_one_colour_and_all_else_is_as_it_was(boxes: list[Rect], seed: int) -> None:
    before = picture(64, 96, seed)
    after = pixels(preview(encode(frame(before)), boxes))
    inside = np.zeros(before.shape, np.bool_)
    for box in boxes:
        rows, columns = np.ogrid[:64, :96]
        inside |= (
            (rows >= box.y) & (rows < box.y + box.height) & (columns >= box.x) & (columns < box.x + box.width)
        )
    assert (after[inside] == INK & 0xFFFFFF).all()
    assert (after[~inside] == before[~inside] & 0xFFFFFF).all()


def test_the_file_holds_nothing_but_the_pixels() -> None:
    data = preview(encode(frame(picture(40, 60))), [Rect(5, 5, 20, 20)])
    kinds, at = [], 8
    while at < len(data):
        (size,) = struct.unpack_from(">I", data, at)
        kinds.append(data[at + 4 : at + 8])
        at += 12 + size
    assert kinds == [b"IHDR", b"IDAT", b"IEND"]
    assert data[25] == 2, "RGB: no transparency"


def test_pictures_that_differ_only_beneath_the_box_become_the_same_file() -> None:
    box = Rect(10, 10, 30, 20)
    one, other = picture(64, 96), picture(64, 96)
    part(other, box)[:] = 0xFF00FF00
    assert preview(encode(frame(one)), [box]) == preview(encode(frame(other)), [box])


def test_boxes_are_cut_to_the_picture_and_kept_once() -> None:
    assert fitted([Rect(-5, -5, 20, 20), Rect(0, 0, 15, 15)], 100, 50) == (Rect(0, 0, 15, 15),)
    assert fitted([Rect(90, 40, 999, 999)], 100, 50) == (Rect(90, 40, 10, 10),)


@pytest.mark.parametrize("box", [Rect(0, 0, LEAST_PX - 1, 40), Rect(98, 0, 40, 40), Rect(10, 10, 40, 1)])
def test_a_box_that_is_too_small_is_refused(box: Rect) -> None:
    with pytest.raises(BadInput, match="smaller"):
        fitted([box], 100, 50)


@pytest.mark.parametrize("box", [Rect(100, 0, 9, 9), Rect(0, -9, 9, 9)])
def test_a_box_outside_is_refused(box: Rect) -> None:
    with pytest.raises(BadInput, match="outside"):
        fitted([box], 100, 50)
