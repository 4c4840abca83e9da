# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model import Exhibit, ExhibitFacts, ExhibitId, Listed
from app.search.own_words import OwnIndex, Where, in_own_words, marks_in, widened
from tests.fakes.acquisitions import acquisition
from tests.fakes.clock import START

FACTS = ExhibitFacts(title="They ask for £200", shows="Send by Western Union", note="ring Mum")
WHOLE = Exhibit(ExhibitId("id7"), 7, "TJH/7", 7, START, acquisition(title="Window 7").record, FACTS)
SHOWN = Listed.of(WHOLE)


@pytest.mark.parametrize(
    ("query", "where", "found"),
    [
        ("TJH/7", Where.REF, ["TJH/7"]),
        ("£200", Where.TITLE, ["£200"]),
        ("union western", Where.SHOWS, ["Western", "Union"]),
        ("western union", Where.SHOWS, ["Western Union"]),
        ("stern", Where.SHOWS, ["stern"]),
        ("MUM", Where.NOTE, ["Mum"]),
        ("window 7", Where.WINDOW, ["Window 7"]),
    ],
)
def test_all_that_is_said_of_an_exhibit_is_searched(query: str, where: Where, found: list[str]) -> None:
    hit = in_own_words(SHOWN, query)
    assert hit is not None
    assert hit.where is where
    assert [hit.text[start:end] for start, end in hit.marks] == found


@pytest.mark.parametrize("query", ["", "   ", "western dad", "300"])
def test_what_is_not_there_is_not_found(query: str) -> None:
    assert in_own_words(SHOWN, query) is None


def test_a_sign_that_is_no_letter_is_looked_for_as_it_is() -> None:
    assert marks_in("pay £ or €", "€") == ((9, 10),)
    assert marks_in("pay £ or", "€") == ()


def test_words_that_meet_are_marked_as_one() -> None:
    assert marks_in("overlap", "overl verlap") == ((0, 7),)


def test_a_mark_takes_in_the_sign_that_was_asked_for_where_it_stands() -> None:
    assert widened("pay £200 now", ((5, 8),), "£200") == ((4, 8),)
    assert widened("pay 200 now", ((4, 7),), "£200") == ((4, 7),)
    assert widened("200", ((0, 3),), "£200") == ((0, 3),)
    assert widened("pay 200€, yes", ((4, 7),), "200€") == ((4, 8),)
    assert widened("pay", ((0, 3),), "£") == ((0, 3),)


CASE = tuple(replace(SHOWN, id=ExhibitId(f"id{n}"), number=n, ref=f"TJH/{n}") for n in range(1, 6))


@pytest.mark.parametrize("query", ["TJH/7", "£200", "union western", "stern", "window 7", "€", "dad", "£"])
def test_all_exhibits_are_searched_as_each_by_itself(query: str) -> None:
    each = {one.id: said for one in CASE if (said := in_own_words(one, query)) is not None}
    assert OwnIndex(CASE).find(query, 9) == each


def test_of_too_many_the_last_are_given() -> None:
    assert list(OwnIndex(CASE).find("western", 2)) == ["id5", "id4"]


@given(st.text(max_size=40), st.text(max_size=8))
def test_marks_are_in_order_inside_the_text_and_apart(text: str, query: str) -> None:
    ends = [0]
    for start, end in marks_in(text, query):
        assert ends[-1] <= start < end <= len(text)
        ends.append(end)
