# SPDX-License-Identifier: MIT
"""The card of a step: one main button, the rest quiet; done can be taken back; money is time-critical."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.guide.plan import DONE, Step
from app.model import StepState
from tests.fakes.clock import START
from ui.widgets.step_card import StepCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def card(context: Context, shown: Callable[[QWidget], QWidget]) -> StepCard:
    card = StepCard(context)
    shown(card)
    return card


def step(context: Context, name: str, *, is_done: bool = False) -> Step:
    state = StepState(name, DONE, START) if is_done else None
    return Step(context.guides[name], 4, state)


def test_a_step_with_a_page_has_a_tick_of_its_own(card: StepCard, context: Context, qtbot: QtBot) -> None:
    card.show_step(step(context, "identify"), 11, is_next=True)
    assert card.overline.words == context.words("steps.page.next", n=4, all=11)
    assert card.headline.words == context.guides["identify"].title
    assert card.figure is not None
    assert not card.tick.isHidden()
    with qtbot.waitSignals([card.pressed, card.put_off, card.ticked]):
        card.go.click()
        card.later.click()
        card.tick.click()


def test_a_done_step_can_be_taken_back(card: StepCard, context: Context, qtbot: QtBot) -> None:
    card.show_step(step(context, "stop", is_done=True), 11, is_next=False)
    assert card.go.isHidden()
    assert card.later.isHidden()
    with qtbot.waitSignal(card.taken_back):
        card.undo.click()


def test_money_is_the_time_critical_card(card: StepCard, context: Context) -> None:
    card.show_step(step(context, "money"), 11, is_next=True)
    assert card.property("kind") == "attention"
    assert card.overline.words.startswith(context.words("steps.page.now"))
    card.show_step(step(context, "stop"), 11, is_next=True)
    assert card.property("kind") == "card"


def test_rows_are_those_of_the_guide(card: StepCard, context: Context) -> None:
    for name in ("money", "safe"):
        card.show_step(step(context, name), 11, is_next=True)
        assert card.how.count() == len(context.guides[name].rows)
