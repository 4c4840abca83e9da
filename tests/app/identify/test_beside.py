# SPDX-License-Identifier: MIT
"""Labels, values and names are found where they stand: beside, above and below."""

from __future__ import annotations

from app.identify import beside
from app.identify.values import Box, TextLine
from tests.fakes.written import profile, share_of


def line(left: int, top: int, width: int = 60, height: int = 14) -> TextLine:
    return TextLine(Box(left, top, left + width, top + height), is_blue=False)


VALUE = line(150, 100, 120)


def test_the_label_at_the_left_of_a_value_is_found_in_a_picture() -> None:
    page, drawn = profile()
    (near, *_) = beside.left_of(page.pixels, TextLine(drawn, is_blue=True))
    assert near.box.right < drawn.left
    assert beside.is_level(near.box, drawn)


def test_only_lines_at_the_same_height_are_beside() -> None:
    label, other = line(20, 101), line(20, 122)
    assert beside.nearest_left(VALUE.box, [label, other]) == [label]
    assert beside.nearest_right(label.box, [VALUE, other]) == [VALUE]


def test_a_page_may_be_turned_a_little() -> None:
    assert beside.nearest_left(VALUE.box, [line(0, 107, 30)])
    assert not beside.nearest_left(VALUE.box, [line(80, 110)])


def test_what_is_over_a_value_begins_where_it_does() -> None:
    label, aside = line(150, 78), line(40, 78)
    assert beside.nearest_over(VALUE.box, [label, aside]) == [label]
    assert beside.nearest_under(label.box, [VALUE]) == [VALUE]
    assert beside.nearest_under(aside.box, [VALUE]) == []


def test_the_name_over_a_value_comes_before_smaller_letters() -> None:
    page, drawn = profile()
    first = beside.names_over(page.pixels, drawn)[0]
    assert share_of(first.box, Box(92, 30, 260, 55)) > 0.5


def test_the_nearer_of_what_is_beside_and_below_a_label_comes_first() -> None:
    label, right, under, far = line(20, 100), line(150, 100), line(20, 122), line(600, 100)
    assert beside.values_of(label.box, [right, under]) == [under, right]
    assert beside.values_of(label.box, [far, under]) == [under, far]
    assert beside.values_of(label.box, [right, line(20, 132)])[0] == right


def test_boxes_that_share_a_pixel_are_not_apart() -> None:
    box = Box(10, 10, 20, 20)
    assert beside.are_apart(box, Box(20, 10, 30, 20))
    assert beside.are_apart(box, Box(10, 20, 20, 30))
    assert not beside.are_apart(box, Box(19, 19, 30, 30))
