# SPDX-License-Identifier: MIT
"""A reference is asked for only where there may be one, and can be left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.widgets.reference_card import ReferenceCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def card(context: Context, qtbot: QtBot) -> ReferenceCard:
    card = ReferenceCard(context)
    qtbot.addWidget(card)
    return card


@pytest.mark.parametrize(
    ("step", "is_asked"), [("police", True), ("hash", True), ("stop", False), ("", False)]
)
def test_it_asks_after_such_a_step_alone(card: ReferenceCard, step: str, *, is_asked: bool) -> None:
    card.ask_after(step)
    assert card.isHidden() != is_asked


def test_noting_it_names_the_step(card: ReferenceCard, qtbot: QtBot) -> None:
    card.ask_after("police")
    with qtbot.waitSignal(card.note_wanted) as wanted:
        card.note.click()
    assert wanted.args == ["police"]
    assert card.isHidden()


def test_it_can_be_left(card: ReferenceCard, qtbot: QtBot) -> None:
    card.ask_after("police")
    with qtbot.assertNotEmitted(card.note_wanted):
        card.later.click()
    assert card.isHidden()
