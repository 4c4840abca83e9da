# SPDX-License-Identifier: MIT
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.widgets.before_card import BeforeCard


def test_it_is_hidden_until_it_has_something_to_say(context, shown, qtbot) -> None:
    card = BeforeCard(context, "Before you print", "Print", "Not now")
    qtbot.addWidget(card)
    assert card.isHidden()
    card.show_lines(["One.", "Two."])
    assert [row.words.words for row in card._rows] == ["One.", "Two."]
    card.show_lines(["Three."])
    assert [row.words.words for row in card._rows] == ["Three."]


def test_both_ways_out(context, qtbot) -> None:
    card = BeforeCard(context, "Before you print", "Print", "Not now")
    qtbot.addWidget(card)
    card.show_lines(["One."])
    with qtbot.waitSignal(card.went_on):
        QTest.mouseClick(card.go_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(card.left):
        QTest.mouseClick(card.back_button, Qt.MouseButton.LeftButton)


def test_a_part_of_its_own_stands_above_the_buttons(context, shown) -> None:
    card = shown(BeforeCard(context, "Title", "Go", "Back"))
    part = QWidget(card)
    card.put_in(part)
    card.show_lines(["one", "two"])
    assert card.body.indexOf(part) == card.body.count() - 2
