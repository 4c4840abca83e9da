# SPDX-License-Identifier: MIT
"""What was changed is said, and taken back by one press."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.ui.filling import ask
from ui.widgets.undo_bar import UndoBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.model import CaseFacts
    from ui.context import Context


def test_it_offers_once_and_takes_back_what_it_was_given(
    opened: Context, qtbot: QtBot, facts: CaseFacts
) -> None:
    bar = UndoBar(opened)
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.offer("Your answers are kept.", lambda vault: vault.revise_case(replace(facts, name="Tom")))
    assert not bar.isHidden()
    assert bar.undo.accessibleDescription() == "Your answers are kept."
    with qtbot.waitSignals([opened.session.case_changed, bar.taken_back]):
        bar.undo.click()
    assert bar.isHidden()
    assert ask(opened, qtbot, lambda vault: vault.case().fact.name) == "Tom"
    with qtbot.assertNotEmitted(bar.taken_back, wait=50):
        bar.undo.click()


def test_it_forgets(opened: Context, qtbot: QtBot) -> None:
    bar = UndoBar(opened)
    qtbot.addWidget(bar)
    bar.offer("Done.", lambda _vault: None)
    bar.forget()
    assert bar.isHidden()
