# SPDX-License-Identifier: MIT
"""Both buttons say of what they are, and carry the entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Call, Entry, EntryId
from tests.fakes.clock import START
from ui.widgets.entry_row import EntryRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_the_buttons_carry_the_entry_and_say_of_what_they_are(context: Context, qtbot: QtBot) -> None:
    entry = Entry(EntryId("a"), Call(START), START, START, 1)
    row = EntryRow(context, entry, "the call of Thursday", is_last=True)
    qtbot.addWidget(row)
    for button, signal in ((row.change, row.change_wanted), (row.back, row.back_wanted)):
        assert "the call of Thursday" in button.accessibleName()
        with qtbot.waitSignal(signal) as heard:
            button.click()
        assert heard.args == [entry]
    assert row.property("last") is True
