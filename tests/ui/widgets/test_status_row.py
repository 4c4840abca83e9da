# SPDX-License-Identifier: MIT
"""A step's row is chosen by mouse and by key, and is never struck through."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.widgets.status_row import StatusRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_it_is_chosen_by_key_and_mouse(
    context: Context, shown: Callable[[QWidget], QWidget], qtbot: QtBot, key: Qt.Key
) -> None:
    row = StatusRow(context, "Stop replying", note="1 min")
    shown(row)
    with qtbot.waitSignal(row.chosen):
        QTest.keyClick(row, key)
    with qtbot.waitSignal(row.chosen):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(row.chosen):
        QTest.mouseClick(row, Qt.MouseButton.RightButton)
    assert row.height() >= 40


def test_done_is_quiet_not_struck(context: Context, shown: Callable[[QWidget], QWidget]) -> None:
    row = StatusRow(context, "Stop replying", is_done=True, is_last=True)
    shown(row)
    assert row.words.palette().windowText().color() == context.theme.colour("muted")
    assert not row.words.font().strikeOut()
