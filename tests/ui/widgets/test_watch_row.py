# SPDX-License-Identifier: MIT
"""A row says what is watched and opens it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from app.model import Entry, EntryId, Place, PlaceKind
from ui.widgets.watch_row import WatchRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 11, tzinfo=UTC)


def row(context: Context, qtbot: QtBot, day: date | None) -> WatchRow:
    place = Place(PlaceKind.ACCOUNT, "My Instagram", next_look_on=day)
    made = WatchRow(context, Entry(EntryId("p"), place, NOW, NOW, 1))
    qtbot.addWidget(made)
    return made


def test_what_is_due_stands_out(context: Context, qtbot: QtBot) -> None:
    assert row(context, qtbot, date(2026, 11, 24)).next.property("role") == "overline"
    assert row(context, qtbot, date(2026, 11, 25)).next.property("role") == "small"


def test_its_button_opens_it_and_says_which(context: Context, qtbot: QtBot) -> None:
    made = row(context, qtbot, None)
    assert "My Instagram" in made.open.accessibleName()
    with qtbot.waitSignal(made.opened) as opened:
        made.open.click()
    assert opened.args[0].id == "p"


def test_a_name_is_shown_letter_for_letter(context: Context, qtbot: QtBot) -> None:
    place = Place(PlaceKind.LINK, "**bold** <b>x</b>")
    made = WatchRow(context, Entry(EntryId("p"), place, NOW, NOW, 1))
    qtbot.addWidget(made)
    assert made.what.shown == "**bold** <b>x</b>"
