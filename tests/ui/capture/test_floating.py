# SPDX-License-Identifier: MIT
from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from ui.capture.floating import FROM_TOP_PX, FloatingPanel


def test_it_stands_in_the_middle_of_the_upper_edge(context, shown) -> None:
    panel = shown(FloatingPanel(context, 300, 60))
    panel.place(QRect(100, 50, 800, 600))
    assert panel.geometry() == QRect(350, 50 + FROM_TOP_PX, 300, 60)


def test_it_can_be_moved_by_its_ground(context, shown) -> None:
    panel = shown(FloatingPanel(context, 300, 60))
    panel.move(100, 100)
    QTest.mousePress(panel, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.mouseMove(panel, QPoint(60, 30))
    QTest.mouseRelease(panel, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert panel.pos() == QPoint(140, 110)


def test_its_corners_are_cut_out(context, shown) -> None:
    panel = shown(FloatingPanel(context, 300, 60))
    assert not panel.mask().contains(QPoint(0, 0))
    assert panel.mask().contains(QPoint(150, 1))


def test_it_knows_whether_it_is_on_the_screen(context, shown, qtbot) -> None:
    panel = shown(FloatingPanel(context, 300, 60))
    qtbot.waitUntil(lambda: panel.is_drawn)
    panel.hide()
    assert not panel.is_drawn
