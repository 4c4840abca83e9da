# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.model import Rect
from tests.fakes.backend import drawn
from ui.capture.area_picker import AreaPicker
from ui.capture.remembered import Area
from ui.capture.taking import Still
from ui.widgets.painting import image_of

WHOLE, FRAME = Rect(0, 0, 800, 800), drawn(800, 800)


@pytest.fixture
def picker(context, shown):
    made = shown(AreaPicker(context, QGuiApplication.primaryScreen(), Still(WHOLE, FRAME)))
    yield made
    made.stop()


def drag(picker: AreaPicker, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(picker, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(picker, end)
    QTest.mouseRelease(picker, Qt.MouseButton.LeftButton, pos=end)


def test_it_covers_its_screen_with_the_still(picker: AreaPicker) -> None:
    assert picker.geometry() == QGuiApplication.primaryScreen().geometry()
    assert picker.native == WHOLE
    assert picker.testAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)


def test_a_drag_draws_in_any_direction(picker: AreaPicker) -> None:
    drag(picker, QPoint(300, 200), QPoint(100, 120))
    assert picker.box.normalized() == picker.box
    assert (picker.box.left(), picker.box.top()) == (100, 120)
    assert picker.signs.offer.isVisible()


def test_the_size_is_shown_in_pixels(picker: AreaPicker) -> None:
    drag(picker, QPoint(100, 100), QPoint(199, 149))
    assert picker.signs.size_words.words == "100 \u00d7 50"


def test_a_click_that_draws_nothing_is_nothing(picker: AreaPicker) -> None:
    drag(picker, QPoint(100, 100), QPoint(103, 103))
    assert picker.box.isNull()
    assert not picker.signs.offer.isVisible()
    QTest.keyClick(picker, Qt.Key.Key_Return)


@pytest.mark.parametrize("by", ["enter", "button"])
def test_taking_it_says_which_pixels(picker: AreaPicker, qtbot, by: str) -> None:
    drag(picker, QPoint(100, 100), QPoint(199, 149))
    with qtbot.waitSignal(picker.area_chosen) as chosen:
        if by == "enter":
            QTest.keyClick(picker, Qt.Key.Key_Return)
        else:
            QTest.mouseClick(picker.signs.take_button, Qt.MouseButton.LeftButton)
    assert chosen.args == [Rect(100, 100, 100, 50), WHOLE]


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
        QTest.mouseClick(picker.signs.stop_button, Qt.MouseButton.LeftButton)


def test_outside_the_box_it_is_darker(picker: AreaPicker) -> None:
    drag(picker, QPoint(200, 200), QPoint(500, 500))
    image = picker.grab().toImage()
    still = image_of(FRAME)
    assert image.pixelColor(350, 300) == still.pixelColor(350, 300)
    assert image.pixelColor(100, 400).lightness() < still.pixelColor(100, 400).lightness()


def test_the_buttons_stay_on_the_screen(picker: AreaPicker) -> None:
    drag(picker, QPoint(5, 300), QPoint(60, picker.height() - 2))
    assert picker.rect().contains(picker.signs.offer.geometry())


def test_an_edge_a_corner_and_the_box_itself_can_be_dragged(picker: AreaPicker) -> None:
    drag(picker, QPoint(200, 200), QPoint(399, 299))
    drag(picker, QPoint(399, 250), QPoint(449, 250))
    assert picker.box == QRect(200, 200, 250, 100)
    drag(picker, QPoint(200, 200), QPoint(190, 180))
    assert picker.box == QRect(190, 180, 260, 120)
    drag(picker, QPoint(300, 250), QPoint(320, 260))
    assert picker.box == QRect(210, 190, 260, 120)


def test_ctrl_goes_by_ten(picker: AreaPicker) -> None:
    drag(picker, QPoint(100, 100), QPoint(199, 149))
    QTest.keyClick(picker, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert picker.box == QRect(110, 100, 100, 50)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(picker, Qt.Key.Key_Down, both)
    assert picker.box == QRect(110, 100, 100, 60)


def test_the_magnifier_goes_along_beside_the_pointer(picker: AreaPicker) -> None:
    for spot in (QPoint(3, 3), QPoint(400, 300), QPoint(picker.width() - 2, picker.height() - 2)):
        QTest.mouseMove(picker, spot)
        assert picker.magnifier.isVisible()
        assert picker.magnifier.middle == spot
        assert picker.magnifier.words == f"{spot.x()}, {spot.y()}"
        assert not picker.magnifier.geometry().contains(spot)
        assert picker.rect().contains(picker.magnifier.geometry())


def test_by_keyboard_it_begins_with_the_area_of_last_time(context, shown) -> None:
    last = Area(Rect(30, 40, 50, 60), WHOLE)
    made = shown(AreaPicker(context, QGuiApplication.primaryScreen(), Still(WHOLE, FRAME), last))
    assert made.signs.again_button.isVisible()
    QTest.keyClick(made, Qt.Key.Key_Right)
    assert made.box == QRect(30, 40, 50, 60)
    made.stop()


def test_the_same_area_again_is_asked_for(context, shown, qtbot) -> None:
    last = Area(Rect(30, 40, 50, 60), WHOLE)
    made = shown(AreaPicker(context, QGuiApplication.primaryScreen(), Still(WHOLE, FRAME), last))
    with qtbot.waitSignal(made.again_asked):
        QTest.mouseClick(made.signs.again_button, Qt.MouseButton.LeftButton)
    made.stop()


def test_where_the_picture_has_two_pixels_for_one_the_area_is_counted_as_the_system_does(
    context, shown, qtbot
) -> None:
    """As on macOS, which gives a frame of twice the size that was asked for."""
    half = Still(Rect(0, 0, 400, 400), FRAME)
    made = shown(AreaPicker(context, QGuiApplication.primaryScreen(), half))
    drag(made, QPoint(100, 100), QPoint(199, 149))
    with qtbot.waitSignal(made.area_chosen) as chosen:
        QTest.keyClick(made, Qt.Key.Key_Return)
    assert chosen.args[0] == Rect(50, 50, 50, 25)
    made.stop()


def test_where_windows_have_no_place_it_fills_its_screen_and_counts_by_the_still(
    context, monkeypatch: pytest.MonkeyPatch, qtbot
) -> None:
    """As on Wayland, where the still of a screen at 100 % may come with twice its pixels."""
    monkeypatch.setattr("ui.capture.area_picker.places_windows_itself", lambda: True)
    monkeypatch.setattr("ui.capture.area_picker.counts_in_points", lambda: True)
    twice = Still(WHOLE, drawn(1600, 1600))
    made = AreaPicker(context, QGuiApplication.primaryScreen(), twice)
    qtbot.addWidget(made)
    made.start()
    qtbot.waitUntil(lambda: made.isFullScreen() and made.isVisible())
    drag(made, QPoint(100, 100), QPoint(199, 149))
    with qtbot.waitSignal(made.area_chosen) as chosen:
        QTest.keyClick(made, Qt.Key.Key_Return)
    assert made.box == QRect(200, 200, 199, 99)
    assert chosen.args == [Rect(100, 100, 100, 50), WHOLE]
    made.stop()
