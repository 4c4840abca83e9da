# SPDX-License-Identifier: MIT
"""Verdicts are good or a kind hint, read out, and hidden while there is nothing to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_it_says_what_and_what_now(context: Context, qtbot: QtBot) -> None:
    verdict = Verdict(context)
    qtbot.addWidget(verdict)
    assert verdict.kind == ""
    verdict.say("good", "Both agree", "All **26** are the same.")
    assert verdict.kind == "good"
    assert verdict.accessibleName() == "Both agree. All 26 are the same."
    verdict.say("hint", "Look once more")
    assert verdict.kind == "hint"
    assert verdict.note.isHidden()
    verdict.clear()
    assert verdict.kind == ""
