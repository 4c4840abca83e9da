# SPDX-License-Identifier: MIT
"""Which lines belong together, and which words are near one."""

from __future__ import annotations

import pytest

from app.model import Rect
from app.search.standing import MOST_LINES, Page, joined
from tests.app.search.pages import HIGH, LEFT, STEP, TOP, messages, read


def test_a_message_is_the_lines_that_go_on_in_one_another() -> None:
    page = Page(
        messages("Send £200 with Western Union and I\ndelete everything that I have of\nyou", "please")
    )
    assert page.message(0) == page.message(1) == page.message(2) == (0, 1, 2)
    assert page.message(3) == (3,)


@pytest.mark.parametrize(
    "second",
    [
        read("other", x=LEFT + 30, y=TOP + STEP),  # begins elsewhere
        read("other", y=TOP + 3 * STEP),  # stands too far below
        read("a line that is far longer than the first of the two", y=TOP + STEP),  # the first was not full
    ],
)
def test_lines_that_only_stand_near_are_no_message(second) -> None:
    assert Page([read("a first line of some words"), second]).message(0) == (0,)


def test_a_message_has_an_end() -> None:
    page = Page(messages("\n".join(["word after word after word"] * 40)))
    assert len(page.message(20)) == MOST_LINES


def test_a_label_stands_left_of_a_line_or_over_it() -> None:
    page = Page([read("Sort code"), read("60-16-13", x=LEFT + 200), read("Name", x=LEFT + 200, y=TOP - STEP)])
    assert page.words_near(1) == ("Sort code", "Name")
    assert page.words_near(0) == ()


def test_the_line_below_is_that_in_the_same_column() -> None:
    page = Page([read("one"), read("two", x=400, y=TOP + STEP), read("three", y=TOP + STEP)])
    assert page.under(0) == 2
    assert page.under(2) is None


def test_a_rectangle_holds_all_of_them() -> None:
    assert joined([Rect(10, 5, 20, HIGH), Rect(0, 30, 5, 5)]) == Rect(0, 5, 30, 30)


def test_a_number_may_answer_what_stands_shortly_before_it_at_the_other_side() -> None:
    page = Page([read("send me the MTCN"), read("123-456-7890", x=700, y=TOP + 70), read("far", y=TOP + 600)])
    assert page.words_before(1) == ("send me the MTCN",)
    assert page.words_before(2) == ()
