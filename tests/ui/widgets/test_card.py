# SPDX-License-Identifier: MIT
"""Cards keep their things together, with a title only where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.card import AttentionCard, Card, rule
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.context import Context


def test_a_taller_card_keeps_its_things_at_the_top(
    context: Context, shown: Callable[[QWidget], QWidget]
) -> None:
    card = Card(context, "Done", padding_px=24)
    first, second = Label("one"), Label("two")
    card.body.addWidget(first)
    card.body.addWidget(second)
    card.resize(300, 600)
    shown(card)
    assert card.title.y() == 25
    assert second.geometry().bottom() < 150


def test_without_a_title_there_is_no_gap_for_one(
    context: Context, shown: Callable[[QWidget], QWidget]
) -> None:
    card = Card(context)
    words = Label("one")
    card.body.addWidget(words)
    shown(card)
    assert words.y() == 21


def test_what_cannot_wait_says_so(context: Context, shown: Callable[[QWidget], QWidget]) -> None:
    card = AttentionCard(context, "Do this now", "Call Western Union")
    card.resize(400, 200)
    shown(card)
    assert card.property("kind") == "attention"
    at = card.grab().toImage().pixelColor(200, 190)
    assert at.rgb() == context.theme.colour("attention_soft").rgb()
    assert rule(card).height() == 1
