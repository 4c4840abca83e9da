# SPDX-License-Identifier: MIT
"""Blue text is found; blue buttons, title bars, discs, black and purple text are not."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from app.identify.colour import blue_lines, is_blue, is_on_blue
from app.identify.values import Box
from tests.fakes.written import BLACK, BLUE, LIGHT_BLUE, NIGHT, WHITE, Page, profile, share_of


@pytest.mark.parametrize(
    ("ground", "ink"),
    [(WHITE, BLUE), (WHITE, "#00aff0"), ("#eef4fa", "#0563c1"), (NIGHT, LIGHT_BLUE), ("#242a38", "#8ab4f8")],
)
@pytest.mark.parametrize("size_px", [11, 14, 28])
def test_blue_text_is_found_on_light_and_dark_grounds(ground: str, ink: str, size_px: int) -> None:
    page = Page(900, 120, ground)
    drawn = page.write(40, 30, "live:.cid.8f3a1b2c4d5e6f70", ink, size_px)
    (line,) = blue_lines(page.pixels)
    assert line.is_blue
    assert share_of(line.box, drawn) > 0.75


@pytest.mark.parametrize("ink", [BLACK, "#767676", "#8a2be2", "#c00000", "#107c10"])
def test_text_of_another_colour_is_not_blue(ink: str) -> None:
    page = Page()
    page.write(40, 30, "live:.cid.8f3a1b2c4d5e6f70", ink)
    assert blue_lines(page.pixels) == ()


def test_black_text_with_coloured_fringes_is_not_blue() -> None:
    page = Page()
    page.write(40, 30, "live:.cid.8f3a1b2c4d5e6f70")
    grey = page.pixels[..., 0]
    fringed = np.stack([np.roll(grey, -1, axis=1), grey, np.roll(grey, 1, axis=1)], axis=2)
    assert blue_lines(fringed) == ()


def test_buttons_title_bars_and_discs_are_no_lines() -> None:
    page = Page()
    page.button(Box(0, 0, 640, 30))
    page.write(20, 5, "Profile of a person", WHITE)
    page.button(Box(40, 60, 160, 90))
    page.write(60, 65, "Message", WHITE)
    page.disc(300, 60, 48, BLUE)
    assert blue_lines(page.pixels) == ()


def test_only_the_blue_lines_of_a_profile_are_found_even_after_a_lossy_save() -> None:
    page, drawn = profile()
    saved = io.BytesIO()
    page.image.save(saved, "JPEG", quality=60)
    found = blue_lines(np.asarray(Image.open(saved).convert("RGB")))
    assert sum(share_of(line.box, drawn) > 0.7 for line in found) == 1
    assert len(found) == 4


def test_the_colour_of_the_lamps_does_not_make_black_text_blue() -> None:
    page, drawn = profile()
    for red, blue in ((0.82, 1.0), (1.0, 0.8)):
        tinted = (page.pixels * np.array([red, 0.95, blue])).astype(np.uint8)
        found = [line.box for line in blue_lines(tinted)]
        assert any(share_of(box, drawn) > 0.7 for box in found)
        assert not any(box.top < 60 for box in found)


def test_the_ground_of_a_button_is_blue_and_its_text_is_not() -> None:
    page = Page()
    page.button(Box(40, 60, 160, 90))
    box = page.write(60, 65, "Message", WHITE)
    assert is_on_blue(page.pixels, box)
    assert not is_blue(page.pixels, box)


def test_an_underscore_below_blue_letters_belongs_to_its_line() -> None:
    page = Page()
    drawn = page.write(30, 30, "live:ab_1", BLUE, 14)
    (line,) = blue_lines(page.pixels)
    assert abs(line.box.bottom - drawn.bottom) <= 1
