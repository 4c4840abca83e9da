# SPDX-License-Identifier: MIT
"""What they hold is ticked and printed; what somebody wrote besides stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.model import Answer, CaseFacts, Under18
from ui.widgets.held_card import HeldCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

FACTS = CaseFacts(
    Under18.NO, "England", held=("recording of a video call", "a letter"), face_visible=Answer.YES, name="Tom"
)


@pytest.fixture
def card(context: Context, qtbot: QtBot) -> HeldCard:
    card = HeldCard(context)
    qtbot.addWidget(card)
    card.load(FACTS)
    return card


def test_what_is_kept_is_ticked_and_nothing_changes_by_looking(card: HeldCard) -> None:
    assert card.held.on == ("call",)
    assert card.face.on == ("yes",)
    assert card.ticks.over(FACTS) == FACTS


def test_ticks_join_what_is_there(card: HeldCard) -> None:
    card.held.chips["sent"].click()
    card.held.chips["shown"].click()
    assert card.ticks.over(FACTS).held == (
        "recording of a video call", "a letter", "pictures the person sent", "it was shown to the person",
    )  # fmt: skip
    assert card.ticks.over(FACTS).name == "Tom"


def test_a_fake_answers_the_question_about_ai_unless_it_was_answered(card: HeldCard) -> None:
    card.held.chips["ai"].click()
    assert card.made_by_ai.on == ("yes",)
    card.made_by_ai.chips["no"].click()
    card.held.chips["ai"].click()
    card.held.chips["ai"].click()
    assert card.made_by_ai.on == ("no",)


def test_what_was_ticked_meanwhile_is_not_lost_by_reading_again(card: HeldCard) -> None:
    card.held.chips["profile"].click()
    card.load(FACTS)
    assert "profile" in card.held.on


def test_it_says_that_it_is_kept_until_another_tick(card: HeldCard) -> None:
    card.taken_up(FACTS)
    assert card.kept.kind == "good"
    card.face.chips["no"].click()
    assert card.kept.kind == ""


def test_its_button_asks_for_keeping(card: HeldCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.keep_wanted):
        card.keep.click()
