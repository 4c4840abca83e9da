# SPDX-License-Identifier: MIT
"""What is due is one calm line with a way to it; nothing due is no line."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from app.guide.due import Due
from app.model import Entry, EntryId, Place, PlaceKind
from ui.widgets.due_card import DueCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 11, tzinfo=UTC)


def found(*names: str) -> tuple[Due, ...]:
    day = date(2026, 11, 24)
    return tuple(
        Due(Entry(EntryId(name), Place(PlaceKind.ACCOUNT, name, next_look_on=day), NOW, NOW, 1), day)
        for name in names
    )


@pytest.fixture
def card(context: Context, qtbot: QtBot) -> DueCard:
    card = DueCard(context)
    qtbot.addWidget(card)
    return card


def test_nothing_due_is_not_shown(card: DueCard) -> None:
    card.show_due(found("My Instagram"))
    assert not card.isHidden()
    card.show_due(())
    assert card.isHidden()


def test_it_says_how_many_and_names_the_first(card: DueCard, context: Context) -> None:
    card.show_due(found("A", "B", "C", "D"))
    assert card.said.words == context.words("watch.page.due", n=4)
    assert card.names.words == "A, B, C…"


def test_its_button_leads_there(card: DueCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.opened):
        card.open.click()
