# SPDX-License-Identifier: MIT
"""A call in the list says what is known, and can be changed and taken back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.model import Call, Entry, EntryId
from ui.widgets.call_row import CallRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 11, tzinfo=UTC)


def test_its_buttons_name_it_and_carry_it(context: Context, qtbot: QtBot) -> None:
    row = CallRow(context, Entry(EntryId("c"), Call(NOW, 240), NOW, NOW, 1), "Amélie, Skype")
    qtbot.addWidget(row)
    assert row.about.words == "4 minutes · Amélie, Skype"
    for button, signal in ((row.change, row.change_wanted), (row.back, row.back_wanted)):
        assert row.what.words in button.accessibleName()
        with qtbot.waitSignal(signal) as told:
            button.click()
        assert told.args[0].id == "c"


def test_a_call_of_which_nothing_is_known_has_one_line(context: Context, qtbot: QtBot) -> None:
    row = CallRow(context, Entry(EntryId("c"), Call(None), NOW, NOW, 1), "")
    qtbot.addWidget(row)
    assert row.what.words == context.words("said.call.unknown")
    assert row.about.isHidden()
