# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.search.values import ReadingState
from tests.ui.filling import add_exhibit, ask
from ui.widgets.reading_card import ReadingCard


@pytest.fixture
def card(opened, shown) -> ReadingCard:
    made = ReadingCard(opened)
    made.resize(900, 300)
    shown(made)
    made.show_state()
    return made


def stands(
    card: ReadingCard, *, is_on: bool = True, read: int = 0, failed: int = 0, waiting: int = 0
) -> None:
    card._pass.state = ReadingState(is_on, read, failed, waiting)
    card._pass.changed.emit()


def press(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_is_hidden_until_somebody_knows_and_where_there_is_nothing(card: ReadingCard) -> None:
    assert not card.isVisible()
    stands(card)
    assert not card.isVisible()


def test_what_is_still_to_be_read_is_said_with_a_bar_and_pause(card: ReadingCard, words) -> None:
    stands(card, read=5, failed=1, waiting=4)
    assert card.said.words == words("search.read.left", n=4)
    assert card.bar.isVisible()
    assert card.bar.share == pytest.approx(0.6)
    press(card.pause)
    assert card._pass.is_paused
    assert card.said.words == words("search.read.paused", left=words("search.read.left", n=4))
    assert card.pause.text() == words("search.read.on")
    press(card.pause)
    assert not card._pass.is_paused
    stands(card, read=9, waiting=1)
    assert card.said.words == words("search.read.left", n=1)


def test_stuck_it_says_that_the_pictures_are_safe_and_offers_to_try_again(card: ReadingCard, words) -> None:
    card._pass.is_stuck = True
    stands(card, read=1, waiting=3)
    assert "safe" in card.said.words
    assert card.pause.text() == words("search.read.again")
    press(card.pause)
    assert not card._pass.is_stuck


def test_when_everything_is_read_there_is_one_quiet_line(card: ReadingCard, words) -> None:
    stands(card, read=3)
    assert card.said.words == words("search.read.quiet")
    assert not card.bar.isVisible()
    assert not card.pause.isVisible()


def test_before_it_is_turned_off_it_says_what_happens_then_and_can_be_left(
    card: ReadingCard, opened, qtbot
) -> None:
    stands(card, read=3)
    with qtbot.waitSignal(card.asked):
        press(card.switch)
    assert card.sure.isVisible()
    press(card.keep)
    assert not card.sure.isVisible()
    assert ask(opened, qtbot, lambda vault: vault.reading_state().is_on)


def test_turned_off_and_on_again(card: ReadingCard, opened, qtbot, words) -> None:
    add_exhibit(opened, qtbot)
    stands(card, read=3)
    press(card.switch)
    press(card.go)
    qtbot.waitUntil(lambda: card.said.words == words("search.read.is_off"))
    assert not ask(opened, qtbot, lambda vault: vault.reading_state().is_on)
    assert card.switch.text() == words("search.read.turn_on")
    press(card.switch)
    qtbot.waitUntil(lambda: card.said.words == words("search.read.left", n=1))
    assert not card.sure.isVisible()


def test_in_a_case_without_pictures_it_says_nothing(card: ReadingCard) -> None:
    stands(card, read=3)
    card.set_wanted(is_wanted=False)
    assert not card.isVisible()
    stands(card, read=3, waiting=1)
    assert not card.isVisible()
    card.set_wanted(is_wanted=True)
    assert card.isVisible()
