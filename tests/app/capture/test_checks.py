# SPDX-License-Identifier: MIT
"""What is looked at before a picture counts."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.capture.checks import occluders, own_window_inside, refuse_blank, window_at
from app.capture.models import Frame, Window
from app.errors import BlankFrame
from app.model import Rect
from tests.fakes.backend import drawn, plain


def window(number: int, rect: Rect, *, pid: int = 1, is_minimised: bool = False) -> Window:
    return Window(number, f"window {number}", "Program", pid, rect, is_minimised)


LOW = window(1, Rect(0, 0, 100, 100))
MIDDLE = window(2, Rect(50, 50, 100, 100), pid=2)
ICON = window(3, Rect(0, 0, 100, 100), pid=3, is_minimised=True)
TOP = window(4, Rect(100, 0, 50, 50), pid=4)
STACK = (LOW, MIDDLE, ICON, TOP)


@pytest.mark.parametrize(("colour", "is_black"), [(0, True), (0xFFFFFF, False), (0x000001, False)])
@pytest.mark.parametrize("size", [(1, 1), (640, 480), (1, 5000)])
def test_one_colour_is_refused_whatever_the_unused_byte_holds(
    colour: int, is_black: bool, size: tuple[int, int]
) -> None:
    with pytest.raises(BlankFrame) as refused:
        refuse_blank(plain(*size, colour))
    assert refused.value.is_black is is_black


@given(place=st.integers(0, 320 * 200 - 1), bit=st.integers(0, 23))
def test_one_pixel_that_differs_by_one_bit_is_a_picture(place: int, bit: int) -> None:
    pixels = np.zeros(320 * 200, dtype="<u4")
    pixels[place] = 1 << bit
    refuse_blank(Frame(320, 200, pixels.tobytes()))


def test_a_drawn_screen_is_a_picture() -> None:
    refuse_blank(drawn(64, 48))


def test_only_what_stands_above_and_overlaps_covers() -> None:
    assert occluders(LOW, STACK) == (MIDDLE,)
    assert occluders(MIDDLE, STACK) == ()
    assert occluders(window(9, LOW.rect), STACK) == ()


def test_a_window_of_ours_is_found_where_it_shows() -> None:
    assert own_window_inside(Rect(140, 140, 50, 50), STACK, 2)
    assert not own_window_inside(Rect(150, 150, 50, 50), STACK, 2)
    assert not own_window_inside(Rect(0, 0, 10, 10), STACK, 3), "minimised"
    assert not own_window_inside(Rect(0, 0, 10, 10), (), 1)


@pytest.mark.parametrize(
    ("point", "found"), [((75, 75), MIDDLE), ((10, 10), LOW), ((120, 10), TOP), ((500, 500), None)]
)
def test_the_topmost_window_is_under_the_pointer(point: tuple[int, int], found: Window | None) -> None:
    assert window_at(STACK, *point) == found
