# SPDX-License-Identifier: MIT
from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from app.capture.models import Frame
from tests.ui.filling import picture
from ui.widgets.painting import image_of, paint_outline, paint_picture, top_cut


def test_a_frame_becomes_a_picture_that_owns_its_pixels(qapp) -> None:
    image = image_of(Frame(2, 1, bytes([255, 0, 0, 9, 0, 0, 255, 9])))
    assert image.pixelColor(0, 0) == QColor(0, 0, 255)
    assert image.pixelColor(1, 0) == QColor(255, 0, 0)


def test_the_whole_picture_is_drawn_with_round_corners(qapp) -> None:
    canvas = QImage(200, 120, QImage.Format.Format_RGB32)
    canvas.fill(Qt.GlobalColor.white)
    painter = QPainter(canvas)
    source = QPixmap.fromImage(picture(400, 240))
    paint_picture(painter, QRectF(0, 0, 200, 120), source, QColor("black"), 12)
    painter.end()
    assert canvas.pixelColor(0, 0) == Qt.GlobalColor.white
    left, right = canvas.pixelColor(10, 60), canvas.pixelColor(190, 60)
    assert left.blue() > left.red()
    assert right.red() > right.blue()


def test_an_outline_shows_on_light_and_on_dark_and_leaves_what_is_inside(qapp) -> None:
    for ground in ("white", "black"):
        canvas = QImage(80, 40, QImage.Format.Format_RGB32)
        canvas.fill(QColor(ground))
        painter = QPainter(canvas)
        paint_outline(painter, QRectF(10, 10, 60, 20), QColor("teal"), QColor("ivory"), 3)
        painter.end()
        line = {canvas.pixelColor(40, y).name() for y in range(8, 16)}
        assert {QColor("teal").name(), QColor("ivory").name()} <= line
        assert canvas.pixelColor(40, 20) == QColor(ground)


def test_a_cut_fills_the_card_from_the_top(qapp) -> None:
    tall = QImage(100, 400, QImage.Format.Format_RGB32)
    tall.fill(Qt.GlobalColor.red)
    for y in range(50):
        for x in range(100):
            tall.setPixelColor(x, y, QColor("green"))
    cut = top_cut(QPixmap.fromImage(tall), 100, 60)
    assert (cut.width(), cut.height()) == (100, 60)
    assert cut.toImage().pixelColor(50, 5) == QColor("green")
