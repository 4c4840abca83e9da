# SPDX-License-Identifier: MIT
"""Any number of rows may be ticked, and a tick can be taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.tick_row import TickRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_two_of_three_are_ticked_and_one_is_taken_away(
    context: Context, shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    box = QWidget()
    column = QVBoxLayout(box)
    rows = [TickRow(context, f"Row {n}", parent=box) for n in range(3)]
    for row in rows:
        column.addWidget(row)
    shown(box)
    for row in rows[:2]:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert [row.isChecked() for row in rows] == [True, True, False]
    qtbot.keyClick(rows[0], Qt.Key.Key_Space)
    assert [row.isChecked() for row in rows] == [False, True, False]


def test_a_tick_can_be_seen(context: Context, shown: Callable[[QWidget], QWidget]) -> None:
    row = TickRow(context, "Row")
    shown(row)
    before = row.grab().toImage()
    row.setChecked(True)
    assert row.grab().toImage() != before
