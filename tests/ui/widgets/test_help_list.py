# SPDX-License-Identifier: MIT
"""Confirmed contacts have numbers; of the others there is only the name."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.guide.contacts import ForWhom
from app.model import Under18
from ui.widgets.contact_row import Seen
from ui.widgets.help_list import HelpList
from ui.widgets.label import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)


def show(context: Context, shown: HelpList, place: str, need: ForWhom | None) -> None:
    contacts = context.contacts
    context.here.set_place(place)
    fitting = contacts.for_person(place, Under18.NO, need)
    shown.show_contacts(fitting, Seen(contacts.country_of(place), NOW), need, is_narrow=False)
    shown.show_unchecked(contacts.not_checked(place, Under18.NO, need))


def test_rows_come_and_go(context: Context, qtbot: QtBot) -> None:
    shown = HelpList(context)
    qtbot.addWidget(shown)
    show(context, shown, "England", None)
    assert len(shown.rows) == len(context.contacts.for_person("England", Under18.NO))
    assert shown.none.isHidden()
    show(context, shown, "England", ForWhom.DOMESTIC_ABUSE)
    assert [row.reach.words for row in shown.rows] == ["999", "116 123", "0808 2000 247"]


def test_nobody_confirmed_for_a_need(context: Context, qtbot: QtBot) -> None:
    shown = HelpList(context)
    qtbot.addWidget(shown)
    show(context, shown, "Canada", ForWhom.LEGAL)
    assert not shown.none.isHidden()
    names = [label.words for label in shown.unchecked.findChildren(Label)]
    assert names[-1] == "Legal aid in your province"
    show(context, shown, "Another country", ForWhom.LEGAL)
    assert shown.unchecked.isHidden()
