# SPDX-License-Identifier: MIT
"""A contact says whether somebody is there now, and never claims what is not known."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.model import Answer, Under18
from ui.widgets.contact_row import ContactRow, Seen, presence

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.guide.contacts import Contact
    from ui.context import Context


def at(day: int, hour: int) -> datetime:
    """A local time in November 2026; the 24th is a Tuesday."""
    return datetime(2026, 11, day, hour, tzinfo=ZoneInfo("Europe/London"))


def seen(context: Context, when: datetime, shared: Answer = Answer.NO) -> Seen:
    return Seen(context.contacts.country_of("England"), when, shared)


def contact(context: Context, name: str, place: str = "England") -> Contact:
    everyone = context.contacts.for_person(place, Under18.NOT_SURE)
    return next(each for each in everyone if each.id == name)


@pytest.mark.parametrize(
    ("name", "when", "said", "is_open"),
    [
        ("samaritans", at(24, 3), "Always open", True),
        ("rph", at(24, 11), "Open now", True),
        ("rph", at(24, 3), "Opens today at 10:00", False),
        ("rph", at(27, 17), "Opens Monday 30 November at 10:00", False),
        ("stopncii", at(24, 3), "Online", False),
        ("bank", at(24, 12), "Hours depend on your bank", False),
        ("nspcc", at(24, 12), "Hours not known", False),
    ],
)
def test_hours_are_said_as_they_are(
    context: Context, name: str, when: datetime, said: str, is_open: bool
) -> None:
    assert presence(context, contact(context, name), seen(context, when)) == (said, is_open)


@pytest.mark.parametrize(
    ("zone", "utc", "said"),
    [
        ("America/New_York", datetime(2026, 11, 24, 7, tzinfo=UTC), "Opens today at 05:00"),
        ("Asia/Tokyo", datetime(2026, 11, 24, 7, tzinfo=UTC), "Opens today at 19:00"),
        ("Australia/Sydney", datetime(2026, 11, 24, 17, tzinfo=UTC), "Opens today at 21:00"),
        # clocks go back in London on 25 October: 10:00 there is another hour in Tokyo
        ("Asia/Tokyo", datetime(2026, 10, 23, 17, tzinfo=UTC), "Opens Monday 26 October at 19:00"),
        ("Asia/Tokyo", datetime(2026, 10, 22, 17, tzinfo=UTC), "Opens today at 18:00"),
    ],
)
def test_hours_are_kept_there_and_said_in_the_time_of_this_computer(
    context: Context, zone: str, utc: datetime, said: str
) -> None:
    here = utc.astimezone(ZoneInfo(zone))
    assert presence(context, contact(context, "rph"), seen(context, here))[0].startswith(said)


def test_the_number_can_be_selected_and_is_read_out_with_its_name(context: Context, qtbot: QtBot) -> None:
    row = ContactRow(context, contact(context, "samaritans"), seen(context, at(24, 3)))
    qtbot.addWidget(row)
    assert row.reach.words == "116 123"
    assert row.reach.accessibleName() == "Samaritans: 116 123"
    row.set_narrow(True)
    row.resize(300, row.sizeHint().height())
    assert not row.grab().isNull()


def test_a_number_is_copied_and_never_called(context: Context, qtbot: QtBot) -> None:
    row = ContactRow(context, contact(context, "samaritans"), seen(context, at(24, 3)))
    qtbot.addWidget(row)
    qtbot.mouseClick(row.act, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "116 123"
    assert row.act.text() == context.words("help.row.copied")
    assert row.act.accessibleName()
    assert row.opening.isHidden()


def test_a_page_is_asked_about_before_it_opens(context: Context, qtbot: QtBot) -> None:
    row = ContactRow(context, contact(context, "stopncii"), seen(context, at(24, 3), Answer.YES))
    qtbot.addWidget(row)
    row.show()
    qtbot.mouseClick(row.act, Qt.MouseButton.LeftButton)
    assert "stopncii.org" in row.opening.what.words
    assert row.opening.shared.words == context.words("help.open.shared")
    qtbot.mouseClick(row.act, Qt.MouseButton.LeftButton)
    assert row.opening.isHidden()


def test_words_that_name_no_number_have_no_button(context: Context, qtbot: QtBot) -> None:
    row = ContactRow(context, contact(context, "police", "Canada"), seen(context, at(24, 3)))
    qtbot.addWidget(row)
    assert row.act.isHidden()
    assert row.reach.words == "your local police"


def test_bank_holidays_stand_on_a_line_of_their_own(context: Context, qtbot: QtBot) -> None:
    row = ContactRow(context, contact(context, "rph"), seen(context, at(24, 3)))
    qtbot.addWidget(row)
    assert row.extra.words == "Closed on bank holidays"
    row = ContactRow(context, contact(context, "bank"), seen(context, at(24, 3)))
    qtbot.addWidget(row)
    assert row.extra.isHidden()  # there it is the line itself


def test_after_six_months_the_row_says_how_old_it_is(context: Context, qtbot: QtBot) -> None:
    row = ContactRow(context, contact(context, "rph"), seen(context, at(24, 3)))
    qtbot.addWidget(row)
    assert row.old.isHidden()
    later = datetime(2027, 6, 1, 12, tzinfo=ZoneInfo("Europe/London"))
    row = ContactRow(context, contact(context, "rph"), seen(context, later))
    qtbot.addWidget(row)
    assert row.old.words == context.words("help.row.old", date="1 Nov 2026")
    assert not row.old.isHidden()
