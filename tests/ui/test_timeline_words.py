# SPDX-License-Identifier: MIT
"""Lines as the window says them: to the person, in their clock, no more exactly than known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.model import Certainty, Precision
from app.paths import resources
from app.timeline import Length, LineKind, Method, Platform, Sum, TimelineLine
from app.words import Words
from tests.app.timeline.cases import AT
from ui.timeline_words import GROUPS, TimelineWords, is_in

SUMMER = datetime(2026, 7, 1, 22, 30, 5, tzinfo=UTC)


def line(at=AT, key="event", **changed) -> TimelineLine:
    fields = changed.pop("fields", (("words", "it"),))
    return TimelineLine(at, LineKind.EVENT, Certainty.REMEMBERED, key, fields, **changed)


@pytest.fixture
def said(context) -> TimelineWords:
    return TimelineWords(context)


@pytest.mark.parametrize(
    ("changed", "shown"),
    [
        ({}, "21:40"),
        ({"is_about": True}, "about 21:40"),
        ({"precision": Precision.SECOND}, "21:40:00"),
        ({"precision": Precision.HOUR}, "in the hour from 21:40"),
        ({"precision": Precision.DAY}, "on this day"),
        ({"until": AT + timedelta(minutes=14)}, "21:40 to 21:54"),
        ({"until": AT + timedelta(seconds=4)}, "21:40"),
        ({"until": AT + timedelta(hours=4)}, "21:40 to 24 Nov 2026 01:40"),
    ],
)
def test_a_time_is_said_no_more_exactly_than_it_is_known(said, changed, shown) -> None:
    assert said.time(line(**changed)) == shown


def test_utc_is_said_only_where_it_differs(said) -> None:
    assert said.utc(line()) == ""
    assert said.utc(line(SUMMER)) == "UTC 22:30"
    assert said.utc(line(SUMMER, precision=Precision.DAY)) == ""
    assert said.time(line(SUMMER)) == "23:30"


def test_a_day_of_another_year_says_which(said) -> None:
    assert said.day(AT.date()) == "Monday 23 November"
    assert said.day(AT.date().replace(year=2025)) == "Sunday 23 November 2025"


def test_sums_lengths_and_names_have_their_words(said) -> None:
    paid = line(
        key="payment.sent",
        fields=(("number", 1), ("method", Method("western_union")), ("sum", Sum(25000, "GBP"))),
    )
    assert said.what(paid) == "You sent \u00a3250 by Western Union (payment 1)"
    unknown = replace(paid, fields=(*paid.fields[:2], ("sum", Sum(None, None))))
    assert "a sum you did not note" in said.what(unknown)
    call = line(key="call.video.length", fields=(("length", Length(865)),))
    assert said.what(call) == "Video call, 14 minutes 25 seconds"
    seen = line(key="account.first", fields=(("number", 2), ("platform", Platform("instagram"))))
    assert said.what(seen) == "Their Instagram account (2) was first seen"


def test_what_somebody_else_wrote_hides_nothing_and_is_cut_where_it_is_very_long(said) -> None:
    assert "[U+202E]" in said.what(line(fields=(("words", "a\u202eb"),)))
    assert len(said.what(line(fields=(("words", "x" * 10_000),)))) < 700


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "0 seconds"), (61, "1 minute 1 second"), (7200, "2 hours"), (90_000, "1 day 1 hour")],
)
def test_a_length_is_said_in_its_largest_parts(said, seconds, shown) -> None:
    assert said.length(timedelta(seconds=seconds)) == shown


def test_pictures_in_a_row_are_said_as_one_run(said) -> None:
    many = line(key="capture.several", fields=(("n", 3),), refs=("TJH/1", "TJH/2", "TJH/8"))
    assert said.where(many) == "TJH/1 to 2, TJH/8"
    assert said.where(line(refs=("TJH/2", "log"))) == "TJH/2, log"


def test_a_screen_reader_says_day_time_and_how_it_is_known(said) -> None:
    assert said.spoken(line(refs=("TJH/2",))) == "Monday 23 November, 21:40, it, Remembered, TJH/2"


def test_every_kind_has_a_switch_and_what_the_person_added_is_theirs() -> None:
    assert frozenset().union(*GROUPS.values()) == frozenset(LineKind)
    told = replace(line(event="e1"), kind=LineKind.CALL)
    assert is_in(told, "calls")
    assert is_in(told, "own")
    assert not is_in(replace(told, event=None), "own")


def test_report_and_window_have_a_sentence_for_the_same_lines(words) -> None:
    keys = words.keys()
    window = {key.removeprefix("when.line.") for key in keys if key.startswith("when.line.")}
    paper = {
        key.removeprefix("paper.timeline.line.") for key in keys if key.startswith("paper.timeline.line.")
    }
    assert window == paper
    assert isinstance(words, Words)
    assert resources().exists()
