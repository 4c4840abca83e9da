# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from app.intake.progress import Advice, Progress
from ui.capture.strip_card import AdviceCard
from ui.capture.strip_states import FIGURE_DOWN, FIGURE_JOINED, FIGURE_UP, before, going_on


@pytest.fixture
def card(context, shown) -> AdviceCard:
    made = shown(AdviceCard(context))
    made.resize(330, 120)
    return made


def drawn(card: AdviceCard) -> list[str]:
    return [name for name, figure in card.figures.items() if not figure.isHidden()]


def test_it_says_one_thing_and_how(card: AdviceCard, words) -> None:
    card.show_state(going_on(words, Progress(frames=2, gaps=1, advice=Advice.FAST, heading=1)))
    assert card.head.words == words("conversation.fast")
    assert card.how.words == words("conversation.fast.how")
    assert card.accessibleName() == f"{card.head.words} {card.how.words}"
    assert card.property("kind") == "attention"


def test_the_drawing_fits_what_is_said(card: AdviceCard, words) -> None:
    fast = Progress(frames=2, gaps=1, advice=Advice.FAST)
    for state, names in (
        (before(words), [FIGURE_JOINED]),
        (going_on(words, Progress(frames=2)), []),
        (going_on(words, fast), [FIGURE_UP]),
        (going_on(words, Progress(frames=2, gaps=1, advice=Advice.FAST, heading=-1)), [FIGURE_DOWN]),
    ):
        card.show_state(state)
        assert drawn(card) == names


def test_it_is_calm_again_when_all_is_well(card: AdviceCard, words) -> None:
    card.show_state(going_on(words, Progress(frames=2, gaps=1)))
    warm = card.grab().toImage().pixelColor(20, 6)
    card.show_state(going_on(words, Progress(frames=2)))
    assert card.grab().toImage().pixelColor(20, 6) != warm
