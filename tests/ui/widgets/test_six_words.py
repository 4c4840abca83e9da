# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from ui.widgets.six_words import SixWords

SIX = "plover anvil quartz ninepin lamplight river"


@pytest.fixture
def card(context, shown) -> SixWords:
    made = SixWords(context)
    shown(made)
    made.show_words(SIX, "document-locked.pdf")
    return made


def texts(card: SixWords) -> str:
    widgets = card.findChildren(QWidget)
    labels = [one.text() for one in card.findChildren(QLabel)]
    return " ".join([*labels, *(f"{one.accessibleName()} {one.accessibleDescription()}" for one in widgets)])


def test_each_word_stands_by_itself_with_its_number(card: SixWords, words) -> None:
    shown = [card.findChild(QWidget, f"word_{n}") for n in range(1, 7)]
    assert [one.words for one in shown] == SIX.split(" ")
    assert shown[2].accessibleName() == words("email.word", n=3, word="quartz")
    assert all(one.isVisible() for one in shown)


def test_the_words_can_be_neither_selected_nor_copied(card: SixWords, words) -> None:
    for n in range(1, 7):
        label = card.findChild(QWidget, f"word_{n}")
        assert label.textInteractionFlags() == Qt.TextInteractionFlag.NoTextInteraction
    card.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied == words("email.text")
    assert not set(SIX.split(" ")) & set(copied.split(" "))


def test_nothing_of_them_stays(card: SixWords, qtbot) -> None:
    card.forget()
    assert not card.isVisible()
    assert not card.has_words
    assert not any(word in texts(card) for word in SIX.split(" "))


def test_new_words_take_the_place_of_those_before(card: SixWords) -> None:
    card.show_words("one two three four five six", "other.pdf")
    visible = [one for one in card.findChildren(QWidget, "word_1") if one.isVisible()]
    assert [one.words for one in visible] == ["one"]


def test_closing_it_is_the_persons_word(card: SixWords, qtbot) -> None:
    with qtbot.waitSignal(card.closed):
        card.close_button.click()
