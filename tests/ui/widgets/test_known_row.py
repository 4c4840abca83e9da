# SPDX-License-Identifier: MIT
"""Somebody is told of with what is known; one press says that the person told them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint

from app.model import Answer, Contact, Entry, EntryId
from ui.widgets.known_row import KnownRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 16, tzinfo=UTC)


def made(context: Context, qtbot: QtBot, contact: Contact) -> KnownRow:
    row = KnownRow(context, Entry(EntryId("a"), contact, NOW, NOW, 1))
    qtbot.addWidget(row)
    return row


def test_what_is_known_is_told_and_what_is_not_takes_no_room(context: Context, qtbot: QtBot) -> None:
    row = made(context, qtbot, Contact("Ellie", "sister", phone="+447700900782", received=Answer.YES))
    assert (row.name.words, row.relation.words, row.reach.words) == ("Ellie", "sister", "+44 7700 900782")
    assert row.standing.words == "Got something"
    assert row.note.isHidden()
    bare = made(context, qtbot, Contact(""))
    assert bare.name.words == "Someone you know"
    assert bare.relation.isHidden()
    assert bare.standing.isHidden()


def test_one_press_tells_changes_or_takes_back(context: Context, qtbot: QtBot) -> None:
    row = made(context, qtbot, Contact("Ellie"))
    signals = {"told_now": row.told_now, "change": row.change_wanted, "take_back": row.take_back_wanted}
    for key, signal in signals.items():
        with qtbot.waitSignal(signal) as heard:
            row.buttons[key].click()
        assert heard.args[0].fact == Contact("Ellie")
    told = made(context, qtbot, Contact("Ellie", told_at=NOW))
    assert told.buttons["told_now"].isHidden()


@pytest.mark.parametrize("is_narrow", [False, True])
def test_the_words_have_most_of_the_room(
    context: Context, qtbot: QtBot, shown: Callable[[QWidget], QWidget], is_narrow: bool
) -> None:
    row = made(context, qtbot, Contact("Ellie", "sister", phone="+447700900782"))
    row.line.set_narrow(is_narrow)
    row.resize(700, 300)
    shown(row)
    assert row.name.width() > 400
    below, beside = (one.mapTo(row, QPoint()).y() for one in (row.reach, row.buttons["told_now"]))
    assert (beside > below) is is_narrow


def test_a_hostile_name_is_shown_safely(context: Context, qtbot: QtBot) -> None:
    row = made(context, qtbot, Contact("\u202e**Ellie**" + "x" * 10_000))
    assert row.name.shown.startswith("[U+202E]**Ellie**")
    assert row.buttons["change"].accessibleName().startswith("Change [U+202E]**Ellie**")
    assert row.minimumSizeHint().width() < 900
