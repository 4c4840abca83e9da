# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from app.model import Rect
from app.settings import Settings
from ui.capture.remembered import Area, Remembered

RECT, SCREEN = Rect(-790, 20, 30, 40), Rect(-800, 0, 800, 900)
NUMBERS = (-790, 20, 30, 40, -800, 0, 800, 900)


def test_an_area_is_kept_as_plain_numbers_and_read_again() -> None:
    kept: list[tuple[str, object]] = []
    first = Remembered(Settings(), lambda *setting: kept.append(setting))
    assert first.area is None
    first.keep_area(RECT, SCREEN)
    assert kept == [("last_area", NUMBERS)]
    assert first.area == Area(RECT, SCREEN)
    assert Remembered(Settings(last_area=NUMBERS), print).area == Area(RECT, SCREEN)


@pytest.mark.parametrize("numbers", [(), (1, 2, 3), (0, 0, 0, 40, 0, 0, 800, 900), (*NUMBERS, 1)])
def test_numbers_that_are_no_area_are_none(numbers: tuple[int, ...]) -> None:
    assert Remembered(Settings(last_area=numbers), print).area is None


def test_an_area_fits_only_where_its_screen_is_as_it_was() -> None:
    area = Area(RECT, SCREEN)
    assert area.fits({SCREEN, Rect(0, 0, 1, 1)})
    assert not area.fits({Rect(-800, 0, 800, 901)})


def test_the_wait_is_kept() -> None:
    kept: list[tuple[str, object]] = []
    Remembered(Settings(), lambda *setting: kept.append(setting)).keep_wait(5)
    assert kept == [("wait_seconds", 5)]
