# SPDX-License-Identifier: MIT
"""Rectangles on one and on several monitors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.capture.geometry import (
    area,
    bounding,
    contains,
    intersection,
    lies_in,
    screen_of,
    to_logical,
    touch,
)
from app.capture.models import Screen
from app.model import Rect

RECTS = st.builds(Rect, st.integers(-50, 50), st.integers(-50, 50), st.integers(1, 60), st.integers(1, 60))
LEFT = Screen("LEFT", Rect(0, 0, 800, 900), 1000, is_primary=True)
RIGHT = Screen("RIGHT", Rect(800, 0, 800, 900), 2000, is_primary=False)
ABOVE = Screen("ABOVE", Rect(-200, -600, 800, 600), 1250, is_primary=False)


def pixels(rect: Rect) -> set[tuple[int, int]]:
    return {(x, y) for x in range(rect.x, rect.x + rect.width) for y in range(rect.y, rect.y + rect.height)}


@given(RECTS, RECTS)
def test_an_intersection_holds_exactly_what_both_hold(one: Rect, other: Rect) -> None:
    both = intersection(one, other)
    assert (pixels(both) if both else set()) == pixels(one) & pixels(other)
    assert area(both) == len(pixels(one) & pixels(other))


@pytest.mark.parametrize(
    ("rect", "inside"),
    [
        (Rect(-5, -5, 10, 10), Rect(0, 0, 5, 5)),
        (Rect(90, 40, 50, 50), Rect(90, 40, 10, 10)),
        (Rect(100, 0, 5, 5), None),
        (Rect(0, -5, 5, 5), None),
    ],
)
def test_a_rectangle_is_cut_to_the_picture(rect: Rect, inside: Rect | None) -> None:
    assert intersection(rect, Rect(0, 0, 100, 50)) == inside


def test_rectangles_that_touch_have_a_pixel_in_common_or_are_near() -> None:
    one = Rect(10, 10, 10, 10)
    assert touch(one, Rect(19, 19, 5, 5))
    assert not touch(one, Rect(20, 10, 5, 5))
    assert touch(one, Rect(22, 10, 5, 5), 4)
    assert not touch(one, Rect(24, 10, 5, 5), 4)


@given(RECTS, RECTS, st.integers(0, 9))
def test_touching_agrees_with_the_pixels(one: Rect, other: Rect, margin: int) -> None:
    around = Rect(one.x - margin, one.y - margin, one.width + 2 * margin, one.height + 2 * margin)
    assert touch(one, other, margin) == bool(pixels(around) & pixels(other))
    assert touch(one, other, margin) == touch(other, one, margin)


@given(RECTS, RECTS)
def test_what_lies_in_another_has_no_pixel_outside_it(one: Rect, other: Rect) -> None:
    assert lies_in(one, other) == (pixels(one) <= pixels(other))
    assert lies_in(one, one)
    assert lies_in(one, bounding([one, other]))


@given(st.lists(RECTS, min_size=1, max_size=4))
def test_a_bounding_rectangle_is_the_smallest_that_holds_all(rects: list[Rect]) -> None:
    around = bounding(rects)
    assert all(intersection(rect, around) == rect for rect in rects)
    assert {around.x, around.y} == {min(r.x for r in rects), min(r.y for r in rects)}
    assert around.x + around.width in {r.x + r.width for r in rects}
    assert around.y + around.height in {r.y + r.height for r in rects}


def test_nothing_has_no_bounds() -> None:
    with pytest.raises(ValueError, match="empty"):
        bounding([])


@given(RECTS, st.integers(-60, 60), st.integers(-60, 60))
def test_contains_agrees_with_the_pixels(rect: Rect, x: int, y: int) -> None:
    assert contains(rect, x, y) == ((x, y) in pixels(rect))


@pytest.mark.parametrize(
    ("rect", "name"),
    [
        (Rect(10, 10, 5, 5), "LEFT"),
        (Rect(700, 10, 300, 5), "RIGHT"),
        (Rect(700, 10, 200, 5), "LEFT"),
        (Rect(0, -100, 20, 110), "ABOVE"),
    ],
)
def test_a_rectangle_belongs_to_the_screen_that_shows_most_of_it(rect: Rect, name: str) -> None:
    assert screen_of(rect, (LEFT, RIGHT, ABOVE)).name == name


@pytest.mark.parametrize(
    ("rect", "screen", "logical"),
    [
        (Rect(10, 20, 30, 40), LEFT, Rect(10, 20, 30, 40)),
        (Rect(900, 20, 30, 40), RIGHT, Rect(850, 10, 15, 20)),
        (Rect(-100, -500, 125, 250), ABOVE, Rect(-120, -520, 100, 200)),
        (Rect(801, 1, 1, 1), RIGHT, Rect(800, 0, 1, 1)),
    ],
)
def test_logical_is_counted_from_the_origin_of_the_screen(rect: Rect, screen: Screen, logical: Rect) -> None:
    assert to_logical(rect, screen) == logical
