# SPDX-License-Identifier: MIT
"""Where words end, decided by the gaps between the letters of the picture and not by a reading.

A recogniser puts spaces into an identifier, and leaves them out of a name; an identifier has none. So a name
never becomes an identifier by losing its space.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from app.identify import lines
from app.identify.values import Doubt, Reading

if TYPE_CHECKING:
    from app.identify.planes import Plane

_SPACE, _READ, _CAPITAL = 0.25, 0.2, 0.18  # of the size of the letters: a gap as wide is a space
_BESIDE_THIN = 0.5  # full stops of letters that are all as wide stand so far from their neighbours
_INK = 0.3  # of the darkest stroke
_FEW = 4  # gaps of which there is no middle one yet
_WIDER = 1.7  # times the middle one of the gaps: less is no space, unless one was read there
_LOW_STROKE = 0.2  # of the height of the cut: how wide an underscore is at least
_THIN = frozenset(".,:;'|!iIl1-_·`")
_HANGING, _RISING = frozenset("gjpqy,;_|()[]"), frozenset("bdfhklti|()[]!?/")


@dataclass(frozen=True, slots=True)
class Gap:
    """Columns without ink inside a line, from ``left`` on, as places in the plane."""

    left: int
    right: int

    @property
    def width_px(self) -> int:
        """How wide it is."""
        return self.right - self.left


def gaps_in(plane: Plane) -> list[Gap]:
    """Return the gaps between the letters of a line that is darker than its ground."""
    dark = np.median(plane) - plane.min(axis=0).astype(np.float64)
    filled = dark > _INK * max(float(dark.max()), 1)
    parts = lines.runs(filled, 1)
    return [Gap(end, start) for (_, end), (start, _) in pairwise(parts)]


def letter_size(text: str, height_px: int) -> float:
    """Return the size of the letters of a line from the height of its ink and what it says.

    Source: proportions that Latin typefaces share: an x is 0.53 of the size, rising parts 0.2, hanging 0.2.
    """
    rises = any(sign in _RISING or sign.isupper() or sign.isdigit() for sign in text)
    hangs = any(sign in _HANGING for sign in text)
    return height_px / (0.53 + 0.2 * rises + 0.2 * hangs)


def true_spaces(reading: Reading, plane: Plane, height_px: int) -> list[tuple[int, Gap]]:
    """Return the gaps that are spaces, each with the place of the character that follows it."""
    size = letter_size(reading.text, height_px)
    found = []
    gaps = gaps_in(plane)
    common = float(np.median([gap.width_px for gap in gaps])) if len(gaps) >= _FEW else 0.0
    for gap in gaps:
        if gap.width_px >= _CAPITAL * size:
            index = _after(reading, (gap.left + gap.right) / 2 / plane.shape[1])
            is_read = reading.text[:index].endswith(" ")
            is_wide = gap.width_px >= _least(reading.text, index) * size
            if is_wide and (is_read or gap.width_px >= _WIDER * common):
                found.append((index, gap))
    return found


def _least(text: str, index: int) -> float:
    """Return how wide the gap before a character must be to be a space, by what stands on both sides."""
    before, after = text[:index].rstrip()[-1:], text[index : index + 1]
    if before in _THIN or after in _THIN:
        return _BESIDE_THIN
    if before.islower() and after.isupper():
        return _CAPITAL
    return _READ if text[:index].endswith(" ") else _SPACE


def with_low_strokes(reading: Reading, plane: Plane) -> Reading:
    """Return the reading with an underscore, in doubt, for each space at which a low stroke stands."""
    text, edges = list(reading.text), reading.edges
    found = []
    for at in range(1, len(text) - 1 if len(edges) == len(text) else 0):
        left, right = (
            round(edges[at + step] * plane.shape[1]) for step in (-1, 2 if at + 2 < len(text) else 1)
        )
        if text[at] == " " and _is_low_stroke(plane, left, right):
            text[at] = "_"
            found.append(Doubt(at, ("_", " ")))
    doubts = sorted((*reading.doubts, *found), key=lambda doubt: doubt.index)
    return replace(reading, text="".join(text), doubts=tuple(doubts)) if found else reading


def _is_low_stroke(plane: Plane, left: int, right: int) -> bool:
    """Whether a stroke as wide as a letter stands between these columns under the foot of the letters."""
    ground = float(np.median(plane))
    dark = ground - plane.astype(np.float64) > _INK * max(ground - float(plane.min()), 1)
    filled = dark.any(axis=0)
    if not filled.any():
        return False
    tops, feet = dark.argmax(axis=0), dark.shape[0] - 1 - dark[::-1].argmax(axis=0)
    under = np.asarray(filled & (tops > np.median(feet[filled])))[left:right]
    return any(end - start >= _LOW_STROKE * dark.shape[0] for start, end in lines.runs(under, 1))


def part_of(reading: Reading, kept: list[int]) -> Reading:
    """Return the reading with only these characters, doubts moved with them."""
    places = {old: new for new, old in enumerate(kept)}
    doubts = [replace(doubt, index=places[doubt.index]) for doubt in reading.doubts if doubt.index in places]
    edges = tuple(reading.edges[at] for at in kept) if len(reading.edges) == len(reading.text) else ()
    text = "".join(reading.text[at] for at in kept)
    return replace(reading, text=text, doubts=tuple(_without_space(doubt) for doubt in doubts), edges=edges)


def _without_space(doubt: Doubt) -> Doubt:
    return Doubt(doubt.index, tuple(dict.fromkeys(option.replace(" ", "") for option in doubt.options)))


def _after(reading: Reading, share: float) -> int:
    """Return the place of the first character that begins right of this share of the width."""
    if len(reading.edges) == len(reading.text):
        letters = [
            at for at, edge in enumerate(reading.edges) if edge >= share and not reading.text[at].isspace()
        ]
        return letters[0] if letters else len(reading.text)
    return round(share * len(reading.text))
