# SPDX-License-Identifier: MIT
"""A line is cut out level, grey and darker than its ground."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from app.identify.crops import crop, slope_of, with_margin
from app.identify.lines import find_lines
from app.identify.values import Box, TextLine
from tests.fakes.written import BLACK, BLUE, LIGHT_BLUE, NIGHT, WHITE, Page

TEXT = "live:.cid.8f3a1b2c4d5e6f70"


@pytest.mark.parametrize(
    ("ground", "ink"),
    [(WHITE, BLACK), (WHITE, BLUE), (NIGHT, WHITE), (NIGHT, LIGHT_BLUE), ("#f0f0f0", "#cccccc")],
)
def test_ink_is_dark_on_a_light_ground(ground: str, ink: str) -> None:
    page = Page(ground=ground)
    line = TextLine(page.write(40, 30, TEXT, ink), is_blue=False)
    plane = crop(page.pixels, line)
    assert np.median(plane) > 190
    assert plane.min() < np.median(plane) - 90


def test_a_margin_stays_in_the_picture() -> None:
    page = Page(100, 40)
    assert with_margin(Box(0, 0, 100, 40), page.pixels) == Box(0, 0, 100, 40)
    assert with_margin(Box(10, 10, 60, 30), page.pixels) == Box(6, 6, 64, 34)


@pytest.mark.parametrize("degrees", [-2, -1, 1, 2])
def test_a_turned_line_is_made_level(degrees: float) -> None:
    page = Page(900, 160)
    page.write(60, 60, TEXT, size_px=36)
    turned = np.asarray(page.image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=WHITE))
    (line,) = find_lines(turned)
    plane = crop(turned, line)
    assert abs(slope_of(plane)) <= 0.005
    assert plane.shape[0] < line.box.height_px + 8


def test_a_level_line_is_left_alone() -> None:
    page = Page(900, 160)
    line = TextLine(page.write(60, 60, TEXT, size_px=36), is_blue=False)
    assert slope_of(crop(page.pixels, line)) == 0
    assert crop(page.pixels, line).shape[0] == line.box.height_px + 2 * round(0.2 * line.box.height_px)
