# SPDX-License-Identifier: MIT
"""A pasted message is looked at here, and nothing of it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ui.widgets.firms_card import FirmsCard
from ui.widgets.label import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def card(context: Context, qtbot: QtBot) -> FirmsCard:
    card = FirmsCard(context)
    qtbot.addWidget(card)
    card.show()
    return card


def rows(card: FirmsCard) -> list[str]:
    return [label.words for label in card.found.findChildren(Label) if not label.isHidden()]


def test_the_field_waits_until_it_is_asked_for(card: FirmsCard, qtbot: QtBot) -> None:
    assert card.field.isHidden()
    qtbot.mouseClick(card.ask, Qt.MouseButton.LeftButton)
    assert not card.field.isHidden()
    assert card.verdict.isHidden()


def test_a_promise_is_taken_apart(card: FirmsCard, context: Context, qtbot: QtBot) -> None:
    card.field.set_text("I guarantee your money back. Small fee first, on Telegram.")
    assert card.verdict.words == context.words("help.promise.seen")
    qtbot.waitUntil(lambda: len(rows(card)) == 3)
    assert any("“guarantee”" in row for row in rows(card))


def test_a_plain_message_is_not_called_safe(card: FirmsCard, context: Context) -> None:
    card.field.set_text("See you at seven.")
    assert card.verdict.words == context.words("help.promise.none")
    assert rows(card) == []
    card.field.clear()
    assert card.verdict.isHidden()
