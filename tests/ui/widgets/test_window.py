# SPDX-License-Identifier: MIT
"""A window says once that it was painted, after what is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtWidgets import QWidget

from ui.override import override
from ui.widgets.window import Window

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot


class Child(QWidget):
    """Notes when it is painted."""

    def __init__(self, order: list[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._order = order

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._order.append("child")


def test_it_says_so_once_and_last(qtbot: QtBot) -> None:
    order: list[str] = []
    window = Window()
    qtbot.addWidget(window)
    Child(order, window)
    window.painted.connect(lambda: order.append("painted"))
    with qtbot.waitSignal(window.painted):
        window.show()
    assert order == ["child", "painted"]
    window.repaint()
    qtbot.waitUntil(lambda: order.count("child") == 2)
    assert order.count("painted") == 1


def test_a_window_that_goes_at_once_says_nothing(qtbot: QtBot) -> None:
    said: list[str] = []
    window = Window()
    window.painted.connect(lambda: said.append("painted"))
    window.grab()  # paints it
    shiboken6.delete(window)
    qtbot.wait(20)
    assert said == []
