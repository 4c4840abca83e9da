# SPDX-License-Identifier: MIT
"""A wallpaper that stays behind moving bubbles: told, learned pixel by pixel, and left out of comparisons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from app.conversation.constants import (
    LEARN_FRAMES,
    LEARN_LEAD,
    MIDDLE_PERMILLE,
    STRIP_PX,
    WALLPAPER_CHANGED_PERMILLE,
    WALLPAPER_PERMILLE,
)
from app.conversation.masks import Mask

if TYPE_CHECKING:
    from app.conversation.pair import Pair
    from app.conversation.seen import Pixels, Seen

_WHOLE = np.uint64(0x0101010101010101)  # eight pixels that are all set


@dataclass(frozen=True)
class Wallpaper:
    """What stands behind the bubbles.

    Attributes:
        pixels: the wallpaper, where ``known``.
        known: pixels seen often enough.
        uncovered: strips that nothing ever covered; a button that stays over the messages is among them.
    """

    pixels: Pixels
    known: Mask
    uncovered: Mask

    def covers(self, width_px: int, height_px: int) -> bool:
        """Whether it is that of a window so large."""
        return self.pixels.shape[1] == width_px and self.pixels.shape[0] >= height_px

    def on(self, seen: Seen) -> Mask:
        """Return the pixels of a frame that show the wallpaper."""
        shown: Mask = (seen.pixels == self.pixels[: seen.height_px]) & self.known[: seen.height_px]
        return shown


@dataclass(frozen=True)
class Learning:
    """Frames looked at so far: the value seen most of every pixel, and how far it leads (Boyer-Moore)."""

    pixels: Pixels
    lead: NDArray[np.uint8]
    frames: int

    @classmethod
    def begin(cls, seen: Seen) -> Learning:
        """Return what one frame teaches."""
        return cls(seen.pixels, np.ones(seen.pixels.shape, np.uint8), 1)

    def after(self, seen: Seen) -> Learning:
        """Return what is known after one more frame; from the start where the window has another size."""
        if seen.pixels.shape != self.pixels.shape:
            return Learning.begin(seen)
        agrees = seen.pixels == self.pixels
        is_new = self.lead == 0
        lead = np.where(agrees | is_new, self.lead + 1, self.lead - 1).astype(np.uint8)
        return Learning(np.where(is_new, seen.pixels, self.pixels), lead, self.frames + 1)

    @property
    def learned(self) -> Wallpaper | None:
        """The wallpaper; ``None`` before nine frames were seen."""
        if self.frames < LEARN_FRAMES:
            return None
        uncovered = whole_strips(self.lead == self.frames)
        return Wallpaper(self.pixels, self.lead >= LEARN_LEAD, uncovered)


def whole_strips(pixels: Mask) -> Mask:
    """Return the strips of which every pixel is set."""
    height, width = pixels.shape
    count = width // STRIP_PX
    words = np.ascontiguousarray(pixels[:, : count * STRIP_PX]).view(np.uint64)
    whole: Mask = words.reshape(height, count, -1).min(axis=2) == _WHOLE
    return whole


def shows_wallpaper(pair: Pair) -> bool:
    """Whether much of what tells something in the middle stays while something else moves over it."""
    margin = pair.height * (1000 - MIDDLE_PERMILLE) // 2000
    middle = slice(margin, pair.height - margin)
    changed = pair.changed[middle]
    columns = np.count_nonzero(changed, axis=0) * 1000 >= WALLPAPER_CHANGED_PERMILLE * len(changed)
    stays = pair.edges[middle][:, columns]
    told = (pair.first.informative | pair.second.informative)[middle][:, columns]
    return 1000 * int(np.count_nonzero(stays)) >= WALLPAPER_PERMILLE * max(1, int(np.count_nonzero(told)))
