# SPDX-License-Identifier: MIT
"""A box is drawn in pixels of the picture, by mouse and by key, and shown enlarged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage

from app.model import Rect
from ui.widgets.region_picker import Crop, RegionPicker

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def image() -> QImage:
    image = QImage(800, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    return image


@pytest.fixture
def picker(context: Context, qtbot: QtBot, image: QImage) -> RegionPicker:
    picker = RegionPicker(context)
    qtbot.addWidget(picker)
    picker.set_picture(image)
    picker.resize(400, picker.heightForWidth(400))
    return picker


def drag(qtbot: QtBot, picker: RegionPicker, start: QPoint, end: QPoint) -> None:
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(picker, left, pos=start)
    qtbot.mouseMove(picker, end)
    qtbot.mouseRelease(picker, left, pos=end)


def test_a_drag_gives_pixels_of_the_picture(picker: RegionPicker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(picker.region_changed) as heard:
        drag(qtbot, picker, QPoint(50, 40), QPoint(150, 60))
    (region,) = heard.args
    assert region == picker.region
    assert abs(region.x - 100) <= 2
    assert abs(region.y - 80) <= 2
    assert abs(region.width - 200) <= 4
    assert abs(region.height - 40) <= 4


def test_a_drag_past_the_edge_stays_in_the_picture(picker: RegionPicker, qtbot: QtBot, image: QImage) -> None:
    drag(qtbot, picker, QPoint(350, 150), QPoint(900, 900))
    region = picker.region
    assert region is not None
    assert region.x + region.width <= image.width()
    assert region.y + region.height <= image.height()


def test_a_click_alone_draws_nothing(picker: RegionPicker, qtbot: QtBot) -> None:
    qtbot.mouseClick(picker, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert picker.region is None


def test_keys_begin_move_resize_and_take_away(picker: RegionPicker, qtbot: QtBot) -> None:
    qtbot.keyClick(picker, Qt.Key.Key_Space)
    begun = picker.region
    assert begun is not None
    qtbot.keyClick(picker, Qt.Key.Key_Right)
    moved = picker.region
    assert moved == Rect(begun.x + 4, begun.y, begun.width, begun.height)
    qtbot.keyClick(picker, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert picker.region == Rect(moved.x, moved.y, moved.width, moved.height + 4)
    qtbot.keyClick(picker, Qt.Key.Key_Delete)
    assert picker.region is None


def test_keys_never_move_the_box_out(picker: RegionPicker, qtbot: QtBot, image: QImage) -> None:
    picker.set_picture(image, Rect(0, 0, 100, 50))
    qtbot.keyClick(picker, Qt.Key.Key_Left)
    assert picker.region == Rect(0, 0, 100, 50)


def test_it_paints_with_and_without_a_box(picker: RegionPicker, image: QImage) -> None:
    plain = picker.grab().toImage()
    picker.set_picture(image, Rect(100, 100, 200, 100))
    boxed = picker.grab().toImage()
    assert plain != boxed


def test_the_crop_shows_only_the_box(context: Context, qtbot: QtBot, image: QImage) -> None:
    crop = Crop(context)
    qtbot.addWidget(crop)
    assert crop.isHidden()
    image.setPixelColor(110, 105, QColor("#ff0000"))
    crop.set_part(image, Rect(100, 100, 50, 20))
    assert not crop.isHidden()
    assert (crop.part.width(), crop.part.height()) == (62, 32)
    crop.resize(400, 96)
    assert not crop.grab().isNull()
    crop.set_part(image, None)
    assert crop.isHidden()
