# SPDX-License-Identifier: MIT
"""A day is set with one press, or typed and read back; past and far days are kept and said kindly."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ui.widgets.day_picker import DayPicker

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.fakes.clock import FakeClock
    from ui.context import Context

TODAY = date(2026, 11, 24)


@pytest.fixture
def picker(context: Context, qtbot: QtBot) -> DayPicker:
    picker = DayPicker(context, label="Look again on")
    qtbot.addWidget(picker)
    return picker


@pytest.mark.parametrize(("key", "days"), [("tomorrow", 1), ("three", 3), ("week", 7)])
def test_one_press_sets_a_day_and_says_it_in_full(picker: DayPicker, key: str, days: int) -> None:
    picker.chips.chips[key].click()
    day = TODAY + timedelta(days=days)
    assert picker.day == day
    assert str(day.day) in picker.said.words
    assert picker.typed.isHidden()


def test_tomorrow_is_counted_from_the_day_where_the_person_is(picker: DayPicker, clock: FakeClock) -> None:
    clock.zone = "Pacific/Kiritimati"  # 14 hours ahead: at 02:16 UTC it is 16:16 there
    clock.advance(timedelta(hours=8))
    picker.chips.chips["tomorrow"].click()
    assert picker.day == date(2026, 11, 26)


def test_a_date_is_typed_and_read_back(picker: DayPicker) -> None:
    picker.chips.chips["day"].click()
    assert not picker.typed.isHidden()
    assert picker.day is None
    picker.typed.set_text("3 Jan")
    assert picker.day == date(2027, 1, 3)
    assert "2027" in picker.said.words
    assert picker.typed.verdict.kind == ""


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("soon", "odd"),
        ("1 Nov 2026", "past"),
        ("1 Jan 2031", "far"),
        ("\u202e1 Nov", "odd"),
        ("9" * 10_000, "odd"),
    ],
)
def test_an_unusual_day_is_said_kindly(picker: DayPicker, context: Context, typed: str, key: str) -> None:
    picker.chips.chips["day"].click()
    picker.typed.set_text(typed)
    assert picker.typed.verdict.kind == "hint"
    assert picker.typed.verdict.title.words == context.words(f"watch.page.next.{key}")


def test_not_any_more_sets_none(picker: DayPicker) -> None:
    picker.chips.chips["never"].click()
    assert picker.day is None
    assert picker.said.isHidden()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(day=st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_every_kept_day_comes_back_as_it_was(picker: DayPicker, day: date | None) -> None:
    picker.set_day(day)
    assert picker.day == day
