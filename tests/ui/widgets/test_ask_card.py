# SPDX-License-Identifier: MIT
"""The questions can be answered now or left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.ask_card import AskCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_now_or_later(context: Context, qtbot: QtBot) -> None:
    card = AskCard(context)
    qtbot.addWidget(card)
    assert card.isHidden()
    assert card.go.role != "primary"  # the next step has the filled button
    with qtbot.waitSignal(card.answered):
        card.go.click()
    with qtbot.waitSignal(card.put_off):
        card.later.click()
