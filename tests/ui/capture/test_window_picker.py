# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from app.capture.models import Window
from app.capture.occlusion import Choice
from app.model import Rect
from ui.capture.window_picker import WindowPicker

BAR = QRect(300, 0, 200, 40)
TOP = Window(2, "Chat", "chat", 20, Rect(100, 100, 200, 200))
BELOW = Window(1, "Mail", "mail", 10, Rect(150, 150, 400, 300))
COVERED = Rect(150, 150, 150, 150)


@pytest.fixture
def bar(shown) -> QWidget:
    made = shown(QWidget())
    made.setGeometry(BAR)
    made.button = QPushButton("Done", made)
    made.button.setGeometry(50, 0, 100, 40)
    made.button.show()
    return made


@pytest.fixture
def picker(theme, qtbot, bar):
    made = WindowPicker(theme, bar)
    for one in (made, made.frame, made.hatch):
        qtbot.addWidget(one)
    made.start((Choice(TOP), Choice(BELOW, (COVERED,))))
    made._look.stop()  # the pointer of this test is the one it says
    yield made
    made.stop()


def test_the_topmost_window_under_the_pointer_is_framed(picker: WindowPicker) -> None:
    picker._follow(QPoint(200, 200))
    assert picker.chosen == TOP
    assert picker.frame.geometry() == QRect(95, 95, 210, 210)
    picker._follow(QPoint(400, 400))
    assert picker.chosen == BELOW


def test_on_macos_nothing_of_it_goes_when_another_program_comes_to_the_front(picker: WindowPicker) -> None:
    stays = Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow
    assert [one.testAttribute(stays) for one in (picker, picker.frame, picker.hatch)] == [True] * 3


def test_over_nothing_and_over_the_bar_nothing_is_framed(picker: WindowPicker) -> None:
    picker._follow(QPoint(200, 200))
    picker._follow(QPoint(700, 700))
    assert picker.chosen is None
    assert not picker.frame.isVisible()
    picker._follow(QPoint(400, 20))
    assert picker.chosen is None


def test_what_covers_a_window_is_striped_and_told(picker: WindowPicker, qtbot) -> None:
    picker._follow(QPoint(200, 200))
    assert picker.hatch.parts == ()
    with qtbot.waitSignal(picker.framed) as framed:
        picker._follow(QPoint(400, 400))
    assert framed.args == [BELOW, True]
    assert picker.hatch.parts == (QRect(150, 150, 150, 150),)
    picker.offer((Choice(BELOW),))  # it came to the front meanwhile
    assert picker.hatch.parts == ()


def press(picker: WindowPicker, at: QPoint) -> None:
    for act in (QTest.mousePress, QTest.mouseRelease):
        act(picker, Qt.MouseButton.LeftButton, pos=picker.mapFromGlobal(at))


def test_a_click_on_the_bar_presses_its_button_though_the_pointer_is_held(
    picker: WindowPicker, bar, qtbot
) -> None:
    picker._follow(QPoint(400, 20))
    assert bar.button.underMouse()
    with qtbot.waitSignal(bar.button.clicked), qtbot.assertNotEmitted(picker.window_chosen):
        press(picker, QPoint(400, 20))
    picker._follow(QPoint(700, 700))
    assert not bar.button.underMouse()


def test_a_click_at_once_after_leaving_the_bar_takes_the_window_there(picker: WindowPicker, qtbot) -> None:
    picker._follow(QPoint(400, 20))
    with qtbot.waitSignal(picker.window_chosen) as chosen:
        press(picker, QPoint(200, 250))
    assert chosen.args == [TOP]


def test_other_keys_are_told(picker: WindowPicker, qtbot) -> None:
    with qtbot.waitSignal(picker.key_unknown) as told:
        QTest.keyClick(picker, Qt.Key.Key_A)
    assert told.args == ["a"]


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


@pytest.mark.parametrize("system", ["windows", "cocoa"])
def test_where_nobody_can_hold_the_pointer_it_lies_over_everything_and_hides_nothing(
    theme, qtbot, bar, monkeypatch, system: str
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: system))
    made = WindowPicker(theme, bar)
    for one in (made, made.frame, made.hatch):
        qtbot.addWidget(one)
    made.start((Choice(TOP),))
    assert made.geometry() == QGuiApplication.primaryScreen().virtualGeometry()
    assert made.windowOpacity() < 0.02
    with qtbot.waitSignal(made.window_chosen) as chosen:
        QTest.mousePress(made, Qt.MouseButton.LeftButton, pos=QPoint(200, 250))
    assert chosen.args == [TOP]
    made.stop()
    assert not made.isVisible()


def test_where_the_pointer_is_held_it_is_one_pixel_below_the_bar(picker: WindowPicker, bar) -> None:
    assert (picker.width(), picker.height()) == (1, 1)
    assert bar.geometry().contains(picker.geometry())


def test_it_goes_along_when_the_bar_is_moved(picker: WindowPicker, bar) -> None:
    bar.move(10, 500)
    picker._on_look()
    assert bar.geometry().contains(picker.geometry())
