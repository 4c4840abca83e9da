# SPDX-License-Identifier: MIT
"""One line of text cut out as the recogniser wants it: level, grey, dark ink on a light ground.

Only what the picture holds is used: nothing is sharpened, and no letter is drawn again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from app.identify import planes
from app.identify.values import Box

if TYPE_CHECKING:
    from app.identify.planes import Picture, Plane
    from app.identify.values import TextLine

_FAINTEST, _FAINT = 4, 70  # of 255, between ink and ground
_MARGIN = 0.2  # of the height, on each side
_SLOPES = np.linspace(-0.044, 0.044, 23)  # 2.5 degrees each way, as a hand holds a phone
_LONG = 5  # heights: a shorter line shows no slope


def crop(rgb: Picture, line: TextLine) -> Plane:
    """Return the line, a little wider than its box, with ink darker than its ground."""
    box = with_margin(line.box, rgb)
    plane = upright(planes.grey(planes.cut(rgb, box)))
    return levelled(plane) if line.box.width_px >= _LONG * line.box.height_px else plane


def with_margin(box: Box, rgb: Picture) -> Box:
    """Return the box with the margin that reading needs, inside the picture."""
    margin = max(round(_MARGIN * box.height_px), 2)
    height, width = rgb.shape[:2]
    return Box(
        max(box.left - margin, 0),
        max(box.top - margin, 0),
        min(box.right + margin, width),
        min(box.bottom + margin, height),
    )


def upright(plane: Plane) -> Plane:
    """Return the plane, inverted if its ink is light; what is faint is stretched to black on white.

    Stretching all lines made more of them wrong than it put right (of 600, 93.2 % against 94.2 %).
    """
    ground = float(np.median(plane))
    low, high = np.percentile(plane, (1, 99))
    is_light = ground - low < high - ground
    ink = high if is_light else low
    if _FAINTEST < abs(ink - ground) < _FAINT:
        return _stretched(plane, ink, ground)
    return np.asarray(255 - plane if is_light else plane)


def _stretched(plane: Plane, ink: float, ground: float) -> Plane:
    values = np.clip((np.arange(256) - ink) / (ground - ink), 0, 1) * 255
    return np.asarray(values.round().astype(np.uint8)[plane])


def slope_of(plane: Plane) -> float:
    """Return how far the line sinks for each pixel to the right: where its rows are told apart best."""
    ink = np.asarray(np.median(plane) - np.minimum(plane, np.median(plane)), np.uint8)
    sums = [_evenness(planes.slanted(ink, float(slope))) for slope in _SLOPES]
    best = int(np.argmax(sums))
    level = sums[len(_SLOPES) // 2]
    return float(_SLOPES[best]) if sums[best] > 1.08 * level else 0.0


def levelled(plane: Plane) -> Plane:
    """Return a line that a tilted phone made slope as a level one, cut to its ink."""
    slope = slope_of(plane)
    if not slope:
        return plane
    level = planes.slanted(plane, slope)
    ink = 255 - level.min(axis=1).astype(np.int64)
    rows = np.flatnonzero(ink - ink.min() > 0.35 * (ink.max() - ink.min()))
    if not rows.size:
        return plane
    margin = max(round(_MARGIN * (rows[-1] - rows[0])), 2)
    return level[max(int(rows[0]) - margin, 0) : int(rows[-1]) + margin + 1]


def _evenness(ink: Plane) -> float:
    """Return how much the rows of ink differ from one another."""
    return float(np.square(ink.mean(axis=1)).sum())
