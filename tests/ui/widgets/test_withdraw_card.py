# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.models.test_exhibits import exhibit
from ui.widgets.withdraw_card import WithdrawCard


@pytest.fixture
def card(context, shown) -> WithdrawCard:
    made = shown(WithdrawCard(context))
    made.show_exhibit(exhibit(3))
    return made


def press(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_takes_two_steps_and_a_reason(card: WithdrawCard, qtbot, words) -> None:
    assert not card.card.isVisible()
    press(card.open_button)
    assert card.card.title.words == words("exhibit.withdraw.title", ref="TJH/3")
    with qtbot.assertNotEmitted(card.confirmed):
        press(card.go_button)
    assert card.field.verdict.title.words == words("exhibit.withdraw.need")
    card.field.set_text("It shows another chat.")
    with qtbot.waitSignal(card.confirmed) as confirmed:
        press(card.go_button)
    assert confirmed.args == ["It shows another chat."]


def test_keeping_it_puts_the_question_away(card: WithdrawCard) -> None:
    press(card.open_button)
    card.field.set_text("no")
    press(card.keep_button)
    assert not card.card.isVisible()
    assert card.open_button.isVisible()
    assert card.field.text == ""


def test_a_withdrawn_one_says_when_and_why(card: WithdrawCard) -> None:
    at = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
    card.show_exhibit(replace(exhibit(3), withdrawn_at=at, withdrawn_why="Taken twice."))
    assert not card.open_button.isVisible()
    assert "25 Nov 2026" in card.done.words
    assert "Taken twice." in card.done.words


def test_the_way_to_remove_it_for_good_stands_last_and_not_where_that_is_asked(
    card: WithdrawCard, context, shown, qtbot
) -> None:
    assert card.remove_button.role == "quiet"
    assert card.remove_button.y() > card.open_button.y()
    with qtbot.waitSignal(card.removal_wanted):
        press(card.remove_button)
    assert not shown(WithdrawCard(context, has_removal=False)).remove_button.isVisible()
