# SPDX-License-Identifier: MIT
"""A chat that can be looked at: the page, what stands around it, and where a person stops while scrolling."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from app.model import Rect
from tests.fakes.chats.layers import scroll
from tests.fakes.chats.shots import Canvas, Shot
from tests.fakes.chats.truth import truth

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.fakes.chats.layers import Layer
    from tests.fakes.chats.page import Page

# How far a person goes from stop to stop, in shares of what is shown, and how often they turn round.
STRIDES = {
    "mixed": (0.02, 1.30, 0.25),
    "reading": (0.05, 0.80, 0.10),
    "paging": (0.84, 0.92, 0.05),
    "back": (0.05, 0.95, 0.90),
    "jumping": (0.60, 2.60, 0.25),
    "creeping": (0.01, 0.12, 0.15),
}


@dataclass(frozen=True, eq=False)
class World:
    """One chat of one family and seed.

    Attributes:
        size_at: width and height of the window at a moment.
        page_at: the conversation as it is loaded at a moment, at the width of the region.
        margins: what stands left of, over, right of and under the region.
        before, after: layers under and over the messages.
        step: the page stops at multiples of this, 1 or 0.5.
        walk: how a person scrolls here, a key of ``STRIDES``; ``None`` for any.
    """

    family: str
    seed: int
    size_at: Callable[[int], tuple[int, int]]
    page_at: Callable[[int, int], Page]
    margins: tuple[int, int, int, int]
    after: tuple[Layer, ...]
    before: tuple[Layer, ...] = ()
    line_px: int = 21
    density_permille: int = 1000
    step: float = 1
    walk: str | None = None

    def region_at(self, moment: int) -> Rect:
        """Return the part that scrolls."""
        width, height = self.size_at(moment)
        left, top, right, bottom = self.margins
        return Rect(left, top, width - left - right, height - top - bottom)

    def shot(self, offset: float, moment: int) -> Shot:
        """Return the frame at a moment; the first row of the region shows row ``offset`` of the page.

        Nobody can scroll past the end of the page, which may be another one at every moment.
        """
        width, height = self.size_at(moment)
        region = self.region_at(moment)
        page = self.page_at(moment, region.width)
        stop = max(0.0, min(offset, page.height - region.height))
        canvas = Canvas(np.zeros((height, width), dtype=np.uint32), region, stop, moment)
        for layer in (*self.before, scroll, *self.after):
            layer(canvas, page)
        return canvas.finished(self.line_px, self.density_permille)

    def stops(self, count: int, stride: str | None = None) -> tuple[float, ...]:
        """Return where a person stops, the same for the same seed; all of it lies on the page."""
        noise = np.random.default_rng((self.seed, crc32(self.family.encode())))
        least, most, turns = STRIDES[stride or self.walk or noise.choice(list(STRIDES))]
        page, region = self.page_at(0, self.region_at(0).width), self.region_at(0)
        end = page.height - region.height - 4 * self.line_px
        way = 1 if noise.random() < 0.5 else -1
        stops = [self._whole(float(noise.uniform(0, end)))]
        for _ in range(count - 1):
            way = -way if noise.random() < turns else way
            step = float(noise.uniform(least, most)) * region.height
            if not 0 <= stops[-1] + way * step <= end:
                way = -way
            stops.append(self._whole(min(max(stops[-1] + way * step, 0.0), end)))
        return tuple(stops)

    def _whole(self, offset: float) -> float:
        return round(offset / self.step) * self.step

    def run(self, count: int, stride: str | None = None) -> list[Shot]:
        """Return the frames of a walk."""
        return [self.shot(stop, moment) for moment, stop in enumerate(self.stops(count, stride))]


def steps_between(first: Shot, second: Shot, seed: int) -> tuple[int, ...] | None:
    """Return the movements that looks between two frames followed, each under half the region.

    ``None`` if nobody can have followed it: no common row, torn, or resized.
    """
    true = truth(first, second)
    if true.is_torn or true.is_resized or true.shift_px is None:
        return None
    return steps_of(true.shift_px, true.region_px, seed)


def steps_of(shift_px: float, region_px: int, seed: int) -> tuple[int, ...]:
    """Cut a way into steps that are each under half the region."""
    noise, left, steps = np.random.default_rng(seed), round(shift_px), list[int]()
    while left:
        most = max(2, int(region_px * noise.uniform(0.05, 0.45)))
        step = int(np.sign(left)) * min(abs(left), most)
        steps.append(step)
        left -= step
    return tuple(steps)


def pairs(shots: Sequence[Shot], least: int = 1, most: int = 8) -> list[tuple[int, int]]:
    """Return the numbers of every two frames that are so far apart in the run."""
    count = len(shots)
    return [(a, b) for a in range(count) for b in range(a + least, min(count, a + most + 1))]
