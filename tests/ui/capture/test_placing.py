# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QRect

from app.model import Rect
from ui.capture.placing import (
    holds,
    native_of,
    native_of_screen,
    point_to_native,
    screen_at,
    to_native,
    to_points,
)


@dataclass
class FakeScreen:
    area: QRect
    ratio: float

    def geometry(self) -> QRect:
        return self.area

    def devicePixelRatio(self) -> float:
        return self.ratio


LEFT = FakeScreen(QRect(0, 0, 800, 900), 1.0)
RIGHT = FakeScreen(QRect(800, 0, 400, 450), 2.0)  # 800 x 900 pixels
SCREENS = (LEFT, RIGHT)


def test_a_screen_covers_its_pixels() -> None:
    assert native_of_screen(RIGHT) == Rect(800, 0, 800, 900)


@pytest.mark.parametrize(
    ("points", "screen", "pixels"),
    [
        (QRect(10, 20, 30, 40), LEFT, Rect(10, 20, 30, 40)),
        (QRect(810, 20, 30, 40), RIGHT, Rect(820, 40, 60, 80)),
    ],
)
def test_points_and_pixels_and_back(points: QRect, screen: FakeScreen, pixels: Rect) -> None:
    assert to_native(points, screen) == pixels
    assert to_points(pixels, SCREENS) == points


def test_a_window_of_ours_has_the_scale_of_the_screen_that_holds_its_middle() -> None:
    assert native_of(QRect(820, 10, 100, 50), SCREENS) == Rect(840, 20, 200, 100)
    assert native_of(QRect(10, 10, 100, 50), SCREENS) == Rect(10, 10, 100, 50)
    assert native_of(QRect(9000, 10, 100, 50), SCREENS) == Rect(9000, 10, 100, 50)


def test_a_point_is_measured_on_its_own_screen() -> None:
    assert point_to_native(QPoint(900, 100), SCREENS) == (1000, 200)
    assert point_to_native(QPoint(100, 100), SCREENS) == (100, 100)


def test_the_screen_of_a_pixel_or_else_the_first() -> None:
    assert screen_at(1500, 800, SCREENS) is RIGHT
    assert screen_at(5000, 5000, SCREENS) is LEFT


def test_the_last_pixel_is_in_and_the_next_is_not() -> None:
    assert holds(Rect(0, 0, 10, 10), 9, 9)
    assert not holds(Rect(0, 0, 10, 10), 10, 9)


def test_where_pictures_are_asked_for_in_points_nothing_is_scaled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.capture.placing.counts_in_points", lambda: True)
    assert native_of_screen(RIGHT) == Rect(800, 0, 400, 450)
    assert to_native(QRect(810, 20, 30, 40), RIGHT) == Rect(810, 20, 30, 40)
    assert to_points(Rect(810, 20, 30, 40), SCREENS) == QRect(810, 20, 30, 40)
    assert point_to_native(QPoint(1199, 449), SCREENS) == (1199, 449)
