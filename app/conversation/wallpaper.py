# SPDX-License-Identifier: MIT
"""A wallpaper that stays behind moving bubbles: told, learned pixel by pixel, and left out of comparisons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from app.conversation.constants import (
    COLOUR_SAMPLE,
    COLOURS,
    LEARN_FRAMES,
    LEARN_LEAD,
    MIDDLE_PERMILLE,
    RARE_PERMILLE,
    SAME_BANDS_PERMILLE,
    STRIP_PX,
    WALLPAPER_CHANGED_PERMILLE,
    WALLPAPER_PERMILLE,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from app.conversation.masks import Mask
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
        colours: those it has most; where a place was always covered they tell that it shows now.
    """

    pixels: Pixels
    known: Mask
    uncovered: Mask
    colours: tuple[np.uint32, ...]

    def covers(self, width_px: int, height_px: int) -> bool:
        """Whether it is that of a window so large."""
        return bool(self.pixels.shape[1] == width_px and self.pixels.shape[0] >= height_px)

    def on(self, seen: Seen) -> Mask:
        """Return the pixels of a frame that show the wallpaper."""
        known, pixels = self.known[: seen.height_px], self.pixels[: seen.height_px]
        shown: Mask = (seen.pixels == pixels) & known
        for colour in self.colours:
            shown |= (seen.pixels == colour) & ~known
        return shown


@dataclass(frozen=True)
class Learning:
    """Frames looked at so far: the value seen most of every pixel, and how far it leads (Boyer-Moore)."""

    pixels: Pixels
    lead: NDArray[np.uint8]
    frames: int
    colours: tuple[np.uint32, ...]

    @classmethod
    def begin(cls, pair: Pair) -> Learning:
        """Return what the later of two frames teaches."""
        seen, palette = pair.second, _palette(pair)
        return cls(seen.pixels, (~_has(seen, palette.bubbles)).astype(np.uint8), 1, palette.paper)

    def after(self, pair: Pair) -> Learning:
        """Return what is known after the later of two frames; pixels in a colour that moves teach nothing."""
        seen, palette = pair.second, _palette(pair)
        covered = _has(seen, palette.bubbles)
        agrees, is_new = seen.pixels == self.pixels, (self.lead == 0) & ~covered
        step = np.where(agrees | is_new, 1, -1)
        step[covered] = 0
        lead = (self.lead + step).astype(np.uint8)
        pixels = np.where(is_new, seen.pixels, self.pixels)
        return Learning(pixels, lead, self.frames + 1, palette.paper or self.colours)

    @property
    def learned(self) -> Wallpaper | None:
        """The wallpaper; ``None`` before nine frames were seen."""
        if self.frames < LEARN_FRAMES:
            return None
        uncovered = whole_strips(self.lead == self.frames)
        return Wallpaper(self.pixels, self.lead >= LEARN_LEAD, uncovered, self.colours)


@dataclass(frozen=True, slots=True)
class _Palette:
    """The colours that bubbles have and the wallpaper has not, and those that the wallpaper has."""

    bubbles: tuple[np.uint32, ...]
    paper: tuple[np.uint32, ...]


def _palette(pair: Pair) -> _Palette:
    """Return the colours that are frequent where something changed, and those around the edges that stay."""
    middle = np.zeros_like(pair.changed)
    middle[_middle(pair)] = pair.changed[_middle(pair)].mean(axis=0) * 1000 >= WALLPAPER_CHANGED_PERMILLE
    stays, changed = _colours(pair, pair.edges & middle), _colours(pair, pair.changed & middle)
    return _Palette(
        tuple(colour for colour in _frequent(changed) if _is_rare(colour, stays)),
        tuple(colour for colour in _frequent(stays) if not _is_rare(colour, stays)),
    )


def _middle(pair: Pair) -> slice:
    margin = pair.height * (1000 - MIDDLE_PERMILLE) // 2000
    return slice(margin, pair.height - margin)


def _frequent(colours: Pixels) -> list[np.uint32]:
    found, counts = np.unique(colours, return_counts=True)
    return list(found[np.argsort(counts)[::-1][:COLOURS]])


def _is_rare(colour: np.uint32, colours: Pixels) -> bool:
    return 1000 * int(np.count_nonzero(colours == colour)) < RARE_PERMILLE * colours.size


def _has(seen: Seen, colours: tuple[np.uint32, ...]) -> Mask:
    """Return the pixels that have one of these colours."""
    found = np.zeros(seen.pixels.shape, np.bool_)
    for colour in colours:
        found |= seen.pixels == colour
    return found


def _colours(pair: Pair, strips: Mask) -> Pixels:
    """Return the pixels of a sample of these strips of the later frame."""
    rows, columns = np.nonzero(strips)
    step = max(1, rows.size // COLOUR_SAMPLE)
    height, count = strips.shape
    cut = pair.second.pixels[:, : count * STRIP_PX].reshape(height, count, STRIP_PX)
    sample: Pixels = cut[rows[::step], columns[::step]].ravel()
    return sample


def glimpsed(pair: Pair) -> Wallpaper:
    """Return what two frames tell of the wallpaper: what did not change, in colours that bubbles have not."""
    palette = _palette(pair)
    known = (pair.first.pixels == pair.second.pixels) & ~_has(pair.second, palette.bubbles)
    return Wallpaper(pair.second.pixels, known, np.zeros_like(pair.changed), palette.paper)


def whole_strips(pixels: Mask) -> Mask:
    """Return the strips of which every pixel is set."""
    height, width = pixels.shape
    count = width // STRIP_PX
    words = np.ascontiguousarray(pixels[:, : count * STRIP_PX]).view(np.uint64)
    whole: Mask = words.reshape(height, count, -1).min(axis=2) == _WHOLE
    return whole


def mostly(pixels: Mask) -> Mask:
    """Return the strips of which at least half of the pixels are set."""
    height, width = pixels.shape
    count = width // STRIP_PX
    cut = pixels[:, : count * STRIP_PX].reshape(height, count, STRIP_PX)
    return np.asarray(np.count_nonzero(cut, axis=2) * 2 >= STRIP_PX)


def shows_wallpaper(pair: Pair) -> bool:
    """Whether much of what tells something in the middle stays while something else moves over it."""
    rows = np.count_nonzero((pair.changed & ~pair.moving).any(axis=1))
    if 1000 * int(rows) <= SAME_BANDS_PERMILLE * pair.height:
        return False  # a row under the pointer, a new tick: nothing was scrolled over anything
    middle = _middle(pair)
    changed = pair.changed[middle]
    columns = np.count_nonzero(changed, axis=0) * 1000 >= WALLPAPER_CHANGED_PERMILLE * len(changed)
    stays = pair.edges[middle][:, columns]
    told = (pair.first.informative | pair.second.informative)[middle][:, columns]
    return 1000 * int(np.count_nonzero(stays)) >= WALLPAPER_PERMILLE * max(1, int(np.count_nonzero(told)))
