# SPDX-License-Identifier: MIT
"""Deadlines in their own words, and times only where no doubt is left."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model import Precision
from app.search.dates import moment_of, whens_in
from tests.app.search.pages import TAKEN
from tests.fakes.acquisitions import acquisition


def deadlines(text: str) -> list[str]:
    return [text[one.start : one.end] for one in whens_in(text, TAKEN) if one.is_deadline]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("pay by 6pm tomorrow", "by 6pm tomorrow"),
        ("pay by tomorrow 6pm", "by tomorrow 6pm"),
        ("pay by 6pm to morrow", "by 6pm to morrow"),  # as a reading has it now and then
        ("you have until Friday 18:00", "until Friday 18:00"),
        ("till midnight my friend", "till midnight"),
        ("before the end of the day", "before the end of the day"),
        ("Tomorrow by noon", "Tomorrow by noon"),
        ("Deadline: 6 pm today", "Deadline: 6 pm today"),
        ("You have 24 hours", "You have 24 hours"),
        ("u have only 2 hours left", "u have only 2 hours left"),
        ("I give you 30 minutes", "I give you 30 minutes"),
        ("within the next 3 days", "within the next 3 days"),
        ("In 2 hours everyone sees it", "In 2 hours"),
        ("48 hours!", "48 hours"),
        ("one hour left", "one hour left"),
        ("2 hours or I post", "2 hours"),
    ],
)
def test_a_deadline_is_found_in_their_words(text: str, words: str) -> None:
    assert deadlines(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "2 hours ago", "Messages disappear after 24 hours", "open 24 hours", "last seen 3 hours ago",
        "by the way", "by 2 people", "you have 2 new messages", "Delivery within 3 days", "3 h", "5 min",
        "in 2 hours we go home", "Muted until 08:00", "Do not disturb until 07:00",
        "Offer ends in 24 hours", "stand by me", "by may", "until you pay", "before we met",
        "Available 24 hours", "the last 24 hours",
    ],
)  # fmt: skip
def test_what_nobody_set_is_no_deadline(text: str) -> None:
    assert deadlines(text) == []


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("by 25 November 2026 18:00", datetime(2026, 11, 25, 18, tzinfo=UTC)),
        ("by 25/11/2026 at 6pm", datetime(2026, 11, 25, 18, tzinfo=UTC)),
        ("by 6 p.m. on 25 Nov", datetime(2026, 11, 25, 18, tzinfo=UTC)),
        ("until 2026-11-25 18:00", datetime(2026, 11, 25, 18, tzinfo=UTC)),
        ("by July 1st, 2027 at 18:00", datetime(2027, 7, 1, 17, tzinfo=UTC)),  # in London it is summer
        ("by 6pm tomorrow", None),  # of the day they wrote it, which nobody knows
        ("until Friday 18:00", None),
        ("by 5/6/2026 18:00", None),  # the fifth of June, or the sixth of May
        ("by 30 February 2026 18:00", None),
        ("by 25 November 2026", None),
        ("you have 24 hours", None),
    ],
)
def test_a_deadline_is_a_time_only_if_that_is_certain(text: str, at: datetime | None) -> None:
    (one,) = whens_in(text, TAKEN)
    assert one.is_deadline
    assert one.at == at


def test_without_knowing_when_the_picture_was_taken_nothing_is_a_time() -> None:
    assert [one.at for one in whens_in("by 25 November 18:00")] == [None]


@pytest.mark.parametrize(
    ("text", "at", "precision"),
    [
        ("Sent on 21 Nov 2026 at 10:32", datetime(2026, 11, 21, 10, 32, tzinfo=UTC), Precision.MINUTE),
        ("Date: 21 Nov 2026", datetime(2026, 11, 21, tzinfo=UTC), Precision.DAY),
        ("I met her on Nov 3rd", datetime(2026, 11, 3, tzinfo=UTC), Precision.DAY),
        ("paid 2026-11-21", datetime(2026, 11, 21, tzinfo=UTC), Precision.DAY),
    ],
)
def test_a_day_among_words_is_a_time(text: str, at: datetime, precision: Precision) -> None:
    (one,) = whens_in(text, TAKEN)
    assert not one.is_deadline
    assert (one.at, one.precision) == (at, precision)


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday 24 November 2026", "24/11/2026 02:16", "Tue, 24 Nov 2026, 02:16", "Today 24 Nov",
        "version 1.2.2026", "Member since 3 Nov 2020", "© 2026 Example", "in 2019", "on 5/6/2026 I paid",
        "paid 32 Nov 2026",
    ],
)  # fmt: skip
def test_a_mark_between_messages_is_no_day_to_tell_of(text: str) -> None:
    assert whens_in(text, TAKEN) == ()


def test_the_moment_of_a_picture_has_its_zone() -> None:
    record = acquisition(b"x").record
    moment = moment_of(record.time)
    assert (moment.utc, moment.zone) == (record.time.started_at, record.time.zone)


@given(st.text(max_size=80) | st.text("by until 0123456789:/.-pmNov", max_size=40))
def test_no_text_makes_it_fail(text: str) -> None:
    for one in whens_in(text, TAKEN):
        assert 0 <= one.start < one.end <= len(text)
