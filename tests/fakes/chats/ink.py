# SPDX-License-Identifier: MIT
"""Words, rounded boxes and photographs as small bitmaps that are drawn once and pasted often.

A pixel is one number, ``0xTTRRGGBB``. The top byte is a tag until the frame is finished: ``PAPER`` marks the
background of the page, ``OWN`` a bubble whose colour depends on where it stands (its low byte is the ink's
coverage).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

import fontpkg_atkinson_hyperlegible
import fontpkg_roboto_mono
import numpy as np
from PIL import Image, ImageDraw, ImageFont

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pixels: TypeAlias = NDArray[np.uint32]
    Coverage: TypeAlias = NDArray[np.uint8]

PAPER, OWN = 1 << 24, 2 << 24
COLOUR = 0xFFFFFF
OPAQUE = 0xFF000000

LATIN, BOLD, MONO, MIRRORED, DENSE = "latin", "bold", "mono", "mirrored", "dense"
_FILES = {
    LATIN: (fontpkg_atkinson_hyperlegible.ROOT, "AtkinsonHyperlegible-Regular.ttf"),
    BOLD: (fontpkg_atkinson_hyperlegible.ROOT, "AtkinsonHyperlegible-Bold.ttf"),
    MONO: (fontpkg_roboto_mono.ROOT, "RobotoMono[[]wght[]].ttf"),
}


def line_height(size: int) -> int:
    """Return the height of a line of text; every word of the size is as tall."""
    return size * 7 // 5


@lru_cache(maxsize=16)
def _font(script: str, size: int) -> ImageFont.FreeTypeFont:
    root, name = _FILES[script]
    return ImageFont.truetype(str(next(root.rglob(name))), size)


@lru_cache(maxsize=8192)
def word(text: str, size: int, script: str = LATIN) -> Coverage:
    """Return how much of each pixel the word covers, anti-aliased; as tall as a line."""
    if script == DENSE:
        return np.hstack([_sign(letter, size) for letter in text])
    font = _font(LATIN if script == MIRRORED else script, size)
    picture = Image.new("L", (max(1, round(font.getlength(text))), line_height(size)))
    ImageDraw.Draw(picture).text((0, size * 21 // 20), text, 255, font, anchor="ls")
    drawn = np.asarray(picture)
    return np.ascontiguousarray(drawn[:, ::-1]) if script == MIRRORED else drawn


@lru_cache(maxsize=4096)
def _sign(letter: str, size: int) -> Coverage:
    """Return a square sign of strokes, dense as a Chinese one, always the same for one letter."""
    noise, side, fine = np.random.default_rng(ord(letter)), size, 4
    picture = Image.new("L", (side * fine, line_height(size) * fine))
    draw, top = ImageDraw.Draw(picture), (line_height(size) - size) // 2 * fine
    pen, low, high = max(fine, size * fine // 14), fine, (side - 2) * fine
    for _ in range(int(noise.integers(6, 13))):
        a, b, c = (int(noise.integers(low, high)) for _ in range(3))
        ends = [(min(a, b), c, max(a, b) + pen, c), (c, min(a, b), c, max(a, b) + pen), (a, b, c, a)]
        x0, y0, x1, y1 = ends[int(noise.choice(3, p=[0.5, 0.35, 0.15]))]
        draw.line((x0, y0 + top, x1, y1 + top), 255, pen)
    return np.asarray(picture.resize((side, line_height(size)), Image.Resampling.BOX))


@lru_cache(maxsize=512)
def ramp(ink: int, paper: int) -> Pixels:
    """Return the 256 mixtures of ink on paper; no ink at all keeps the paper's tag."""
    if paper & OWN:
        return (np.arange(256, dtype=np.uint32) | OWN).astype(np.uint32)
    steps = np.arange(256, dtype=np.float64)[:, None] / 255
    ends = [np.array([colour >> 16 & 255, colour >> 8 & 255, colour & 255]) for colour in (paper, ink)]
    mixed = np.rint(ends[0] * (1 - steps) + ends[1] * steps).astype(np.uint32)
    packed = mixed[:, 0] << 16 | mixed[:, 1] << 8 | mixed[:, 2]
    packed[0] = paper
    return packed.astype(np.uint32)


def paste(page: Pixels, top: int, left: int, drawn: Coverage, ink: int, paper: int) -> None:
    """Write coverage in ink on paper; what lies outside the page is cut off."""
    height, width = page.shape
    part = drawn[max(0, -top) : height - top, max(0, -left) : width - left]
    if part.size:
        y, x = max(0, top), max(0, left)
        page[y : y + part.shape[0], x : x + part.shape[1]] = ramp(ink, paper)[part]


def text(page: Pixels, top: int, left: int, words: str, size: int, ink: int, paper: int) -> int:
    """Write words in a row; return where the row ends."""
    for one in words.split():
        drawn = word(one, size)
        paste(page, top, left, drawn, ink, paper)
        left += drawn.shape[1] + size // 4
    return left


def fringed(page: Pixels, top: int, left: int, drawn: Coverage, ink: int, paper: int) -> None:
    """Write coverage with coloured edges, as screens with sub-pixel text do."""
    wide = np.pad(drawn, ((0, 0), (1, 1))).astype(np.uint16)
    planes = [(2 * wide[:, 1:-1] + wide[:, 1 + side : wide.shape[1] - 1 + side]) // 3 for side in (-1, 0, 1)]
    table = ramp(ink, paper)
    mixed = sum(
        table[plane.astype(np.uint8)] & np.uint32(255 << shift)
        for plane, shift in zip(planes, (16, 8, 0), strict=True)
    )
    height, width = drawn.shape
    page[top : top + height, left : left + width] = mixed


@lru_cache(maxsize=64)
def _corner(radius: int) -> Coverage:
    picture = Image.new("L", (radius * 8, radius * 8))
    ImageDraw.Draw(picture).ellipse((0, 0, radius * 16, radius * 16), fill=255)
    return np.asarray(picture.resize((radius, radius), Image.Resampling.BOX))


def rounded(page: Pixels, box: tuple[int, int, int, int], radius: int, fill: int, paper: int) -> None:
    """Fill a box of top, left, height and width whose corners are round."""
    top, left, height, width = box
    page[top : top + height, left : left + width] = fill
    radius = min(radius, height // 2, width // 2)
    if radius < 1:
        return
    quarter = _corner(radius)
    table = ramp(fill & COLOUR, paper) if not fill & OWN else np.where(np.arange(256) > 127, fill, paper)
    down, right = top + height - radius, left + width - radius
    for y, x, drawn in (
        (top, left, quarter),
        (top, right, quarter[:, ::-1]),
        (down, left, quarter[::-1]),
        (down, right, quarter[::-1, ::-1]),
    ):
        page[y : y + radius, x : x + radius] = table[drawn]


@lru_cache(maxsize=384)
def photo(seed: int, width: int, height: int) -> Pixels:
    """Return a photograph: soft shapes, edges, and grain."""
    noise = np.random.default_rng(seed)
    tones = np.zeros((height, width, 3), dtype=np.int16)
    for cells, strength, method in ((3, 90, "BICUBIC"), (11, 50, "BICUBIC"), (40, 24, "NEAREST")):
        rows = max(2, cells * height // max(width, 1))
        small = Image.fromarray(noise.integers(0, 256, (rows, cells, 3), dtype=np.uint8))
        large = small.resize((width, height), Image.Resampling[method])
        tones += ((np.asarray(large).astype(np.int16) - 128) * strength) // 128
    tones += noise.integers(-7, 8, (height, width, 1), dtype=np.int16)
    clipped = (tones + 128).clip(0, 255).astype(np.uint32)
    return (clipped[..., 0] << 16 | clipped[..., 1] << 8 | clipped[..., 2]).astype(np.uint32)


@lru_cache(maxsize=256)
def face(seed: int, side: int, paper: int) -> Pixels:
    """Return a round avatar on paper."""
    picture = photo(seed, side, side).copy()
    half = -(-side // 2)
    disc = np.zeros((side, side), dtype=np.uint8)
    quarter = _corner(half)
    disc[:half, :half], disc[:half, -half:] = quarter, quarter[:, ::-1]
    disc[-half:, :half], disc[-half:, -half:] = quarter[::-1], quarter[::-1, ::-1]
    picture[disc < 128] = paper
    return picture
