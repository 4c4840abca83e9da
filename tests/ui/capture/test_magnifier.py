# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from tests.fakes.backend import drawn
from ui.capture.magnifier import AROUND_PX, SIDE, ZOOM, Magnifier
from ui.widgets.painting import image_of

STILL = image_of(drawn(400, 300))


@pytest.fixture
def window(shown) -> QWidget:
    made = shown(QWidget())
    made.resize(400, 300)
    return made


@pytest.fixture
def magnifier(theme, window) -> Magnifier:
    return Magnifier(theme, STILL, window)


def test_every_pixel_round_the_middle_is_eight_times_as_large(magnifier: Magnifier) -> None:
    middle = QPoint(200, 150)
    magnifier.show_pixel(middle, "200, 150", middle)
    image = magnifier.grab().toImage()
    left = (magnifier.width() - SIDE) // 2
    for dx, dy in [(-8, -8), (-5, 3), (7, 2), (8, 8)]:
        spot = QPoint(left + (dx + AROUND_PX) * ZOOM + 4, (dy + AROUND_PX) * ZOOM + 4)
        assert image.pixelColor(spot) == STILL.pixelColor(middle + QPoint(dx, dy)), (dx, dy)


def test_past_the_edge_there_is_nothing(magnifier: Magnifier, theme) -> None:
    magnifier.show_pixel(QPoint(0, 0), "0, 0", QPoint(0, 0))
    image = magnifier.grab().toImage()
    left = (magnifier.width() - SIDE) // 2
    assert image.pixelColor(left + 12, 12) == theme.colour("sunken")
    centre = (AROUND_PX + 3) * ZOOM + 4
    assert image.pixelColor(left + centre, centre) == STILL.pixelColor(3, 3)


@pytest.mark.parametrize(
    "at", [QPoint(0, 0), QPoint(399, 0), QPoint(0, 299), QPoint(399, 299), QPoint(100, 90)]
)
def test_it_lies_beside_the_pointer_and_in_the_window(magnifier: Magnifier, window, at: QPoint) -> None:
    magnifier.show_pixel(at, "1, 1", at)
    assert not magnifier.geometry().contains(at)
    assert window.rect().contains(magnifier.geometry())


def test_it_covers_no_button_where_it_has_a_choice(magnifier: Magnifier) -> None:
    buttons = QRect(120, 120, 200, 60)
    magnifier.show_pixel(QPoint(200, 100), "", QPoint(200, 100), [buttons])
    free = magnifier.geometry()
    magnifier.show_pixel(QPoint(100, 90), "", QPoint(100, 90))
    assert magnifier.geometry().intersects(buttons)
    assert not free.contains(QPoint(200, 100))
