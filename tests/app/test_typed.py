# SPDX-License-Identifier: MIT
"""Times, sums and ages are understood as people type them, or said not to be."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import BadInput
from app.typed import Amount, read_age, read_amount, read_day, read_moment
from tests.fakes.clock import FakeClock

NOW = replace(FakeClock().now(), utc=datetime(2026, 11, 24, 2, 11, tzinfo=UTC), zone="Europe/London")
LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("23 Nov 21:40", (2026, 11, 23, 21, 40)),
        ("23 November 2026 9:40 pm", (2026, 11, 23, 21, 40)),
        ("23rd nov, 9pm", (2026, 11, 23, 21, 0)),
        ("Monday 23 Nov 21:40", (2026, 11, 23, 21, 40)),
        ("23/11 21:40", (2026, 11, 23, 21, 40)),
        ("23/11/26 21.40", (2026, 11, 23, 21, 40)),
        ("2026-11-23 21:40", (2026, 11, 23, 21, 40)),
        ("2026-11-23T21:40", (2026, 11, 23, 21, 40)),
        ("yesterday 9pm", (2026, 11, 23, 21, 0)),
        ("tomorrow at 6pm", (2026, 11, 25, 18, 0)),
        ("18:00", (2026, 11, 24, 18, 0)),
        ("12am", (2026, 11, 24, 0, 0)),
        ("12 pm", (2026, 11, 24, 12, 0)),
        ("3 Jan 10:00", (2027, 1, 3, 10, 0)),
    ],
)
def test_a_typed_time_is_local_and_kept_in_utc(typed: str, wanted: tuple[int, ...]) -> None:
    assert read_moment(typed, NOW) == datetime(*wanted, tzinfo=LONDON).astimezone(UTC)  # type: ignore[misc]


def test_summer_time_is_counted() -> None:
    assert read_moment("1 July 2026 12:00", NOW) == datetime(2026, 7, 1, 11, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "typed",
    ["", "soon", "23 Nov", "6", "31 Feb 10:00", "23 Nov 25:00", "13pm", "0am", "99/99 10:00", "23 Nob 10:00"],
)
def test_what_is_no_time_is_said_so(typed: str) -> None:
    with pytest.raises(BadInput):
        read_moment(typed, NOW)


@given(st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1)))  # noqa: DTZ001 - made local below
def test_the_form_we_write_is_read_again(local: datetime) -> None:
    local = local.replace(second=0, microsecond=0, tzinfo=LONDON)
    assert read_moment(f"{local:%d/%m/%Y %H:%M}", NOW) == local.astimezone(UTC)


@given(st.text(max_size=30))
def test_nothing_typed_breaks_it(typed: str) -> None:
    for read in (lambda: read_moment(typed, NOW), lambda: read_amount(typed), lambda: read_age(typed)):
        with contextlib.suppress(BadInput):
            read()


@pytest.mark.parametrize(
    ("typed", "minor", "currency"),
    [
        ("200", 20_000, "GBP"),
        ("£200", 20_000, "GBP"),
        ("200.50 pounds", 20_050, "GBP"),
        ("1,250.5 euro", 125_050, "EUR"),
        ("$40", 4_000, "USD"),
        ("0.00214 BTC", 214_000, "BTC"),
        ("50000 XOF", 50_000, "XOF"),
    ],
)
def test_a_sum_is_in_the_smallest_unit(typed: str, minor: int, currency: str) -> None:
    assert read_amount(typed) == Amount(minor, currency)


@pytest.mark.parametrize("typed", ["", "a lot", "20.005", "20 doubloons", "1 200 apples"])
def test_what_is_no_sum_is_said_so(typed: str) -> None:
    with pytest.raises(BadInput):
        read_amount(typed)


def test_an_age_is_a_number_of_years() -> None:
    assert read_age(" 22 ") == 22
    for typed in ("", "old", "-3", "121", "2.5"):
        with pytest.raises(BadInput):
            read_age(typed)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("27 Nov", date(2026, 11, 27)),
        (" Friday 27th  november ", date(2026, 11, 27)),
        ("27/11", date(2026, 11, 27)),
        ("2026-11-27", date(2026, 11, 27)),
        ("tomorrow", date(2026, 11, 25)),
        ("3 Jan", date(2027, 1, 3)),
    ],
)
def test_a_day_is_read_as_people_type_it(typed: str, wanted: date) -> None:
    assert read_day(typed, NOW) == wanted


@pytest.mark.parametrize(
    "typed", ["", "  ", "soon", "31 Feb", "0000-01-01", "x" * 10_000, "27 Nov \x00", "\u202e27"]
)
def test_what_is_no_day_is_said_to_be_none(typed: str) -> None:
    with pytest.raises(BadInput):
        read_day(typed, NOW)


@given(day=st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_every_day_written_in_full_is_read_back(day: date) -> None:
    assert read_day(day.isoformat(), NOW) == day
    assert read_day(f"{day:%d/%m}/{day.year:04}", NOW) == day
