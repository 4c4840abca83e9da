# SPDX-License-Identifier: MIT
"""How the search stands is said in one sentence, with a button where something can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ui.widgets.looking_row import LookingRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def row(context: Context, qtbot: QtBot) -> LookingRow:
    row = LookingRow(context)
    qtbot.addWidget(row)
    return row


@pytest.mark.parametrize(
    ("about", "said", "button"),
    [
        ("none", "We found no ID in this picture", None),
        ("unread", "We could not read what is in the box", None),
        ("failed", "We could not read this picture", "Look once more"),
        ("ready", "We found something in your picture", "Look at it"),
    ],
)
def test_each_state(row: LookingRow, about: str, said: str, button: str | None) -> None:
    row.show_about(about)
    assert (row.about, row.isHidden()) == (about, False)
    assert row.looked.title.words == said
    assert row.looked.note.words
    assert row.about_looking.isHidden() is (button is None)
    assert button is None or row.about_looking.text() == button


def test_the_button_does_what_it_says(row: LookingRow, qtbot: QtBot) -> None:
    row.show_about("ready")
    with qtbot.waitSignal(row.show_wanted), qtbot.assertNotEmitted(row.again_wanted):
        qtbot.mouseClick(row.about_looking, Qt.MouseButton.LeftButton)
    row.show_about("failed")
    with qtbot.waitSignal(row.again_wanted), qtbot.assertNotEmitted(row.show_wanted):
        qtbot.mouseClick(row.about_looking, Qt.MouseButton.LeftButton)


def test_nothing_to_say_takes_no_room(row: LookingRow) -> None:
    row.show_about("none")
    row.show_about()
    assert row.isHidden()
    assert row.about == ""
