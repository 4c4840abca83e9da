# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from app.custody.acts import Acts
from app.custody.checkpoint import check_words
from tests.ui.models.test_acts import ACTS
from ui.widgets.head_card import HeadCard

ROOT = "0123456789abcdef" * 4


@pytest.fixture
def card(context, shown) -> HeadCard:
    return shown(HeadCard(context))


def test_it_says_how_long_the_list_is_and_what_it_comes_to(card) -> None:
    card.show_head(Acts(ACTS, 11, ROOT))
    assert card.follows.title.words == "3 acts, in 11 records"
    assert card.fingerprint.words == "0123 4567 89ab cdef"
    assert card.check_words.words == " ".join(check_words(ROOT))


def test_one_act_is_one(card) -> None:
    card.show_head(Acts(ACTS[:1], 3, ROOT))
    assert card.follows.title.words == "1 act, in 3 records"


def test_the_button_asks_for_the_check(card, qtbot) -> None:
    with qtbot.waitSignal(card.check_asked):
        card.check.click()


def test_a_locked_case_leaves_nothing(card) -> None:
    card.show_head(Acts(ACTS, 11, ROOT))
    card.forget()
    assert card.isHidden()
    assert not card.fingerprint.words
    assert not card.check_words.words
