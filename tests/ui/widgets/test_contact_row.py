# SPDX-License-Identifier: MIT
"""A contact says whether somebody is there now, and never claims what is not known."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from app.model import Under18
from ui.widgets.contact_row import ContactRow, presence

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.guide.contacts import Contact
    from ui.context import Context


def at(day: int, hour: int) -> datetime:
    """A local time in November 2026; the 24th is a Tuesday."""
    return datetime(2026, 11, day, hour, tzinfo=ZoneInfo("Europe/London"))


def contact(context: Context, name: str) -> Contact:
    everyone = context.contacts.for_person("England", Under18.NOT_SURE)
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
    assert presence(context, contact(context, name), when) == (said, is_open)


def test_the_number_can_be_selected_and_is_read_out_with_its_name(context: Context, qtbot: QtBot) -> None:
    row = ContactRow(context, contact(context, "samaritans"), at(24, 3))
    qtbot.addWidget(row)
    assert row.reach.words == "116 123"
    assert row.reach.accessibleName() == "Samaritans: 116 123"
    row.set_narrow(True)
    row.resize(300, row.sizeHint().height())
    assert not row.grab().isNull()
