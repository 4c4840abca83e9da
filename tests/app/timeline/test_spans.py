# SPDX-License-Identifier: MIT
"""Zooming shows what lies in a week, a day or an hour of the person's clock, and where nothing is known."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model import Certainty
from app.timeline import LineKind, TimelineLine
from app.timeline.spans import Scale, Span, after, before, silences, span_of, within
from tests.app.timeline.cases import AT

LONDON = ZoneInfo("Europe/London")
MOMENTS = st.integers(0, 10_000).map(lambda minutes: AT + timedelta(minutes=minutes))


def line(at, until=None):
    return TimelineLine(at, LineKind.EVENT, Certainty.SEEN, "event", until=until)


LINES = st.lists(MOMENTS, min_size=1, max_size=20).map(lambda times: tuple(line(at) for at in sorted(times)))


def test_a_day_is_a_day_of_the_persons_clock():
    summer = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)  # 00:30 in London
    assert span_of((), Scale.DAY, summer, LONDON) == Span(
        datetime(2026, 7, 1, 23, tzinfo=UTC), datetime(2026, 7, 2, 23, tzinfo=UTC)
    )
    change = span_of((), Scale.DAY, datetime(2026, 10, 25, 12, tzinfo=UTC), LONDON)
    assert change.length == timedelta(hours=25)


def test_a_week_begins_on_monday_and_an_hour_at_its_minute_nought():
    week = span_of((), Scale.WEEK, AT, LONDON)
    assert (week.start, week.length) == (datetime(2026, 11, 23, tzinfo=UTC), timedelta(days=7))
    hour = span_of((), Scale.HOUR, AT, LONDON)
    assert (hour.start, hour.length) == (AT.replace(minute=0), timedelta(hours=1))


@given(LINES, st.sampled_from(Scale), MOMENTS)
def test_what_is_looked_at_what_came_before_and_what_comes_after_is_everything(lines, scale, around):
    span = span_of(lines, scale, around, LONDON)
    shown = within(lines, span)
    earlier, later = before(lines, span), after(lines, span)
    assert (earlier is None) == all(line.at >= span.start for line in lines)
    assert (later is None) == all(line.at < span.end for line in lines)
    assert all(span.start <= line.at < span.end for line in shown)
    if scale is Scale.ALL:
        assert shown == lines


@given(LINES, st.sampled_from(Scale), MOMENTS)
def test_no_line_lies_in_a_silence(lines, scale, around):
    span = span_of(lines, scale, around, LONDON)
    for quiet in silences(lines, span):
        assert quiet.length * 8 >= span.length
        assert not any(quiet.start < line.at < quiet.end for line in lines)


def test_a_line_that_lasts_ends_a_silence_only_when_it_ends():
    long = line(AT, AT + timedelta(hours=9))
    lines = (long, line(AT + timedelta(hours=1)), line(AT + timedelta(hours=10)))
    assert silences(lines, Span(AT, AT + timedelta(hours=10, seconds=1))) == ()


@pytest.mark.parametrize("lines", [(), (line(AT),)])
def test_one_moment_or_none_is_an_hour(lines):
    span = span_of(lines, Scale.ALL, AT, LONDON)
    assert span.start == AT
    assert span.length >= timedelta(hours=1)
    assert silences(lines, span) == ()


def test_a_call_that_began_before_the_hour_is_in_it():
    call = line(AT - timedelta(hours=1), AT)
    assert within((call,), span_of((), Scale.HOUR, AT, LONDON)) == (call,)


@pytest.mark.parametrize("scale", list(Scale))
@pytest.mark.parametrize(
    "at",
    [
        datetime(1, 1, 1, tzinfo=UTC),
        datetime(9999, 12, 31, 23, 59, tzinfo=UTC),
        datetime(9999, 12, 30, tzinfo=UTC),
    ],
)
def test_a_slip_of_a_thousand_years_can_be_looked_at(scale, at):
    lines = tuple(sorted((line(at), line(AT)), key=lambda one: one.at))
    span = span_of(lines, scale, at, LONDON)
    assert line(at) in within(lines, span)
    assert isinstance(silences(lines, span), tuple)
