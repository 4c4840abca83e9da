# SPDX-License-Identifier: MIT
"""What was chosen is kept like what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.chip import Chips
from ui.widgets.chosen import Chosen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_a_choice_is_a_text_and_a_text_is_a_choice(context: Context, qtbot: QtBot) -> None:
    chips = Chips(context, [("a", "A"), ("b", "B"), ("c", "C")])
    qtbot.addWidget(chips)
    chosen = Chosen(chips)
    with qtbot.waitSignal(chosen.changed) as heard:
        chips.chips["b"].click()
    assert heard.args == ["b"]
    with qtbot.waitSignal(chips.changed) as heard:
        chosen.set_text("a\nc\ngone")
    assert heard.args == [("a", "c")]
    assert chosen.text == "a\nc"
