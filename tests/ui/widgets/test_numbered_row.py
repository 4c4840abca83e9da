# SPDX-License-Identifier: MIT
"""Numbered rows and rules say everything aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.numbered_row import NumberedRow, RuleRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_the_number_is_read_out(context: Context, qtbot: QtBot) -> None:
    row = NumberedRow(context, 2, "Choose **View Profile**.", number_to_call="0808 157 0142")
    qtbot.addWidget(row)
    assert row.accessibleName() == "2. Choose View Profile. 0808 157 0142"
    assert not row.call.isHidden()
    assert NumberedRow(context, 1, "x").call.isHidden()


def test_a_rule_has_two_lines(context: Context, qtbot: QtBot) -> None:
    rule = RuleRow(context, "coin", "Don't pay", "Many who paid were asked for more.")
    qtbot.addWidget(rule)
    assert (rule.title.words, rule.note.words) == ("Don't pay", "Many who paid were asked for more.")
