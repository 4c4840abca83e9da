# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from tests.fakes.acquisitions import acquisition
from ui import moments

AT = datetime(2026, 11, 24, 2, 16, 5, tzinfo=timezone(timedelta(hours=1)))


def test_days_in_english() -> None:
    assert moments.long_day(date(2026, 11, 24), "en") == "Tuesday 24 November 2026"
    assert moments.heading_day(date(2026, 11, 22), "en") == "Sunday 22 November"
    assert moments.short_day(date(2026, 11, 4), "en") == "4 Nov 2026"
    assert moments.day_month(date(2026, 11, 4), "en") == "4 Nov"


def test_times_in_english() -> None:
    assert (moments.hour(AT, "en"), moments.second(AT, "en")) == ("02:16", "02:16:05")


def test_days_in_another_language() -> None:
    assert moments.long_day(date(2026, 11, 24), "fr") == "mardi 24 novembre 2026"


@pytest.mark.parametrize(
    ("minutes", "expected"), [(0, "UTC +0"), (60, "UTC +1"), (330, "UTC +5:30"), (-210, "UTC -3:30")]
)
def test_offsets(minutes: int, expected: str) -> None:
    assert moments.offset(AT.astimezone(timezone(timedelta(minutes=minutes)))) == expected


def test_an_exhibit_keeps_the_time_of_the_wall() -> None:
    class Taken:
        record = acquisition().record

    assert moments.taken_at(Taken).isoformat() == "2026-11-24T02:16:05.123000+00:00"
