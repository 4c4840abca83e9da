# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

import pytest

from app.model import Rect
from tests.fakes.redacted import BOX, covered
from tests.fakes.runs import record_of
from tests.ui.capture.conftest import run_of
from ui.redact_words import (
    also_line,
    covered_areas,
    covered_line,
    covered_pictures,
    forgot_line,
    gap_line,
    happened_line,
    to_look_at,
    waiting_pictures,
)


@pytest.fixture
def run():
    made = run_of(8)
    return replace(made, run=record_of(made, gap_after=4))


def test_nothing_covered_says_nothing(words, run) -> None:
    assert covered_line(words, run) == happened_line(words, run) == gap_line(words, run) == ""
    assert forgot_line(words, 0) == ""


def test_a_box_that_came_along_is_one_area_in_several_pictures(words, run) -> None:
    made = covered(replace(run, run=record_of(run)), {2: (BOX,)}, {3: 2, 4: 2})
    assert covered_pictures(made) == (2, 3, 4)
    assert covered_areas(made) == 1
    assert covered_line(words, made) == "Covered: 1 area, in 3 pictures."
    assert happened_line(words, made) == "Covered in all 3 pictures that show this part."


def test_where_there_is_a_gap_it_does_not_say_that_it_is_everywhere(words, run) -> None:
    made = covered(run, {2: (BOX,)}, {3: 2})
    assert happened_line(words, made) == "Covered in 2 pictures, as far as we could follow."


def test_of_a_single_picture_it_is_said_what_the_report_shows(words, run) -> None:
    single = replace(run, frames=(), run=None, record=replace(run.record, run_id=None))
    made = covered(single, {1: (BOX, Rect(1, 2, 30, 40))})
    assert covered_line(words, made) == "Covered: 2 areas."
    assert happened_line(words, made) == words("redact.cover.one")


def test_across_a_gap_the_picture_to_look_at_is_named(words, run) -> None:
    assert to_look_at(covered(run, {4: (BOX,)})) == (range(5, 9),)
    assert to_look_at(covered(run, {5: (BOX,)})) == (range(1, 5),)
    assert "pictures 5 to 8" in gap_line(words, covered(run, {4: (BOX,)}))
    last = replace(run, run=record_of(run, gap_after=7))
    assert "picture 8" in gap_line(words, covered(last, {4: (BOX,)}))


def test_what_was_found_beyond_a_gap_need_not_be_looked_at(words, run) -> None:
    assert to_look_at(covered(run, {2: (BOX,)}, {7: 2})) == (range(5, 7), range(8, 9))
    assert "pictures 5, 6, 8 " in gap_line(words, covered(run, {2: (BOX,)}, {7: 2}))


def test_covered_on_both_sides_there_is_nothing_to_look_at(run) -> None:
    assert to_look_at(covered(run, {2: (BOX,), 7: (BOX,)})) == ()


def test_pictures_that_are_not_in_order_are_said_to_be_covered_whole(words, run) -> None:
    made = covered(replace(run, run=None), {2: (BOX,)}, dict.fromkeys((1, 3, 4, 5, 6, 7, 8), 2))
    assert waiting_pictures(made) == (range(1, 2), range(3, 9))
    assert happened_line(words, made) == words("redact.cover.run.waiting")
    assert gap_line(words, made).startswith("Pictures 1, 3 to 8 are not in order yet.")
    grown = replace(made, run=record_of(replace(run, frames=run.frames[:7])))
    assert gap_line(words, grown).startswith("Picture 8 is not in order yet.")


def test_it_says_how_many_lines_are_forgotten(words) -> None:
    assert "1 line" in forgot_line(words, 1)
    assert "12 lines" in forgot_line(words, 12)


def test_the_same_picture_under_other_numbers_is_named(words) -> None:
    assert also_line(words, ()) == ""
    assert "TJH/2, TJH/5" in also_line(words, ("TJH/2", "TJH/5"))
