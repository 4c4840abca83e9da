# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from app.capture.models import Frame
from app.demo.pictures import has_blue
from app.model import Rect

WHITE, BLUE, BLACK = b"\xff\xff\xff\x00", b"\xcc\x5f\x0b\x00", b"\x17\x14\x11\x00"


def frame_with(colour: bytes, x: int, y: int) -> Frame:
    pixels = [[WHITE] * 20 for _ in range(10)]
    pixels[y][x] = colour
    return Frame(20, 10, b"".join(b"".join(row) for row in pixels))


def test_blue_letters_are_seen_in_their_place() -> None:
    assert has_blue(frame_with(BLUE, 6, 4), Rect(5, 3, 4, 3))


@pytest.mark.parametrize(("colour", "x", "y"), [(BLACK, 6, 4), (BLUE, 12, 4), (BLUE, 6, 8), (WHITE, 6, 4)])
def test_black_letters_and_blue_elsewhere_are_not(colour: bytes, x: int, y: int) -> None:
    assert not has_blue(frame_with(colour, x, y), Rect(5, 3, 4, 3))


@pytest.mark.parametrize("place", [Rect(-2, 3, 8, 3), Rect(16, 3, 8, 3), Rect(5, -1, 4, 9)])
def test_a_place_off_the_picture_has_nothing(place: Rect) -> None:
    assert not has_blue(frame_with(BLUE, 6, 4), place)
