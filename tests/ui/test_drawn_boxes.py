# SPDX-License-Identifier: MIT
"""Boxes stay in their picture, every step can be taken back, and a text brings all of them back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model import ExhibitId, Rect
from ui.drawn_boxes import MOST_STEPS, DrawnBoxes

ONE, TWO = ExhibitId("one"), ExhibitId("two")
BOX, OTHER = Rect(10, 20, 30, 40), Rect(50, 60, 20, 10)


@pytest.fixture
def drawn(qapp) -> DrawnBoxes:
    made = DrawnBoxes()
    made.begin({ONE: (200, 100), TWO: (200, 100)}, {})
    return made


def test_what_is_drawn_is_held_by_picture(drawn: DrawnBoxes, qtbot) -> None:
    with qtbot.waitSignal(drawn.changed) as changed:
        drawn.put(ONE, [BOX])
    assert changed.args == ["one"]
    drawn.put(TWO, [OTHER, BOX])
    assert drawn.all == {ONE: (BOX,), TWO: (OTHER, BOX)}
    assert drawn.count == 3


def test_a_picture_without_boxes_is_none_of_those_that_have_any(drawn: DrawnBoxes) -> None:
    drawn.put(ONE, [BOX])
    drawn.put(ONE, [])
    assert drawn.all == {}


def test_a_box_never_leaves_its_picture(drawn: DrawnBoxes) -> None:
    drawn.put(ONE, [Rect(190, 90, 50, 50), Rect(300, 0, 5, 5)])
    assert drawn.of(ONE) == (Rect(190, 90, 10, 10),)


def test_of_an_unknown_picture_nothing_is_held(drawn: DrawnBoxes) -> None:
    drawn.put(ExhibitId("gone"), [BOX])
    assert drawn.all == {}
    assert not drawn.can_undo


def test_each_step_is_taken_back_and_names_its_picture(drawn: DrawnBoxes) -> None:
    drawn.put(ONE, [BOX])
    drawn.put(TWO, [OTHER])
    assert drawn.undo() == TWO
    assert drawn.all == {ONE: (BOX,)}
    assert drawn.undo() == ONE
    assert drawn.all == {}
    assert drawn.undo() is None


def test_steps_of_one_name_are_taken_back_as_one(drawn: DrawnBoxes) -> None:
    drawn.put(ONE, [BOX])
    for x in range(14, 60, 4):
        drawn.put(ONE, [Rect(x, 20, 30, 40)], "move 0")
    drawn.undo()
    assert drawn.of(ONE) == (BOX,)


def test_taking_all_away_is_one_step(drawn: DrawnBoxes) -> None:
    drawn.put(ONE, [BOX])
    drawn.put(TWO, [OTHER])
    drawn.clear()
    assert drawn.count == 0
    assert drawn.undo() is None
    assert drawn.all == {ONE: (BOX,), TWO: (OTHER,)}


def test_what_one_begins_with_is_no_step(drawn: DrawnBoxes) -> None:
    drawn.begin({ONE: (200, 100)}, {ONE: [BOX]})
    assert drawn.of(ONE) == (BOX,)
    assert not drawn.can_undo


def test_only_so_many_steps_are_kept(drawn: DrawnBoxes) -> None:
    for n in range(MOST_STEPS + 20):
        drawn.put(ONE, [Rect(n % 50, 0, 10, 10)])
    taken_back = 0
    while drawn.can_undo:
        drawn.undo()
        taken_back += 1
    assert taken_back == MOST_STEPS


@settings(max_examples=60)
@given(st.lists(st.tuples(*[st.integers(-50, 250)] * 2, *[st.integers(0, 300)] * 2), max_size=6))
def test_a_text_brings_everything_back(sides: list[tuple[int, int, int, int]]) -> None:
    drawn, other = DrawnBoxes(), DrawnBoxes()
    for each in (drawn, other):
        each.begin({ONE: (200, 100)}, {})
    drawn.put(ONE, [Rect(*four) for four in sides])
    other.set_text(drawn.text)
    assert other.all == drawn.all


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "7", '{"one": 5}', '{"one": [[1, 2]]}', '{"one": [["a", 1, 2, 3]]}']
)
def test_a_text_that_is_none_changes_nothing(drawn: DrawnBoxes, text: str) -> None:
    drawn.put(ONE, [BOX])
    drawn.set_text(text)
    assert drawn.of(ONE) == (BOX,)


def test_that_nothing_is_drawn_is_a_text_too(drawn: DrawnBoxes) -> None:
    nothing = drawn.text
    assert nothing
    drawn.put(ONE, [BOX])
    drawn.set_text(nothing)
    assert drawn.count == 0
