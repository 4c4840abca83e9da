# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from app.model import Under18
from ui.widgets.age_card import AgeCard


@pytest.fixture
def card(context, shown) -> AgeCard:
    return shown(AgeCard(context))


@pytest.mark.parametrize("kept", list(Under18))
def test_the_kept_answer_is_shown_and_stays_unless_another_is_chosen(card: AgeCard, kept: Under18) -> None:
    card.load(kept, has_pictures=False)
    assert len(card.answers.on) == 1
    assert card.answer(Under18.NO) is kept


@pytest.mark.parametrize("key", ["questions.q1.yes", "questions.q1.unsure"])
def test_it_says_that_pictures_are_set_apart_before_it_is_kept(card: AgeCard, key: str) -> None:
    card.load(Under18.NO, has_pictures=True)
    assert not card.note.isVisible()
    card.answers.chips[key].click()
    assert card.note.isVisible()
    card.answers.chips["questions.q1.no"].click()
    assert not card.note.isVisible()


def test_without_pictures_there_is_nothing_to_set_apart(card: AgeCard) -> None:
    card.load(Under18.NO, has_pictures=False)
    card.answers.chips["questions.q1.yes"].click()
    assert not card.note.isVisible()
