# SPDX-License-Identifier: MIT
"""What is due counts by the person's own day; nothing that was set is forgotten or shown early."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.clock import Moment
from app.guide.due import due, in_a_week, local_day, look_on
from app.model import Entry, EntryId, Place, PlaceKind, ReportMade

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 2, 11, tzinfo=UTC)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def place(day: date | None, *, is_closed: bool = False, name: str = "instagram.com/tom") -> Entry[Place]:
    fact = Place(PlaceKind.ACCOUNT, name, next_look_on=day, is_closed=is_closed)
    return Entry(EntryId(f"place-{name}-{day}"), fact, NOW, NOW, 1)


def report(day: date | None, *, is_closed: bool = False) -> Entry[ReportMade]:
    fact = ReportMade("Instagram", "IG-1", NOW, next_check_on=day, is_closed=is_closed)
    return Entry(EntryId(f"report-{day}"), fact, NOW, NOW, 1)


def moment(utc: datetime, offset_minutes: int) -> Moment:
    return Moment(utc, 0, "boot", "somewhere", offset_minutes)


def test_what_is_set_for_today_is_due_and_tomorrow_is_not() -> None:
    today, tomorrow = place(TODAY), place(TODAY + timedelta(days=1))
    assert [each.entry for each in due((today, tomorrow), (), TODAY)] == [today]


def test_a_day_that_passed_unseen_is_still_due() -> None:
    assert len(due((place(date(2026, 10, 1)),), (), TODAY)) == 1


def test_the_longest_waiting_comes_first_places_and_reports_together() -> None:
    late, asked, now = place(date(2026, 11, 1)), report(date(2026, 11, 20)), place(TODAY)
    assert [each.entry for each in due((now, late), (asked,), TODAY)] == [late, asked, now]


@pytest.mark.parametrize("entry", [place(None), place(TODAY, is_closed=True)])
def test_no_day_and_what_is_closed_are_never_due(entry: Entry[Place]) -> None:
    assert look_on(entry.fact) is None
    assert due((entry,), (), TODAY) == ()


@pytest.mark.parametrize("entry", [report(None), report(TODAY, is_closed=True)])
def test_a_report_that_waits_for_nothing_is_never_due(entry: Entry[ReportMade]) -> None:
    assert due((), (entry,), TODAY) == ()


@pytest.mark.parametrize(
    ("utc", "offset", "day"),
    [
        (datetime(2026, 11, 23, 23, 59, 59, tzinfo=UTC), 0, date(2026, 11, 23)),
        (datetime(2026, 11, 24, 0, 0, tzinfo=UTC), 0, date(2026, 11, 24)),
        (datetime(2026, 6, 30, 23, 30, tzinfo=UTC), 60, date(2026, 7, 1)),  # summer time in London
        (datetime(2026, 11, 24, 3, 0, tzinfo=UTC), -300, date(2026, 11, 23)),  # New York
        (datetime(2026, 11, 24, 10, 30, tzinfo=UTC), 14 * 60, date(2026, 11, 25)),  # Kiribati
        (datetime(2026, 11, 24, 18, 15, tzinfo=UTC), 345, date(2026, 11, 25)),  # Nepal, a quarter hour
    ],
)
def test_today_is_the_day_where_the_person_is(utc: datetime, offset: int, day: date) -> None:
    assert local_day(moment(utc, offset)) == day


@given(
    utc=st.datetimes(datetime(2001, 1, 1), datetime(2099, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    offset=st.integers(-12 * 60, 14 * 60),
)
def test_no_zone_moves_the_day_by_more_than_one(utc: datetime, offset: int) -> None:
    assert local_day(moment(utc, offset)) == (utc + timedelta(minutes=offset)).date()


@given(days=st.lists(st.tuples(st.none() | DAYS, st.booleans()), max_size=30), today=DAYS)
def test_exactly_what_is_open_and_has_come_is_due(days: list[tuple[date | None, bool]], today: date) -> None:
    places = [place(day, is_closed=closed, name=str(at)) for at, (day, closed) in enumerate(days)]
    found = due(places, (), today)
    wanted = [
        each for each in places if not each.fact.is_closed and (each.fact.next_look_on or today) <= today
    ]
    assert {each.entry.id for each in found} == {each.id for each in wanted if each.fact.next_look_on}
    assert [each.on for each in found] == sorted(each.on for each in found)


@given(today=DAYS)
def test_in_a_week_is_the_same_day_of_the_week(today: date) -> None:
    assert in_a_week(today).weekday() == today.weekday()
    assert due((place(in_a_week(today)),), (), today) == ()
