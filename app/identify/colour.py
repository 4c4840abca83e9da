# SPDX-License-Identifier: MIT
"""Where blue text stands, on a light or a dark ground, whatever the scale.

Old Skype printed the ID in blue and the name in black. Blue buttons and title bars are blue all over; blue
text is thin strokes on a ground that is less blue. The colour of ink is taken from sums over a line, which
neither blur nor coloured fringes (ClearType) nor halved colour (JPEG) change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from app.identify import lines, planes
from app.identify.values import Box, TextLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from app.identify.planes import Picture, Plane

_RAISED = 7  # of 255, mean over a cell: how much bluer than its surroundings
_LEAST = 14  # of 255: below it is what JPEG leaves round black text
_SHARE = 0.2  # of the bluest: less is blur between the strokes
_MIDDLE = 0.35
_CORE = 32  # of 255: the middle of a stroke is bluer than its ground by this
_BLUE_GROUND = 70  # of 255: a ground bluer than this is a button or a title bar
_BLUER = 0.25  # share of its strongest channel by which ink changes blue more than red
_PURPLE = 0.72  # share of the change in red that green must have
_SOLID = 0.66  # of a box: more is a button or a picture
_SLENDER = 2.0  # widths to a height: less is an icon
_LAMPS = (0.75, 1.33)  # red to blue of white paper or a white screen under common lamps
_LIGHT = 110  # of 255: a ground above it is light, and ink is what is missing from it


def blue_lines(rgb: Picture) -> tuple[TextLine, ...]:
    """Return the lines of blue text, from top to bottom."""
    balance = _balance(rgb)
    found = [box for rough in _rough_boxes(rgb, balance) for box in _lines_in(rgb, rough, balance)]
    whole = [box for box in lines.with_dots(lines.joined(found)) if is_line(box) and is_blue(rgb, box)]
    return tuple(TextLine(box, is_blue=True) for box in sorted(whole, key=lambda box: (box.top, box.left)))


def is_line(box: Box) -> bool:
    """Whether a box is as high as text and longer than an icon."""
    return lines.LOWEST <= box.height_px <= lines.HIGHEST and box.width_px >= _SLENDER * box.height_px


def is_blue(rgb: Picture, box: Box) -> bool:
    """Whether what is written in a box is blue, and the ground round it is not."""
    if is_on_blue(rgb, box):
        return False
    ground = ground_of(rgb, box)
    change = planes.cut(rgb, box).astype(np.float64).reshape(-1, 3) - ground
    red, green, blue = change.mean(axis=0) / (np.maximum(ground, 1) if ground.mean() > _LIGHT else 1)
    strongest = max(abs(red), abs(green), abs(blue))
    is_purple = green < _PURPLE * red if red > 0 else red > _PURPLE * green
    return bool(blue - red >= _BLUER * strongest and not is_purple and _is_thin(change))


def is_on_blue(rgb: Picture, box: Box) -> bool:
    """Whether the ground of a line is blue, as that of a button or a title bar."""
    ground = ground_of(rgb, box)
    return bool(ground[2] - ground[0] > _BLUE_GROUND)


def _is_thin(change: NDArray[np.float64]) -> bool:
    """Whether the ink is strokes with ground between them, and blue enough at their middle."""
    bluer = change[:, 2] - change[:, 0]
    core = float(np.percentile(bluer, 97))
    amount = np.abs(change).max(axis=1)
    return core >= _CORE and float((amount > np.percentile(amount, 98) / 2).mean()) <= _SOLID


def ground_of(rgb: Picture, box: Box) -> NDArray[np.float64]:
    """Return the colour above and below a line: red, green and blue, 0 to 255."""
    height, width = rgb.shape[:2]
    left, right = max(box.left - 2, 0), min(box.right + 2, width)
    over = rgb[max(box.top - 4, 0) : max(box.top - 1, 0), left:right]
    under = rgb[min(box.bottom + 1, height) : min(box.bottom + 4, height), left:right]
    ring = np.concatenate([over.reshape(-1, 3), under.reshape(-1, 3)])
    if not ring.size:
        ring = planes.cut(rgb, box).reshape(-1, 3)
    return np.asarray(np.median(ring, axis=0), np.float64)


def _rough_boxes(rgb: Picture, balance: float) -> Iterator[Box]:
    """Go through the places that are bluer than what is above and below them, to the nearest cell."""
    cells = planes.cells(rgb)
    bluer = _bluer(cells, 1, balance)
    raised = planes.difference(bluer, planes.ground_under(bluer))
    mask = planes.spread(planes.above(planes.smooth(raised, 3), _RAISED), 3, 1)
    height, width = rgb.shape[:2]
    for cell in planes.islands(mask):
        if cell.width_px >= 3 and cell.height_px >= 2:
            yield lines.of_cells(cell, width, height)


def _lines_in(rgb: Picture, rough: Box, balance: float) -> list[Box]:
    """Return the lines of blue ink in a place, tight: first what is blue at all, then each by its own ink."""
    bluer = _bluer(planes.cut(rgb, rough), 3, balance)
    whole = Box(0, 0, rough.width_px, rough.height_px)
    found = []
    for part in lines.split(_blue_ink(bluer), whole):
        ink = np.zeros_like(bluer)
        planes.cut(ink, part)[...] = _blue_ink(planes.cut(bluer, part))
        core = planes.above(bluer, float(np.percentile(planes.cut(bluer, part), 99)) * _MIDDLE)
        found += [_low(core, box).moved(rough.left, rough.top) for box in lines.split(ink, part)]
    return found


def _low(core: Plane, box: Box) -> Box:
    """Return the box without rows that only blur reaches; its ends stay, as a full stop is faint."""
    inner = lines.tight(core, box)
    return Box(box.left, inner.top, box.right, inner.bottom)


def _blue_ink(bluer: Plane) -> Plane:
    """Return 255 where it is bluer than the ground by a good part of what the bluest is."""
    low, high = np.percentile(bluer, (15, 99))
    return planes.above(bluer, low + max(_LEAST, _SHARE * (high - low)))


def _bluer(picture: Picture, width: int, balance: float) -> Plane:
    """Return how much bluer than red each pixel is, over this width, which takes coloured fringes out."""
    red, blue = (planes.smooth(planes.channel(picture, index), width) for index in (0, 2))
    return planes.difference(planes.scaled(blue, min(balance, 1)), planes.scaled(red, min(1 / balance, 1)))


def _balance(rgb: Picture) -> float:
    """Return how much red there is to blue in what is light: 1 for white, less in a cold light.

    What is far from white is no lamp: a picture, or a page in colour.
    """
    sample = rgb[:: max(rgb.shape[0] // 200, 1), :: max(rgb.shape[1] // 200, 1)].reshape(-1, 3)
    brightness = sample.mean(axis=1)
    light = np.median(sample[brightness >= np.percentile(brightness, 75)], axis=0)
    red, _, blue = np.maximum(light, 1).tolist()
    return float(red / blue) if light.mean() > _LIGHT and _LAMPS[0] <= red / blue <= _LAMPS[1] else 1.0
