# SPDX-License-Identifier: MIT
"""Hours that are right to the minute, over nights, weekends and the changes of the clock."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.guide.hours import Hours, Presence

LONDON = ZoneInfo("Europe/London")
OFFICE = Hours(Presence.TABLE, ("mon", "tue", "wed", "thu", "fri"), "10:00", "16:00")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A local time in November 2026; the 24th is a Tuesday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("when", "is_open", "opens"),
    [
        (at(24, 9, 59), False, at(24, 10)),
        (at(24, 10), True, at(25, 10)),
        (at(24, 15, 59), True, at(25, 10)),
        (at(24, 16), False, at(25, 10)),
        (at(27, 17), False, at(30, 10)),  # Friday evening: Monday
        (at(28, 12), False, at(30, 10)),  # Saturday
    ],
)
def test_office_hours(when: datetime, is_open: bool, opens: datetime) -> None:
    assert OFFICE.is_open(when) is is_open
    assert OFFICE.opens_next(when) == opens


def test_day_and_night_is_always_open_and_unknown_never_claims_to_be() -> None:
    assert Hours(Presence.ALWAYS).is_open(at(24, 3))
    for presence in (Presence.NOT_KNOWN, Presence.ONLINE):
        assert not Hours(presence).is_open(at(24, 12))
        assert Hours(presence).opens_next(at(24, 12)) is None


YEARS = st.datetimes(at(1, 0).replace(tzinfo=None), at(30, 0).replace(year=2027, tzinfo=None))


@given(YEARS.map(lambda when: when.replace(tzinfo=LONDON)))
def test_they_are_there_when_they_open_next(when: datetime) -> None:
    opens = OFFICE.opens_next(when)
    assert opens is not None
    assert opens > when
    assert opens - when <= timedelta(days=4)
    assert OFFICE.is_open(opens)


@pytest.mark.parametrize(
    ("utc_hour", "is_open"),
    [
        ("2026-10-23T09:30+00:00", True),
        ("2026-10-26T09:30+00:00", False),
        ("2027-03-26T09:30+00:00", False),
        ("2027-03-29T09:30+00:00", True),
    ],
)
def test_the_same_hour_of_the_world_is_another_hour_there_after_the_clocks_changed(
    utc_hour: str, is_open: bool
) -> None:
    assert OFFICE.is_open(datetime.fromisoformat(utc_hour).astimezone(LONDON)) is is_open


def test_it_opens_at_the_hour_of_the_wall_there_also_after_the_change() -> None:
    friday = datetime(2026, 10, 23, 18, tzinfo=LONDON)  # the clocks go back on Sunday
    opens = OFFICE.opens_next(friday)
    assert opens == datetime(2026, 10, 26, 10, tzinfo=LONDON)
    assert opens.utcoffset() == timedelta(0)
    assert friday.utcoffset() == timedelta(hours=1)
