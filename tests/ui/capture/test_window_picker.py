# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from app.capture.models import Window
from app.model import Rect
from ui.capture.window_picker import WindowPicker

BAR = QRect(300, 0, 200, 40)
TOP = Window(2, "Chat", "chat", 20, Rect(100, 100, 200, 200))
BELOW = Window(1, "Mail", "mail", 10, Rect(150, 150, 400, 300))
ICON = Window(3, "Away", "away", 30, Rect(0, 600, 100, 100), is_minimised=True)


@pytest.fixture
def picker(theme, qtbot):
    made = WindowPicker(theme, lambda: BAR)
    qtbot.addWidget(made)
    qtbot.addWidget(made.frame)
    made.start((TOP, BELOW, ICON))
    made._look.stop()  # the pointer of this test is the one it says
    yield made
    made.stop()


def test_the_topmost_window_under_the_pointer_is_framed(picker: WindowPicker) -> None:
    picker._follow(QPoint(200, 200))
    assert picker.chosen == TOP
    assert picker.frame.geometry() == QRect(95, 95, 210, 210)
    picker._follow(QPoint(400, 400))
    assert picker.chosen == BELOW


def test_over_nothing_and_over_the_bar_nothing_is_framed(picker: WindowPicker) -> None:
    picker._follow(QPoint(200, 200))
    picker._follow(QPoint(700, 700))
    assert picker.chosen is None
    assert not picker.frame.isVisible()
    picker._follow(QPoint(400, 20))
    assert picker.chosen is None


def test_a_minimised_window_cannot_be_chosen(picker: WindowPicker) -> None:
    picker._follow(QPoint(50, 650))
    assert picker.chosen is None


def test_by_keyboard_it_goes_from_window_to_window(picker: WindowPicker, qtbot) -> None:
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Left):
        QTest.keyClick(picker, key)
        seen.append(picker.chosen)
    assert seen == [TOP, BELOW, TOP, BELOW]
    with qtbot.waitSignal(picker.window_chosen) as chosen:
        QTest.keyClick(picker, Qt.Key.Key_Return)
    assert chosen.args == [BELOW]


def test_enter_without_a_window_takes_nothing(picker: WindowPicker, qtbot) -> None:
    with qtbot.assertNotEmitted(picker.window_chosen):
        QTest.keyClick(picker, Qt.Key.Key_Return)


def test_escape_stops(picker: WindowPicker, qtbot) -> None:
    with qtbot.waitSignal(picker.stopped):
        QTest.keyClick(picker, Qt.Key.Key_Escape)


def test_a_pointer_that_moves_without_a_click_is_followed(picker: WindowPicker, monkeypatch) -> None:
    at = [QPoint(700, 700)]
    monkeypatch.setattr("ui.capture.window_picker.QCursor.pos", lambda: at[0])
    seen = []
    for point in (QPoint(700, 700), QPoint(200, 200), QPoint(500, 400)):
        at[0] = point
        picker._on_look()
        seen.append(picker.chosen)
    assert seen == [None, TOP, BELOW]
    QTest.keyClick(picker, Qt.Key.Key_Right)
    picker._on_look()
    assert picker.chosen == TOP


def test_it_asks_again_which_windows_there_are(picker: WindowPicker, qtbot) -> None:
    with qtbot.waitSignal(picker.list_wanted, timeout=3_000):
        pass


def test_stopping_takes_everything_away(picker: WindowPicker) -> None:
    picker._follow(QPoint(200, 200))
    picker.stop()
    assert picker.chosen is None
    assert not picker.isVisible()
    assert not picker.frame.isVisible()
    assert not picker._list.isActive()
