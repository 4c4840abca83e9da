# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import DiskFull
from ui.widgets.delete_card import DeleteCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_it_waits_while_the_passphrase_is_tried_and_says_what_failed(context: Context, qtbot: QtBot) -> None:
    card = DeleteCard(context)
    qtbot.addWidget(card)
    card.ask(is_for_police=False)
    card.begin()
    assert not card.go_button.isEnabled()
    assert card.progress.is_running
    card.refuse(DiskFull("ENOSPC"))
    assert card.go_button.isEnabled()
    assert not card.failure.isHidden()
    card.forget()
    assert card.isHidden()
    with qtbot.waitSignal(card.kept):
        card.keep_button.click()
