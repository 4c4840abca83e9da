# SPDX-License-Identifier: MIT
"""What is noticed about a picture."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.capture.checks import is_blank, notices, occluders, own_window_inside, window_at
from app.capture.models import Frame, Grab, Surroundings, Window
from app.model import Notice, Rect
from tests.fakes.backend import drawn, plain


def window(number: int, rect: Rect, *, pid: int = 1, is_minimised: bool = False) -> Window:
    return Window(number, f"window {number}", "Program", pid, rect, is_minimised)


LOW = window(1, Rect(0, 0, 100, 100))
MIDDLE = window(2, Rect(50, 50, 100, 100), pid=2)
ICON = window(3, Rect(0, 0, 100, 100), pid=3, is_minimised=True)
TOP = window(4, Rect(100, 0, 50, 50), pid=4)
STACK = (LOW, MIDDLE, ICON, TOP)


def taken(frame: Frame, **given: object) -> Grab:
    rect = Rect(0, 0, frame.width_px, frame.height_px)
    return Grab(frame, rect, (), **given)  # type: ignore[arg-type]


def page(*, lines: int) -> Frame:
    """A light page of 640 x 480 with so many lines of dark strokes."""
    pixels = np.full((480, 640), 0xF0F0F0, dtype="<u4")
    for line in range(lines):
        pixels[20 + 24 * line : 32 + 24 * line, 40:400:3] = 0x202020
    return Frame(640, 480, pixels.tobytes())


@pytest.mark.parametrize(
    ("colour", "notice"),
    [(0, Notice.BLACK), (0xFFFFFF, Notice.ONE_COLOUR), (0x000001, Notice.ONE_COLOUR)],
)
@pytest.mark.parametrize("size", [(1, 1), (640, 480), (1, 5000)])
def test_one_colour_is_noticed_whatever_the_unused_byte_holds(
    colour: int, notice: Notice, size: tuple[int, int]
) -> None:
    assert notices(taken(plain(*size, colour))) == (notice,)


@given(place=st.integers(0, 320 * 200 - 1), bit=st.integers(0, 23))
def test_one_pixel_that_differs_by_one_bit_is_not_blank(place: int, bit: int) -> None:
    pixels = np.zeros(320 * 200, dtype="<u4")
    pixels[place] = 1 << bit
    assert not is_blank(Frame(320, 200, pixels.tobytes()))


def test_a_drawn_screen_is_a_picture_without_notices() -> None:
    assert notices(taken(drawn(64, 48))) == ()
    assert notices(taken(drawn(5, 5))) == ()


def test_next_to_nothing_is_noticed_and_two_lines_are_not() -> None:
    pixels = np.full((480, 640), 0xF0F0F0, dtype="<u4")
    pixels[4:14, 8:80:3] = 0x202020
    assert notices(taken(Frame(640, 480, pixels.tobytes()))) == (Notice.ALMOST_EMPTY,)
    assert notices(taken(page(lines=2))) == ()


def test_a_black_window_with_a_title_bar_is_black() -> None:
    pixels = np.zeros((480, 640), dtype="<u4")
    pixels[:24] = 0xD0D0D0
    pixels[6:16, 260:330:3] = 0x202020
    assert notices(taken(Frame(640, 480, pixels.tobytes()))) == (Notice.BLACK,)


def test_two_flat_areas_are_almost_empty() -> None:
    pixels = np.full((480, 640), 0xF0F0F0, dtype="<u4")
    pixels[:40] = 0x336699
    assert notices(taken(Frame(640, 480, pixels.tobytes()))) == (Notice.ALMOST_EMPTY,)


@pytest.mark.parametrize(
    ("given", "noticed"),
    [
        ({"around": Surroundings(is_own_inside=True)}, (Notice.OWN_INSIDE,)),
        ({"is_cut_off": True}, (Notice.CUT_OFF,)),
        ({"is_covered": True}, (Notice.COVERED,)),
        ({"is_covered": False}, ()),
        (
            {"is_covered": True, "around": Surroundings(is_own_inside=False, is_menu_over=True)},
            (Notice.MENU_OVER,),
        ),
        ({"around": Surroundings(is_own_inside=False, is_clock_in_sight=False)}, (Notice.NO_CLOCK,)),
        ({"around": Surroundings(is_own_inside=False, is_clock_in_sight=True)}, ()),
        ({"around": Surroundings(is_own_inside=False)}, ()),
        ({"window": replace(LOW, is_protected=True), "is_covered": False}, (Notice.PROTECTED,)),
    ],
)
def test_what_stands_around_is_noticed(given: dict[str, object], noticed: tuple[Notice, ...]) -> None:
    assert notices(taken(page(lines=12), **given)) == noticed


def test_the_gravest_comes_first() -> None:
    around = Surroundings(is_own_inside=True, is_clock_in_sight=False)
    window = replace(LOW, is_protected=True)
    found = notices(taken(plain(64, 48), window=window, is_cut_off=True, around=around))
    assert found == (Notice.PROTECTED, Notice.BLACK, Notice.OWN_INSIDE, Notice.CUT_OFF, Notice.NO_CLOCK)


@pytest.mark.parametrize(
    ("pointer", "is_drawn", "noticed"),
    [
        ((100, 25), True, (Notice.POINTER_OVER,)),
        ((100, 25), False, ()),
        ((600, 300), True, ()),
        ((639, 479), True, ()),
        ((900, 25), True, ()),
        (None, True, ()),
    ],
)
def test_a_pointer_over_words_is_noticed_where_it_is_drawn(
    pointer: tuple[int, int] | None, is_drawn: bool, noticed: tuple[Notice, ...]
) -> None:
    frame = page(lines=12)
    pixels = np.frombuffer(frame.bgra, dtype="<u4").reshape(480, 640).copy()
    pixels[20:60, 60:180] ^= np.arange(40 * 120, dtype="<u4").reshape(40, 120) % 251  # smooth letters
    around = Surroundings(is_own_inside=False, pointer=pointer)
    shown = Frame(640, 480, pixels.tobytes())
    assert notices(taken(shown, around=around, is_pointer_drawn=is_drawn)) == noticed


@given(st.integers(1, 200), st.integers(1, 90), st.integers(0, 2**32))
def test_no_size_breaks_it(width: int, height: int, seed: int) -> None:
    around = Surroundings(is_own_inside=False, pointer=(width - 1, height - 1))
    notices(taken(drawn(width, height, seed), around=around, is_pointer_drawn=True))


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
