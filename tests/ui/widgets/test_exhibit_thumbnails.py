# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from app.model import Sensitivity
from tests.ui.filling import picture
from tests.ui.models.test_exhibits import exhibit
from ui.widgets.exhibit_thumbnails import KEPT, ExhibitThumbnails


@pytest.fixture
def thumbnails(context, qtbot) -> ExhibitThumbnails:
    view = QWidget()
    qtbot.addWidget(view)
    return ExhibitThumbnails(context, view)


def painted(thumbnails: ExhibitThumbnails, one, thumbnail: QPixmap | None) -> QImage:
    canvas = QImage(168, 104, QImage.Format.Format_RGB32)
    canvas.fill(Qt.GlobalColor.magenta)
    painter = QPainter(canvas)
    thumbnails.paint(painter, QRect(0, 0, 168, 104), one, thumbnail)
    painter.end()
    return canvas


def test_the_picture_is_drawn(thumbnails) -> None:
    shown = painted(thumbnails, exhibit(1), QPixmap.fromImage(picture()))
    assert shown.pixelColor(10, 52).blue() > shown.pixelColor(10, 52).red()


@pytest.mark.parametrize(
    "one",
    [
        exhibit(1, sensitivity=Sensitivity.INTIMATE),
        replace(exhibit(1), withdrawn_at=datetime(2026, 11, 25, tzinfo=UTC), withdrawn_why="twice"),
    ],
    ids=["covered", "withdrawn"],
)
def test_what_is_covered_or_withdrawn_shows_no_pixel_of_it(thumbnails, one, theme) -> None:
    shown = painted(thumbnails, one, QPixmap.fromImage(picture()))
    assert shown.pixelColor(20, 20) == theme.colour("sunken")
    assert shown.pixelColor(150, 90) == theme.colour("sunken")


def test_no_more_than_a_screenful_is_kept(thumbnails) -> None:
    for _ in range(KEPT + 5):
        painted(thumbnails, exhibit(1), QPixmap.fromImage(picture(40, 30)))
    assert len(thumbnails._cut) <= KEPT + 1
