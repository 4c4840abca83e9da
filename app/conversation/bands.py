# SPDX-License-Identifier: MIT
"""What stands between frames in the joined picture: a plain band with words, or a thin mark."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import fontpkg_atkinson_hyperlegible
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from app.model import Why

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from app.conversation.layout import Band

    Bgra = NDArray[np.uint8]

PAPER, INK, EDGE, MARK = (232, 232, 232, 255), (32, 32, 32), (120, 120, 120, 255), (200, 120, 40, 255)
SMALLEST_PX, LARGEST_PX, WIDTH_A_PX = 14, 44, 48
EDGE_PX, MARK_PX = 2, 3
FONT = "AtkinsonHyperlegible-Bold.ttf"


ORDER = "Which part comes first is not proven."  # no common row says so; they stand as they were scrolled


@dataclass(frozen=True, slots=True)
class Captions:
    """The words at a gap, by why it is there; ``{above}`` and ``{below}`` are the frames beside it.

    Source: conversation.md, section 4.
    """

    gap: str = f"Gap: messages may be missing between frames {{above}} and {{below}}. {ORDER}"
    unclear: str = (
        "Not certain: frames {above} and {below} may meet in more than one way. Messages may be missing. "
        f"{ORDER}"
    )
    resized: str = (
        "Break: the window was resized between frames {above} and {below}. Messages may be missing. "
        f"{ORDER}"
    )
    resumed: str = (
        f"Break: Safehold was closed between frames {{above}} and {{below}}. Messages may be missing. {ORDER}"
    )

    def of(self, place: Band) -> str:
        """Return the words for one gap."""
        gap = place.gap
        ends = (gap.first, gap.second) if gap else (place.above, place.below)
        words = {
            Why.WIDTH_CHANGED: self.resized,
            Why.RESUMED: self.resumed,
            Why.TWO_PLACES: self.unclear,
            Why.REPEATED_ONLY: self.unclear,
            Why.ONE_PICTURE: self.unclear,
        }.get(gap.why if gap else Why.NO_OVERLAP, self.gap)
        return words.format(above=ends[0], below=ends[1])


def band(words: str, width_px: int) -> Bgra:
    """Return a plain band with the words in it, as wide as the picture and as tall as they need."""
    size = max(SMALLEST_PX, min(LARGEST_PX, width_px // WIDTH_A_PX))
    font = _font(size)
    lines = _wrapped(words, font, width_px - 2 * size)
    line_px = size * 3 // 2
    height = line_px * (len(lines) + 2)
    picture = Image.new("RGB", (width_px, height), PAPER[:3])
    pen = ImageDraw.Draw(picture)
    for number, line in enumerate(lines):
        pen.text((width_px // 2, line_px * (number + 1) + line_px // 2), line, INK, font, anchor="mm")
    return _framed(np.asarray(picture))


def mark(width_px: int) -> Bgra:
    """Return the thin mark of a seam that is matched and not pixel for pixel."""
    return np.full((MARK_PX, width_px, 4), MARK, dtype=np.uint8)


def _framed(rgb: NDArray[np.uint8]) -> Bgra:
    """Return the band as the screen gives pixels, with a line above and below."""
    out = np.full((*rgb.shape[:2], 4), 255, dtype=np.uint8)
    out[..., :3] = rgb[..., ::-1]
    out[:EDGE_PX] = out[-EDGE_PX:] = EDGE
    return out


def _wrapped(words: str, font: ImageFont.FreeTypeFont, width_px: int) -> list[str]:
    """Return the words in lines that fit; a word that is too long stands alone."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width_px:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@lru_cache(maxsize=4)
def _font(size: int) -> ImageFont.FreeTypeFont:
    path = fontpkg_atkinson_hyperlegible.ROOT / "files" / FONT
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)
