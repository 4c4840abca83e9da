# SPDX-License-Identifier: MIT
"""What stands over, under and beside the messages. A layer writes on the canvas, one after another."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

import numpy as np
from PIL import Image

from tests.fakes.chats import ink
from tests.fakes.chats.shots import HIDDEN, Canvas

if TYPE_CHECKING:
    from app.model import Rect
    from tests.fakes.chats.ink import Pixels
    from tests.fakes.chats.page import Page, Skin


class Layer(Protocol):
    def __call__(self, canvas: Canvas, page: Page) -> None: ...


def _cut(rect: Rect) -> tuple[slice, slice]:
    return slice(rect.y, rect.y + rect.height), slice(rect.x, rect.x + rect.width)


def scroll(canvas: Canvas, page: Page) -> None:
    """Draw the messages, under the bars too, and write down which rows of them show."""
    region, start = canvas.region, int(canvas.offset // 1)
    tall = len(canvas.pixels)
    rows = np.arange(start - region.y, start - region.y + tall + 1)
    crop = page.pixels[rows.clip(0, page.height - 1)]
    if canvas.offset % 1:
        above, below = crop[:-1], crop[1:]
        crop = (((above ^ below) & np.uint32(0xFEFEFE)) >> 1) + (above & below & np.uint32(ink.COLOUR))
    canvas.pixels[:, region.x : region.x + region.width] = crop[:tall]
    seen = slice(region.y, region.y + region.height)
    is_there = (rows[seen] >= 0) & (rows[seen] < page.height)
    inside = rows[seen].clip(0, page.height - 1)
    canvas.ids[seen] = np.where(is_there, page.ids[inside], HIDDEN)
    canvas.looks[seen] = np.where(is_there, page.looks[inside], 0)
    canvas.wordy[seen] = is_there & page.wordy[inside]


@dataclass(frozen=True)
class Movers:
    """Animated avatars and pictures: another phase at every moment."""

    is_mask_given: bool

    def __call__(self, canvas: Canvas, page: Page) -> None:
        """Paste the phase."""
        region = canvas.region
        for top, left, height, width, seed in page.movers:
            y = top - int(canvas.offset) + region.y
            if y + height <= 0 or y >= len(canvas.pixels):
                continue
            drawn = ink.photo(seed * 5 + 1 + canvas.moment % 4, width, height)
            y0, y1 = max(0, y), min(len(canvas.pixels), y + height)
            canvas.pixels[y0:y1, region.x + left : region.x + left + width] = drawn[y0 - y : y1 - y]
            if self.is_mask_given:
                canvas.moved(y, region.x + left, height, width)


@dataclass(frozen=True)
class Wallpaper:
    """A pattern that stays where it is while the messages move over it."""

    seed: int
    period: int
    scale: float

    def __call__(self, canvas: Canvas, page: Page) -> None:
        """Show it wherever there is only paper."""
        here = canvas.pixels[:, canvas.region.x : canvas.region.x + canvas.region.width]
        tile = _tile(self.seed, self.period, self.scale)
        times = [-(-side // tile.shape[axis]) for axis, side in enumerate(here.shape)]
        pattern = np.tile(tile, times)[: here.shape[0], : here.shape[1]]
        here[...] = np.where(here & ink.PAPER, pattern, here)


@lru_cache(maxsize=16)
def _tile(seed: int, period: int, scale: float) -> Pixels:
    """Return a tile that repeats after ``period * scale``; four periods if that is no whole number."""
    noise, times = np.random.default_rng(seed), 1 if (period * scale).is_integer() else 4
    plain = np.full((period, period), 0xE8DDD0, dtype=np.uint32)
    for _ in range(period // 4):
        sign = ink.word(chr(0x4E00 + int(noise.integers(4000))), 13, ink.DENSE)
        top, left = (int(noise.integers(0, max(1, period - side))) for side in sign.shape)
        ink.paste(plain, top, left, sign, 0xCFC2B2, 0xE8DDD0)
    large = np.tile(plain, (times, times)).view(np.uint8).reshape(period * times, period * times, 4)
    side = round(period * scale * times)
    if side != period * times:
        picture = Image.fromarray(large, "RGBX").resize((side, side), Image.Resampling.BILINEAR)
        large = np.ascontiguousarray(np.asarray(picture))
    return large.view(np.uint32).reshape(side, side) & np.uint32(ink.COLOUR)


@dataclass(frozen=True)
class Gradient:
    """Own bubbles take their colour from where they stand in the window."""

    top: int
    bottom: int

    def __call__(self, canvas: Canvas, page: Page) -> None:
        """Mix the ink, white, with the colour of the row."""
        rows, columns = np.nonzero(canvas.pixels & ink.OWN)
        if not len(rows):
            return
        share = np.linspace(0, 1, len(canvas.pixels))[rows]
        cover = (canvas.pixels[rows, columns] & 255) / 255
        mixed = np.zeros(len(rows), dtype=np.uint32)
        for shift in (16, 8, 0):
            ends = self.top >> shift & 255, self.bottom >> shift & 255
            colour = ends[0] * (1 - share) + ends[1] * share
            mixed |= np.rint(colour * (1 - cover) + 255 * cover).astype(np.uint32) << np.uint32(shift)
        canvas.pixels[rows, columns] = mixed


@dataclass(frozen=True)
class Hover:
    """The message under the pointer is coloured over the whole width; the pointer stays where it is."""

    down: float

    def __call__(self, canvas: Canvas, page: Page) -> None:
        """Darken the row."""
        region = canvas.region
        under = int(canvas.offset) + int(region.height * self.down)
        span = next((one for one in page.spans if one[0] <= under < one[1]), None)
        if span is None:
            return
        top, bottom = (min(max(row - int(canvas.offset), 0), region.height) + region.y for row in span)
        here = canvas.pixels[top:bottom, region.x : region.x + region.width]
        here -= (here >> 4) & np.uint32(0x0F0F0F)


@dataclass(frozen=True)
class Pushed:
    """The messages stand higher at some moments; comes before ``scroll``."""

    height: int
    moments: frozenset[int]

    def __call__(self, canvas: Canvas, page: Page) -> None:
        """Push them up."""
        if canvas.moment in self.moments:
            canvas.offset += self.height


@dataclass(frozen=True)
class Typing:
    """Dots at the foot of the messages at some moments."""

    height: int
    skin: Skin
    moments: frozenset[int]

    def __call__(self, canvas: Canvas, page: Page) -> None:
        """Draw the dots over the last rows."""
        region = canvas.region
        if canvas.moment not in self.moments:
            return
        top = region.y + region.height - self.height
        canvas.pixels[top : top + self.height, region.x : region.x + region.width] = self.skin.paper
        unit = self.skin.size
        ink.rounded(
            canvas.pixels,
            (top + 4, region.x + unit, self.height - 8, unit * 4),
            unit,
            self.skin.theirs,
            self.skin.paper,
        )
        for dot in range(3):
            fill = self.skin.letter if canvas.moment % 3 == dot else self.skin.faint
            at = (top + self.height // 2 - 3, region.x + unit * 2 + dot * unit * 2 // 3, 6, 6)
            ink.rounded(canvas.pixels, at, 3, fill, self.skin.theirs)
        canvas.ids[top : top + self.height] = HIDDEN
        canvas.looks[top : top + self.height] = 0


@dataclass(frozen=True)
class RemoteNoise:
    """The picture went through a remote desktop: it was pressed hard and comes back a little different."""

    quality: int

    def __call__(self, canvas: Canvas, page: Page) -> None:
        """Press it as JPEG and unpack it."""
        planes = canvas.pixels.astype("<u4").view(np.uint8).reshape(*canvas.pixels.shape, 4)[..., 2::-1]
        packed = io.BytesIO()
        Image.fromarray(np.ascontiguousarray(planes)).save(
            packed, "JPEG", quality=self.quality + canvas.moment % 3
        )
        back = np.asarray(Image.open(packed)).astype(np.uint32)
        canvas.pixels[...] = back[..., 0] << 16 | back[..., 1] << 8 | back[..., 2]
