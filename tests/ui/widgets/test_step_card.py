# SPDX-License-Identifier: MIT
"""The card of a step: one main button, the rest quiet; done can be taken back; money is time-critical."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.guide.plan import DONE, Step
from app.model import StepState
from tests.fakes.clock import START
from ui.step_words import StepWords
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


def test_a_done_step_says_what_came_of_it_and_by_whom(card: StepCard, context: Context) -> None:
    about = StepWords("Profile saved as TJH/3.", "Done by Ana")
    card.show_step(step(context, "profile", is_done=True), 11, is_next=False, about=about)
    assert (card.done.words, card.by.words) == ("Profile saved as TJH/3.", "Done by Ana")
    assert card.come_of_it.isVisible()
    assert card.go.role == "big_secondary"  # it can be done again, and nothing asks for it
    card.show_step(step(context, "threat"), 11, is_next=True)
    assert card.come_of_it.isHidden()
    assert card.go.role == "big"


def test_a_step_of_the_other_path_has_its_tick_and_its_undo_only(card: StepCard, context: Context) -> None:
    past = replace(step(context, "hash", is_done=True), is_past=True)
    card.show_step(past, 11, is_next=False)
    assert card.purpose.words == context.words("steps.page.past")
    assert card.how.count() == 0
    hidden = (card.go, card.second, card.tick, card.later, card.why, card.minutes)
    assert all(part.isHidden() for part in hidden)
    assert card.undo.isVisible()


def test_the_app_can_be_told_where_it_is_not_known(card: StepCard, context: Context, qtbot: QtBot) -> None:
    card.show_step(step(context, "pause"), 11, is_next=True, about=StepWords(asks_app=True))
    with qtbot.waitSignal(card.app_asked):
        card.ask_app.click()
    about = StepWords(traps=(("Kik", ("Save it first.",)),), lines=(("X", ("Sign out.",)),))
    card.show_step(step(context, "pause"), 11, is_next=True, about=about)
    assert card.ask_app.isHidden()
    assert card.traps.texts == ("Kik", "Save it first.")
    assert card.lines.texts == ("X", "Sign out.")
