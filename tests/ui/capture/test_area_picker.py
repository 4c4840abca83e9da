# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.model import Rect
from tests.ui.filling import picture
from ui.capture.area_picker import AreaPicker


@pytest.fixture
def picker(context, shown):
    made = shown(AreaPicker(context, QGuiApplication.primaryScreen(), picture(800, 800)))
    yield made
    made.stop()


def drag(picker: AreaPicker, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(picker, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(picker, end)
    QTest.mouseRelease(picker, Qt.MouseButton.LeftButton, pos=end)


def test_it_covers_its_screen_with_the_still(picker: AreaPicker) -> None:
    assert picker.geometry() == picker.covered.geometry()


def test_a_drag_draws_in_any_direction(picker: AreaPicker) -> None:
    drag(picker, QPoint(300, 200), QPoint(100, 120))
    assert picker.box.normalized() == picker.box
    assert (picker.box.left(), picker.box.top()) == (100, 120)
    assert picker.offer.isVisible()


def test_the_size_is_shown_in_pixels(picker: AreaPicker) -> None:
    drag(picker, QPoint(100, 100), QPoint(199, 149))
    assert picker.size_words.words == "100 \u00d7 50"


def test_a_click_that_draws_nothing_is_nothing(picker: AreaPicker) -> None:
    drag(picker, QPoint(100, 100), QPoint(103, 103))
    assert picker.box.isNull()
    assert not picker.offer.isVisible()
    QTest.keyClick(picker, Qt.Key.Key_Return)


@pytest.mark.parametrize("by", ["enter", "button"])
def test_taking_it_says_which_pixels(picker: AreaPicker, qtbot, by: str) -> None:
    drag(picker, QPoint(100, 100), QPoint(199, 149))
    with qtbot.waitSignal(picker.area_chosen) as chosen:
        if by == "enter":
            QTest.keyClick(picker, Qt.Key.Key_Return)
        else:
            QTest.mouseClick(picker.take_button, Qt.MouseButton.LeftButton)
    assert chosen.args == [Rect(100, 100, 100, 50)]


def test_arrows_move_and_shift_resizes(picker: AreaPicker) -> None:
    drag(picker, QPoint(100, 100), QPoint(199, 149))
    QTest.keyClick(picker, Qt.Key.Key_Right)
    QTest.keyClick(picker, Qt.Key.Key_Down)
    assert picker.box == QRect(101, 101, 100, 50)
    QTest.keyClick(picker, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert picker.box == QRect(101, 101, 99, 50)


def test_the_box_never_leaves_the_screen(picker: AreaPicker) -> None:
    drag(picker, QPoint(1, 1), QPoint(100, 100))
    for _ in range(5):
        QTest.keyClick(picker, Qt.Key.Key_Left)
    assert picker.box.left() == 0
    assert picker.box.width() == 100


def test_by_keyboard_alone_it_begins_in_the_middle(picker: AreaPicker, qtbot) -> None:
    QTest.keyClick(picker, Qt.Key.Key_Up)
    assert not picker.box.isNull()
    assert picker.rect().contains(picker.box)
    with qtbot.waitSignal(picker.area_chosen):
        QTest.keyClick(picker, Qt.Key.Key_Enter)


def test_escape_the_button_and_a_right_click_stop(picker: AreaPicker, qtbot) -> None:
    with qtbot.waitSignal(picker.stopped):
        QTest.keyClick(picker, Qt.Key.Key_Escape)
    with qtbot.waitSignal(picker.stopped):
        QTest.mousePress(picker, Qt.MouseButton.RightButton, pos=QPoint(50, 50))
    drag(picker, QPoint(100, 100), QPoint(199, 149))
    with qtbot.waitSignal(picker.stopped):
        QTest.mouseClick(picker.stop_button, Qt.MouseButton.LeftButton)


def test_outside_the_box_it_is_darker(picker: AreaPicker) -> None:
    drag(picker, QPoint(200, 200), QPoint(500, 500))
    image = picker.grab().toImage()
    still = picture(800, 800)
    assert image.pixelColor(350, 300) == still.pixelColor(350, 300)
    assert image.pixelColor(100, 700).lightness() < still.pixelColor(100, 700).lightness()


def test_the_buttons_stay_on_the_screen(picker: AreaPicker) -> None:
    drag(picker, QPoint(5, 300), QPoint(60, picker.height() - 2))
    assert picker.rect().contains(picker.offer.geometry())
