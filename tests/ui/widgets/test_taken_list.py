# SPDX-License-Identifier: MIT
"""What was taken back is listed when it is asked for, and each can be brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.removing import Fact
from ui.widgets.button import Button
from ui.widgets.taken_list import TakenList

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def listed(context: Context, qtbot: QtBot) -> TakenList:
    listed = TakenList(context, "people")
    qtbot.addWidget(listed)
    return listed


def test_it_is_hidden_while_there_is_nothing(listed: TakenList) -> None:
    listed.show_entries([])
    assert listed.isHidden()


def test_it_opens_and_closes(listed: TakenList) -> None:
    listed.show_entries([("a", "Skype live:a"), ("b", "Ellie")])
    assert listed.toggle.text() == "Show what you took back (2)"
    assert all(row.isHidden() for row in listed.rows)
    listed.toggle.click()
    assert not any(row.isHidden() for row in listed.rows)
    listed.toggle.click()
    assert all(row.isHidden() for row in listed.rows)


def test_each_can_be_brought_back(listed: TakenList, qtbot: QtBot) -> None:
    listed.show_entries([("a", "Skype live:a"), ("b", "\u202eEllie")])
    listed.toggle.click()
    undo = listed.rows[1].findChild(Button, "undo")
    assert undo.accessibleName() == "Bring it back [U+202E]Ellie"
    with qtbot.waitSignal(listed.undo_wanted) as heard:
        undo.click()
    assert heard.args == ["b"]


def test_each_can_be_removed_for_good_from_there(listed: TakenList, qtbot: QtBot) -> None:
    listed.show_entries([("a", "Skype live:a"), ("b", "Ellie")])
    listed.toggle.click()
    with qtbot.waitSignal(listed.removal_wanted) as asked:
        listed.rows[1].findChild(Button, "remove").click()
    assert asked.args == [Fact("b", "Ellie", "people")]
