# SPDX-License-Identifier: MIT
"""A row is pressed by mouse and by key; other keys and other buttons go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ui.widgets.pressed_row import PressedRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_it_is_pressed_by_every_way(theme: object, shown, qtbot: QtBot) -> None:
    row = shown(PressedRow(is_last=True))
    row.resize(200, 44)
    for press in (
        lambda: QTest.keyClick(row, Qt.Key.Key_Enter),
        lambda: QTest.keyClick(row, Qt.Key.Key_Space),
        lambda: QTest.mouseClick(row, Qt.MouseButton.LeftButton),
        row.press,
    ):
        with qtbot.waitSignal(row.pressed):
            press()


def test_a_press_that_is_taken_back_is_none(theme: object, shown, qtbot: QtBot) -> None:
    row = shown(PressedRow())
    row.resize(200, 44)
    with qtbot.assertNotEmitted(row.pressed):
        QTest.mouseClick(row, Qt.MouseButton.RightButton)
        QTest.mousePress(row, Qt.MouseButton.LeftButton)
        QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=QPoint(500, 500))
        QTest.keyClick(row, Qt.Key.Key_A)
