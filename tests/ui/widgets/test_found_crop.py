# SPDX-License-Identifier: MIT
"""The crop shows the box in its middle, large enough to read, and never more of the picture than there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.model import Rect
from ui.widgets.found_crop import MOST_ZOOM, FoundCrop

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def crop(context: Context, qtbot: QtBot) -> FoundCrop:
    crop = FoundCrop(context)
    qtbot.addWidget(crop)
    crop.resize(438, 54)
    return crop


def drawn(box: Rect) -> QImage:
    """Return a white picture with a blue box in it."""
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.fillRect(box.x, box.y, box.width, box.height, QColor("blue"))
    painter.end()
    return image


@pytest.mark.parametrize(
    "box",
    [
        Rect(300, 200, 200, 18),
        Rect(0, 0, 60, 12),
        Rect(700, 588, 100, 12),
        Rect(0, 300, 800, 40),
        Rect(5, 5, 4, 4),
    ],
    ids=["middle", "corner", "other corner", "wide", "tiny"],
)
def test_the_whole_box_is_in_it(crop: FoundCrop, box: Rect) -> None:
    crop.show_part(drawn(box), box)
    assert crop.part.adjusted(-1, -1, 1, 1).contains(QRectF(box.x, box.y, box.width, box.height))
    assert crop.width() / crop.part.width() <= MOST_ZOOM + 0.01
    image = crop.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert "#0000ff" in colours


def test_a_line_of_text_stands_in_the_middle(crop: FoundCrop) -> None:
    box = Rect(300, 200, 150, 18)
    crop.show_part(drawn(box), box)
    assert crop.part.center().toPoint() == QRectF(300, 200, 150, 18).center().toPoint()
    image = crop.grab().toImage()
    assert image.pixelColor(219, 27).name() == "#0000ff"
    assert image.pixelColor(219, 4).name() == "#ffffff"


def test_a_label_that_the_edge_would_cut_is_left_out(crop: FoundCrop) -> None:
    box = Rect(300, 200, 150, 18)
    image = drawn(box)
    painter = QPainter(image)
    painter.fillRect(310, 178, 60, 16, QColor("red"))  # the crop begins within it
    painter.fillRect(310, 221, 60, 2, QColor("green"))  # whole, close below
    painter.end()
    crop.show_part(image, box)
    assert 178 < crop.part.top() < 194
    seen = crop.grab().toImage()
    colours = {seen.pixelColor(x, y).name() for x in range(seen.width()) for y in range(seen.height())}
    assert "#ff0000" not in colours
    assert "#008000" in colours
    assert "#0000ff" in colours


def test_nothing_is_painted_of_no_picture(crop: FoundCrop) -> None:
    assert not crop.grab().isNull()
    assert crop.accessibleName()
