# SPDX-License-Identifier: MIT
"""Full stops, dashes and underscores that stand in the picture of a line, which a reading may swallow.

An identifier without its full stop is another person's. So these signs are looked for in the picture, and one
that a reading has no sign for is put in doubt.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from app.identify import planes
from app.identify.values import Doubt

if TYPE_CHECKING:
    from app.identify.planes import Plane
    from app.identify.values import Box, Reading

_INKS = (0.35, 0.55)  # of the darkest: blur joins a sign to its neighbour in the one, not in the other
_LOW = 0.35  # of the height of the letters: a stop begins below it
_LARGEST = 0.3  # of that height: a stop
_FLAT, _SHORTEST, _LONGEST = 0.17, 0.2, 0.8  # of that height: how thick and how wide dashes are
_MIDDLE = (0.15, 0.6)  # of that height, over the foot: where a dash stands
_KINDS = {".": frozenset(".,\u2026"), "-": frozenset("-\u2010\u2011\u2013\u2014~"), "_": frozenset("_")}


def signs_in(plane: Plane) -> list[tuple[float, str]]:
    """Return the small signs of a line darker than its ground: place, as share of its width, and which.

    Nothing stands over or under them, so the two points of a colon and the dot of an i are none.
    """
    ground = float(np.median(plane))
    dark = np.asarray(ground - np.minimum(plane, ground), np.uint8)
    found = [_signs_of(planes.above(dark, share * float(dark.max()))) for share in _INKS]
    return max(found, key=len)


def _signs_of(mask: Plane) -> list[tuple[float, str]]:
    parts = list(planes.islands(mask, joins_corners=True))
    letters = [part for part in parts if part.height_px >= mask.shape[0] / 4]
    if not letters:
        return []
    foot, top = float(np.median([part.bottom for part in letters])), min(part.top for part in letters)
    named = [(part, _sign_of(part, foot, foot - top)) for part in parts]
    alone = [(part, sign) for part, sign in named if sign and _is_alone(mask, part)]
    return sorted(((part.left + part.right) / 2 / mask.shape[1], sign) for part, sign in alone)


def _sign_of(part: Box, foot: float, high: float) -> str:
    """Return which sign a part is by its size and place; nothing if it is none."""
    is_small = max(part.width_px, part.height_px) <= max(_LARGEST * high, 2)
    if is_small and part.top > foot - _LOW * high and abs(part.bottom - foot) <= 0.1 * high + 1:
        return "."
    is_flat = part.height_px <= max(_FLAT * high, 2) and part.width_px >= 1.5 * part.height_px
    if not is_flat or not _SHORTEST * high <= part.width_px <= _LONGEST * high:
        return ""
    over = foot - (part.top + part.bottom) / 2
    return "_" if over < 0 else "-" if _MIDDLE[0] * high <= over <= _MIDDLE[1] * high else ""


def _is_alone(mask: Plane, part: Box) -> bool:
    inner = slice(part.left, part.right)
    return not mask[: part.top, inner].any() and not mask[part.bottom :, inner].any()


def count_in(text: str, sign: str) -> int:
    """Return how many characters of a text stand for this sign."""
    return sum(character in _KINDS[sign] for character in text)


def lacks(text: str, signs: list[tuple[float, str]]) -> bool:
    """Whether a text has fewer signs of a kind than the picture."""
    return any(count_in(text, kind) < sum(sign == kind for _, sign in signs) for kind in _KINDS)


def with_missing(reading: Reading, signs: list[tuple[float, str]]) -> Reading:
    """Return the reading with a doubt at each sign of the picture that it has none for."""
    if not reading.text or not lacks(reading.text, signs) or len(reading.edges) != len(reading.text):
        return reading
    free = set(range(len(reading.text)))
    doubts = {doubt.index: doubt.options for doubt in reading.doubts}
    for share, sign in signs:
        own = [at for at in free if reading.text[at] in _KINDS[sign]]
        near = min(own, key=lambda at: abs(reading.edges[at] - share), default=None)
        if near is not None and abs(reading.edges[near] - share) < 2 / len(reading.text):
            free.remove(near)
            continue
        after = next((at for at, edge in enumerate(reading.edges) if edge > share), len(reading.text) - 1)
        character = reading.text[after]
        doubts[after] = tuple(dict.fromkeys((*doubts.get(after, (character,)), f"{sign}{character}")))
    return replace(reading, doubts=tuple(Doubt(index, doubts[index]) for index in sorted(doubts)))
