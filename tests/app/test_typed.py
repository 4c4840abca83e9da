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
from app.typed import (
    Amount,
    has_unseen,
    is_below_nothing,
    kept,
    read_age,
    read_amount,
    read_day,
    read_moment,
)
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


@given(st.text(st.characters(), max_size=120))
def test_nothing_typed_breaks_it(typed: str) -> None:
    for read in (lambda: read_moment(typed, NOW), lambda: read_amount(typed), lambda: read_age(typed)):
        with contextlib.suppress(BadInput):
            read()
    (kept(typed) or "").encode()  # what is kept can be written
    assert isinstance(is_below_nothing(typed) or has_unseen(typed), bool)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles", "nowhere"])
@pytest.mark.parametrize(
    "typed", ["31/12/9999 23:59", "1/1/0001 0:00", "1/1/0000 10:00", "9" * 10_000 + " 10:00"]
)
def test_the_ends_of_time_break_nothing(zone: str, typed: str) -> None:
    with contextlib.suppress(BadInput):
        read_moment(typed, replace(NOW, zone=zone))


@pytest.mark.parametrize(
    ("typed", "is_below"),
    [
        ("-50", True),
        ("£-5", True),
        ("\u2212 £ 20", True),
        ("50", False),
        ("50-60", False),
        ("all I had - 200", False),
    ],
)
def test_a_minus_before_a_sum_is_seen(typed: str, is_below: bool) -> None:
    assert is_below_nothing(typed) is is_below


def test_all_of_a_long_text_is_kept_and_half_characters_are_marked() -> None:
    assert kept(" \ud800 \u202eabc\x00 ") == "\ufffd \u202eabc\x00"
    assert kept("x" * 10_000) == "x" * 10_000
    assert kept(" \n ") is None
    assert has_unseen("a\u202eb")
    assert not has_unseen("J.-P. Mbala, Côte de l'Ouest")


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
        ("50 000 FCFA", 50_000, "XOF"),
        ("50.000 XOF", 50_000, "XOF"),
        ("NGN 1,250,000.5", 125_000_050, "NGN"),
        ("1.250,50 €", 125_050, "EUR"),
        ("12,50", 1_250, "GBP"),
        ("1'250 CHF", 125_000, "CHF"),
        ("25.125 KWD", 25_125, "KWD"),
        ("500 USDT", 500_000_000, "USDT"),
        ("0,5 BTC", 50_000_000, "BTC"),
        ("0.000000000000000001 ETH", 1, "ETH"),
        ("\u202e200\u202c", 20_000, "GBP"),
        ("200 pounds.", 20_000, "GBP"),
    ],
)
def test_a_sum_is_in_the_smallest_unit(typed: str, minor: int, currency: str) -> None:
    assert read_amount(typed) == Amount(minor, currency)


@pytest.mark.parametrize(
    "typed",
    ["", "a lot", "20.005", "20 doubloons", "1 200 apples", "-50", "£-5", "1,2,3", "1,25,000", "12.345.678",
     "£ 5 $", "9" * 31, "9" * 10_000, "£" * 10_000],
)  # fmt: skip
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
