# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from tests.fakes.backend import drawn
from ui.capture.area_painting import paint_still
from ui.widgets.painting import image_of

STILL = image_of(drawn(200, 150))
BLUE = QColor("#1B6EF3")


def painted(box: QRect, line: int) -> QImage:
    image = QImage(STILL.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_still(painter, STILL, box, BLUE, line)
    painter.end()
    return image


@pytest.mark.parametrize("line", [1, 2])
def test_what_is_in_the_box_is_untouched_and_the_rest_is_darker(line: int) -> None:
    box = QRect(40, 50, 60, 40)
    image = painted(box, line)
    inner = box.adjusted(6 * line, 6 * line, -6 * line, -6 * line)
    assert image.copy(inner) == STILL.copy(inner)
    assert image.pixelColor(70, 50) == STILL.pixelColor(70, 50) or image.pixelColor(70, 50) == BLUE
    outside = [(x, y) for x in range(0, 30, 3) for y in range(0, 30, 3)]
    assert all(image.pixelColor(*at).lightness() <= STILL.pixelColor(*at).lightness() for at in outside)


def test_the_frame_lies_outside_the_box() -> None:
    image = painted(QRect(40, 50, 60, 40), 1)
    assert image.pixelColor(38, 60) == BLUE
    assert image.copy(QRect(46, 56, 20, 20)) == STILL.copy(QRect(46, 56, 20, 20))


def test_without_a_box_all_is_darker() -> None:
    image = painted(QRect(), 1)
    assert image.pixelColor(20, 20).lightness() <= STILL.pixelColor(20, 20).lightness()
    assert image != STILL
