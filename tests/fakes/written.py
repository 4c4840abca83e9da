# SPDX-License-Identifier: MIT
"""Small pages of which every word and its place is known, drawn for tests of finding and cutting out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from app.identify.values import Box
from tests.fakes.panels.ink import font_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

BLUE, LIGHT_BLUE, BLACK, GREY, WHITE, NIGHT = "#0078d4", "#6cb8f5", "#000000", "#767676", "#ffffff", "#1f1f1f"


class Page:
    """A page that is written on word by word."""

    def __init__(self, width: int = 640, height: int = 240, ground: str = WHITE, face: str = "open") -> None:
        self.image = Image.new("RGB", (width, height), ground)
        self._face = face

    def write(
        self, left: int, top: int, text: str, ink: str = BLACK, size_px: int = 14, *, is_bold: bool = False
    ) -> Box:
        """Write a text and return the box of its ink."""
        font = font_of(self._face, size_px, is_bold=is_bold)
        draw = ImageDraw.Draw(self.image)
        draw.text((left, top), text, fill=ink, font=font)
        return Box(*(round(edge) for edge in draw.textbbox((left, top), text, font=font)))

    def button(self, box: Box, fill: str | None = BLUE, outline: str | None = None) -> None:
        """Draw a rectangle with round corners."""
        edges = (box.left, box.top, box.right, box.bottom)
        ImageDraw.Draw(self.image).rounded_rectangle(edges, radius=4, fill=fill, outline=outline)

    def disc(self, left: int, top: int, width: int, fill: str) -> None:
        """Draw a round picture of a person."""
        ImageDraw.Draw(self.image).ellipse((left, top, left + width, top + width), fill=fill)

    @property
    def pixels(self) -> NDArray[np.uint8]:
        """The page as it is handed on."""
        return np.asarray(self.image).copy()


def profile(shown: str = "live:amelie_1", label: str = "Skype", ink: str = BLUE) -> tuple[Page, Box]:
    """Return a page with a person's name, rows and buttons, and the box of what stands beside its label."""
    page = Page()
    page.disc(20, 20, 56, "#b5651d")
    page.write(92, 24, "Amélie Laurent", size_px=22, is_bold=True)
    page.button(Box(20, 90, 110, 118))
    page.write(34, 95, "Message", WHITE)
    page.write(130, 95, "Report abuse", BLUE)
    page.write(20, 135, "Mobile", GREY)
    page.write(150, 135, "+44 7700 900123", BLUE)
    page.write(20, 165, label, GREY)
    box = page.write(150, 165, shown, ink)
    page.write(20, 195, "Website", GREY)
    page.write(150, 195, "www.example.com", BLUE)
    return page, box


def share_of(one: Box, two: Box) -> float:
    """Return how much of two boxes together both cover."""
    wide = min(one.right, two.right) - max(one.left, two.left)
    high = min(one.bottom, two.bottom) - max(one.top, two.top)
    shared = max(wide, 0) * max(high, 0)
    return shared / (one.width_px * one.height_px + two.width_px * two.height_px - shared)
