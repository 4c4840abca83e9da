# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from ui.widgets.removal_card import RemovalCard


@pytest.fixture
def card(opened, shown) -> RemovalCard:
    made = shown(RemovalCard(opened))
    made.ask_about("a1")
    return made


def test_it_asks_for_the_reason_then_for_the_tick(card: RemovalCard, qtbot, words) -> None:
    with qtbot.assertNotEmitted(card.confirmed):
        card.go_button.click()
        assert card.need.title.words == words("remove.sure.why.need")
        card.why.set_text("a reason")
        assert not card.need.isVisible()
        card.go_button.click()
        assert card.need.title.words == words("remove.sure.tick.need")
    card.tick.setChecked(True)
    with qtbot.waitSignal(card.confirmed) as confirmed:
        card.go_button.click()
    assert confirmed.args == ["a reason"]


def test_another_one_is_asked_about_from_the_beginning(card: RemovalCard) -> None:
    card.why.set_text("a reason")
    card.tick.setChecked(True)
    card.ask_about("b2")
    assert (card.why.text, card.tick.isChecked()) == ("", False)


def test_what_was_typed_about_this_one_comes_back(card: RemovalCard, qtbot) -> None:
    card.why.set_text("a reason")
    card.ask_about("b2")
    card.ask_about("a1")
    qtbot.waitUntil(lambda: card.why.text == "a reason")


def test_while_it_is_removed_nothing_can_be_pressed(card: RemovalCard) -> None:
    card.set_busy(is_busy=True)
    assert card.progress.isVisible()
    assert not card.go_button.isEnabled()
    assert not card.keep_button.isEnabled()
    card.set_busy(is_busy=False)
    assert card.go_button.isEnabled()
    assert not card.progress.isVisible()
