# SPDX-License-Identifier: MIT
"""A doubtful character is one button away from being another, and every choice is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.identify.values import Doubt
from ui.widgets.alternatives import Alternatives

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

CID = "live:.cid.8f3a1b2c4d5e6f70"


@pytest.fixture
def row(context: Context, qtbot: QtBot) -> Alternatives:
    row = Alternatives(context)
    qtbot.addWidget(row)
    return row


def names(row: Alternatives) -> list[str]:
    return [button.text() for button in row.buttons.values()]


def test_the_first_place_is_shown_as_in_the_drawing(row: Alternatives) -> None:
    row.offer(CID, ())
    assert row.which.words == "Character 1 is"
    assert names(row) == ["small L", "capital i", "one"]
    assert [key for key, button in row.buttons.items() if button.isChecked()] == ["l"]
    assert row.buttons["I"].accessibleName() == "Character 1 is capital i"
    assert row.text == CID


def test_a_choice_changes_the_text_and_is_remembered(row: Alternatives, qtbot: QtBot) -> None:
    row.offer(CID, ())
    with qtbot.waitSignal(row.changed):
        qtbot.mouseClick(row.buttons["I"], Qt.MouseButton.LeftButton)
    assert row.text == "I" + CID[1:]
    with qtbot.waitSignal(row.shown_place) as heard:
        qtbot.mouseClick(row.next, Qt.MouseButton.LeftButton)
    assert heard.args == [14]
    assert row.which.words == "Character 15 is"
    assert "2 of 3" in row.next.accessibleName()
    row.next.click()
    row.next.click()
    assert row.buttons["I"].isChecked()
    row.buttons["l"].click()
    assert row.text == CID


def test_two_characters_may_be_one_and_what_follows_moves(row: Alternatives) -> None:
    row.offer("cornl0", ())
    assert "m" in row.buttons
    row.buttons["m"].click()
    assert row.text == "coml0"
    row.next.click()
    assert row.which.words == "Character 4 is"
    row.buttons["1"].click()
    assert row.text == "com10"


def test_what_the_two_readings_disagree_on_is_offered_too(row: Alternatives) -> None:
    row.offer("abc", (Doubt(1, ("b", "6")),))
    assert names(row) == ["b", "6"]
    assert row.next.isHidden()
    row.buttons["6"].click()
    assert row.text == "a6c"


def test_nothing_is_asked_where_nothing_is_in_doubt(row: Alternatives) -> None:
    row.offer("abc", ())
    assert row.isHidden()
    row.offer("lI10O", (), is_proven=True)
    assert row.isHidden()
    assert row.text == "lI10O"


def test_a_button_keeps_its_width_when_it_turns_bold(row: Alternatives, qtbot: QtBot) -> None:
    row.offer(CID, ())
    row.show()
    before = row.buttons["I"].sizeHint().width()
    row.buttons["I"].click()
    assert row.buttons["I"].width() >= before
    assert (
        row.buttons["I"].minimumWidth() >= row.buttons["I"].fontMetrics().horizontalAdvance("capital i") + 20
    )


def test_the_next_place_keeps_the_focus(row: Alternatives, qtbot: QtBot) -> None:
    row.offer(CID, ())
    row.show()
    qtbot.waitExposed(row)
    row.next.setFocus()
    qtbot.keyClick(row.next, Qt.Key.Key_Return)
    assert row.next.isVisible()
    assert row.focusWidget() is row.next
