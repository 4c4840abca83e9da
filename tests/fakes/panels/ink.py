# SPDX-License-Identifier: MIT
"""A canvas in points: text as systems draw it, grey or with the coloured fringes of ClearType."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from app.identify.values import Box

FACES = {
    "open": ("fontpkg_open_sans", "OpenSans[wdth,wght].ttf"),
    "roboto": ("fontpkg_roboto", "Roboto[wdth,wght].ttf"),
    "noto": ("fontpkg_noto_sans", "NotoSans[wdth,wght].ttf"),
    "inter": ("fontpkg_inter", "Inter[opsz,wght].ttf"),
    "source": ("fontpkg_source_sans_3", "SourceSans3[wght].ttf"),
    "dejavu": ("", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
}
# The five taps that spread a third of a pixel over its neighbours. Source: FreeType, FT_LCD_FILTER_DEFAULT
SPREAD = np.array([8, 77, 86, 77, 8], dtype=np.float32) / 256
Colour = tuple[int, int, int]


def file_of(face: str) -> Path:
    """Return the file of a face."""
    package, name = FACES[face]
    spec = find_spec(package) if package else None
    return Path((spec.origin if spec else None) or "/").parent / "files" / name


@lru_cache(maxsize=200)
def font_of(face: str, size_px: int, *, is_bold: bool) -> ImageFont.FreeTypeFont:
    """Return a face at a size."""
    font = ImageFont.truetype(str(file_of(face)), size_px)
    if FACES[face][0]:
        names = [axis["name"] for axis in font.get_variation_axes()]
        default = {axis["name"]: axis["default"] for axis in font.get_variation_axes()}
        weights = {name: (700 if is_bold else 400) if b"eight" in name else default[name] for name in names}
        font.set_variation_by_axes([weights[name] for name in names])
    return font


@dataclass
class Canvas:
    """An RGB picture that is drawn on in points; ``scale`` makes pixels of them."""

    width: float
    height: float
    scale: float
    ground: Colour
    face: str = "open"
    is_clear: bool = False
    image: Image.Image = field(init=False)

    def __post_init__(self) -> None:
        """Fill it with its ground."""
        self.image = Image.new("RGB", (self.px(self.width), self.px(self.height)), self.ground)

    def px(self, points: float) -> int:
        """Return points as whole pixels."""
        return round(points * self.scale)

    def rect(self, box: tuple[float, float, float, float], fill: Colour, radius: float = 0) -> None:
        """Fill a rectangle: left, top, right, bottom."""
        corners = [self.px(each) for each in box]
        ImageDraw.Draw(self.image).rounded_rectangle(corners, radius=self.px(radius), fill=fill)

    def disc(self, centre: tuple[float, float], radius: float, fill: Colour) -> None:
        """Fill a circle."""
        x, y = centre
        box = [self.px(each) for each in (x - radius, y - radius, x + radius, y + radius)]
        ImageDraw.Draw(self.image).ellipse(box, fill=fill)

    def width_of(self, text: str, size: float, *, is_bold: bool = False) -> float:
        """Return how wide a text is, in points."""
        return font_of(self.face, self.px(size), is_bold=is_bold).getlength(text) / self.scale

    def text(
        self, at: tuple[float, float], text: str, size: float, colour: Colour, *, is_bold: bool = False
    ) -> Box:
        """Draw one line with its top left corner at a place; return the box of its ink."""
        font = font_of(self.face, self.px(size), is_bold=is_bold)
        place = (self.px(at[0]), self.px(at[1]))
        if self.is_clear:
            self._clear(text, font_of(self.face, self.px(size) * 3, is_bold=is_bold), place, colour)
        else:
            ImageDraw.Draw(self.image).text(place, text, fill=colour, font=font)
        left, top, right, bottom = (int(each) for each in font.getbbox(text))
        return Box(place[0] + left, place[1] + top, place[0] + right, place[1] + bottom)

    def _clear(self, text: str, large: ImageFont.FreeTypeFont, at: tuple[int, int], colour: Colour) -> None:
        """Draw each third of a pixel on its own, as ClearType does."""
        width = int(large.getlength(text)) // 3 * 3 + 18
        high = -(-int(large.getbbox(text)[3] + 9) // 3) * 3
        mask = Image.new("L", (width, high))
        ImageDraw.Draw(mask).text((6, 0), text, fill=255, font=large)
        fine = np.asarray(mask, np.float32).reshape(high // 3, 3, width).mean(axis=1) / 255
        fine = np.apply_along_axis(lambda row: np.convolve(row, SPREAD, mode="same"), 1, fine)
        thirds = fine.reshape(fine.shape[0], width // 3, 3)
        room = np.asarray(self.image).copy()
        left, top = max(0, at[0] - 2), max(0, at[1])
        part = room[top : top + thirds.shape[0], left : left + thirds.shape[1]]
        alpha = thirds[: part.shape[0], : part.shape[1]]
        part[:] = np.round(part * (1 - alpha) + np.array(colour, np.float32) * alpha).astype(np.uint8)
        self.image = Image.fromarray(room)
