# SPDX-License-Identifier: MIT
"""Whether messages can disappear is asked in one tap; a time belongs to a yes only."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.model import Answer, CaseFacts, Under18
from ui.widgets.vanish_card import VanishCard

CASE = CaseFacts(Under18.NO, "England")
AT = datetime(2026, 11, 24, 18, 0, 31, tzinfo=UTC)


@pytest.fixture
def card(context, shown) -> VanishCard:
    return shown(VanishCard(context))


def test_the_time_is_asked_after_a_yes(card: VanishCard) -> None:
    card.load(CASE)
    assert not card.at.isVisible()
    card.answers.chips["yes"].click()
    assert card.at.isVisible()
    card.at.set_text("24/11/2026 18:00")
    facts = card.facts(CASE)
    assert facts.messages_may_vanish is Answer.YES
    assert facts.vanish_at == AT.replace(second=0)


def test_a_time_that_was_typed_before_a_no_is_not_kept(card: VanishCard) -> None:
    card.load(CASE)
    card.answers.chips["yes"].click()
    card.at.set_text("24/11/2026 18:00")
    card.answers.chips["no"].click()
    assert card.facts(CASE).vanish_at is None
    assert card.facts(CASE).messages_may_vanish is Answer.NO


def test_what_is_kept_is_shown_and_keeps_its_seconds(card: VanishCard) -> None:
    kept = CaseFacts(Under18.NO, "England", messages_may_vanish=Answer.YES, vanish_at=AT)
    card.load(kept)
    assert card.facts(kept) == kept
