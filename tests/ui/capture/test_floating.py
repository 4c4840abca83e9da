# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from ui.capture import floating
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


@pytest.mark.parametrize("platform", ["windows", "cocoa"])
def test_once_shown_it_is_kept_out_of_pictures_each_time(context, qtbot, monkeypatch, platform: str) -> None:
    asked: list[bool] = []
    panel = FloatingPanel(context, 300, 60)
    qtbot.addWidget(panel)
    monkeypatch.setattr(floating.QGuiApplication, "platformName", lambda: platform)
    monkeypatch.setattr(floating, "keep_out", lambda number: asked.append(number == panel.winId()) or True)
    for _ in range(2):
        panel.show()
        assert not panel.is_kept_out  # the system has not shown it yet
        qtbot.waitUntil(lambda: panel.is_kept_out)
        panel.hide()
        assert not panel.is_kept_out
    assert asked == [True, True]


def test_one_that_went_at_once_is_not_asked_for(context, qtbot, monkeypatch) -> None:
    panel = FloatingPanel(context, 300, 60)
    qtbot.addWidget(panel)
    monkeypatch.setattr(floating.QGuiApplication, "platformName", lambda: "windows")
    monkeypatch.setattr(floating, "keep_out", lambda _: pytest.fail("it is not on the screen"))
    panel.show()
    panel.hide()
    qtbot.wait(20)


def test_where_the_number_of_a_window_is_no_address_nothing_is_done_with_it(
    shown, context, monkeypatch, qtbot
) -> None:
    monkeypatch.setattr(floating, "keep_out", lambda _: pytest.fail("the platform is offscreen"))
    panel = shown(FloatingPanel(context, 300, 60))
    qtbot.waitUntil(lambda: panel.is_drawn)
    qtbot.wait(20)
    assert not panel.is_kept_out
