# SPDX-License-Identifier: MIT
"""Where lines of text stand in a picture, of any colour on any ground, before any is read.

Text is told from pictures by the size and the evenness of what stands out from its surroundings. A line
ends at an empty row, and at a gap that is wider than most of its height.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from app.identify import planes
from app.identify.values import Box, TextLine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from app.identify.planes import Picture, Plane

LOWEST, HIGHEST = 6, 110  # px: small print at 100 %, and a profile photographed from near
WIDEST_GAP = 0.7  # of the line's height: beyond it another line begins
_STEP = 26  # of 255: fainter text than this is not for people
# JPEG leaves ripples round letters: a quarter as strong, as far as its blocks reach (8 px, of colour 16).
# Of 100 words planted in captures that lost some to them, all were found with this, and 63 without.
_RIPPLE, _RIPPLE_REACH = 0.25, 15
_DENSE = 30  # of 255, mean over a cell
_HOLLOW = 0.35  # of its box: what is wide and fills less of it is a frame round text
_FRAME_WIDTH, _FRAME_HEIGHT, _FRAME_SLENDER = 40, 16, 2.2  # px, px, widths to a height
_TWO_LINES = 24  # px: what is higher may be two lines
_LETTER_GAP = 3  # px: letters that are nearer are of one word
_BARE = 0.12  # of the fullest row: a row with less is between lines
_LARGEST_DOT = 16  # px
_NARROW_GAP = 3  # px: what is further apart is of one line only if it is of one size
_DISC = 1.5  # times the height of the letters beside it: a round picture of a person
_SIGN = 0.65  # of the height of the letters beside it: a sign is smaller, both ways
_UNEVEN = 2.1  # parts of one line do not differ more in height, but for full stops and dashes


def find_lines(rgb: Picture, within: Box | None = None, *, has_ripples: bool = False) -> tuple[TextLine, ...]:
    """Return the lines of text in the picture, or in this part of it, from top to bottom.

    Args:
        rgb: the picture.
        within: the part that is looked at; all of it if None.
        has_ripples: it may have been a JPEG, so what is faint beside something strong is no ink.
    """
    area = within or Box(0, 0, rgb.shape[1], rgb.shape[0])
    if area.width_px < LOWEST or area.height_px < LOWEST:
        return ()
    ink = ink_of(planes.grey(planes.cut(rgb, area)), has_ripples=has_ripples)
    boxes = with_dots(joined([box for rough in _unframed(ink) for box in split(ink, rough)]))
    kept = (TextLine(_moved(box, area), is_blue=False) for box in boxes if is_text(ink, box))
    return tuple(sorted(kept, key=lambda line: (line.box.top, line.box.left)))


def ink_of(plane: Plane, *, has_ripples: bool = False) -> Plane:
    """Return 255 where something stands out from its surroundings, and from the ripples of what is near."""
    steps = planes.steps(plane)
    noise = float(np.median(steps[::5, ::5]))
    least = max(_STEP, 2.5 * noise)
    if not has_ripples:
        return planes.above(steps, least)
    near = planes.scaled(planes.spread(steps, _RIPPLE_REACH, _RIPPLE_REACH), _RIPPLE)
    return planes.above_each(steps, near, least)


def _unframed(ink: Plane) -> Iterator[Box]:
    """Go through the places that hold ink, after frames round them are taken out of the ink."""
    for rough in rough_boxes(ink):
        if rough.height_px < _FRAME_HEIGHT or rough.width_px < _FRAME_WIDTH:
            yield rough
        elif planes.erase(planes.cut(ink, rough), _is_frame):
            yield from (inner.moved(rough.left, rough.top) for inner in rough_boxes(planes.cut(ink, rough)))
        else:
            yield rough


def _is_frame(box: Box, filled_px: int) -> bool:
    """Whether a connected part with this box and this many pixels is the outline of something."""
    is_hollow = filled_px <= _HOLLOW * box.width_px * box.height_px
    is_wide = box.width_px >= max(_FRAME_WIDTH, _FRAME_SLENDER * box.height_px)
    return is_hollow and box.height_px >= _FRAME_HEIGHT and (is_wide or box.height_px > HIGHEST)


def rough_boxes(ink: Plane) -> Iterator[Box]:
    """Go through the places that hold ink, to the nearest cell."""
    mask = planes.above(planes.cells(ink), _DENSE)
    height, width = ink.shape
    for cell in planes.islands(planes.spread(mask, 3, 1)):
        yield of_cells(cell, width, height)


def of_cells(cell: Box, width: int, height: int) -> Box:
    """Return a box of cells as a box of a picture of this size, with a margin."""
    return Box(
        max(cell.left * planes.CELL_WIDTH - 2, 0),
        max(cell.top * planes.CELL_HEIGHT - 2, 0),
        min(cell.right * planes.CELL_WIDTH + 2, width),
        min(cell.bottom * planes.CELL_HEIGHT + 2, height),
    )


def split(ink: Plane, rough: Box) -> list[Box]:
    """Return the lines in a place, tight: no empty row, no wide gap and no change of size is inside one."""
    found = []
    for top, bottom in runs(planes.cut(ink, rough).max(axis=1) > 0, 1):
        row = Box(rough.left, rough.top + top, rough.right, rough.top + bottom)
        found += joined(_pieces(ink, row))
    return found


def _pieces(ink: Plane, row: Box) -> list[Box]:
    """Return the words of a row, or the letters of large ones; what may be two lines is cut at its ink."""
    if row.height_px < _TWO_LINES:
        columns = runs(planes.cut(ink, row).max(axis=0) > 0, _NARROW_GAP)
        return [
            tight(ink, Box(row.left + left, row.top, row.left + right, row.bottom)) for left, right in columns
        ]
    near = planes.spread(planes.cut(ink, row), _LETTER_GAP, 1)
    parts = planes.islands(near, joins_corners=True)
    whole = [tight(planes.cut(ink, row), part).moved(row.left, row.top) for part in parts]
    return [each for part in whole for each in _apart(ink, part)]


def _apart(ink: Plane, part: Box) -> list[Box]:
    """Return the lines of a part that only hanging letters join; the part itself if it is one line."""
    counts = (planes.cut(ink, part) > 0).sum(axis=1)
    rows = runs(np.asarray(counts > _BARE * counts.max(initial=0)), 1)
    high = [(top, bottom) for top, bottom in rows if bottom - top >= LOWEST]
    if part.height_px < _TWO_LINES or len(high) < 2:
        return [part]
    ends = [(before[1] + after[0]) // 2 for before, after in pairwise(high)]
    edges = pairwise([0, *ends, part.height_px])
    return [tight(ink, Box(part.left, part.top + top, part.right, part.top + end)) for top, end in edges]


def with_dots(boxes: list[Box]) -> list[Box]:
    """Return the lines with the dots right above them and underscores right below as parts of them."""
    lines = list(boxes)
    for dot in [
        box for box in boxes if box.height_px < _LARGEST_DOT and 2 <= box.width_px < 3 * _LARGEST_DOT
    ]:
        at = next((at for at, line in enumerate(lines) if _has_dot(line, dot)), None)
        if at is not None:
            lines[at] = lines[at].joined(dot)
            lines.remove(dot)
    return lines


def _has_dot(line: Box, dot: Box) -> bool:
    is_inside = line.left <= dot.left and dot.right <= line.right
    if not is_inside or 3 * dot.height_px > line.height_px + 2 or dot.width_px > line.height_px:
        return False  # what is wider is a rule under a link
    return 0 <= line.top - dot.bottom <= 0.4 * line.height_px or (
        dot.width_px >= dot.height_px and 0 <= dot.top - line.bottom <= 0.3 * line.height_px
    )


def tight(ink: Plane, box: Box) -> Box:
    """Return the box shrunk to the ink in it; the same box if it holds none."""
    inside = planes.cut(ink, box)
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    if not rows.size:
        return box
    return Box(
        box.left + int(columns[0]),
        box.top + int(rows[0]),
        box.left + int(columns[-1]) + 1,
        box.top + int(rows[-1]) + 1,
    )


def runs(filled: NDArray[np.bool_], gap: int) -> list[tuple[int, int]]:
    """Return where what is filled begins and ends; a gap of less than this many does not end it."""
    places = np.flatnonzero(filled)
    if not places.size:
        return []
    breaks = np.flatnonzero(np.diff(places) > gap)
    starts = places[np.concatenate(([0], breaks + 1))]
    ends = places[np.concatenate((breaks, [places.size - 1]))] + 1
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def joined(boxes: Sequence[Box]) -> list[Box]:
    """Return the boxes with those that follow one another in one line made one."""
    left = sorted(boxes, key=lambda box: box.left)
    lines: list[Box] = []
    for box in left:
        place = next((at for at in range(len(lines) - 1, -1, -1) if follows(lines[at], box)), None)
        if place is None:
            lines.append(box)
        else:
            lines[place] = lines[place].joined(box)
    return lines


def follows(line: Box, box: Box) -> bool:
    """Whether a box continues a line to its left: at the same height, after no wide gap."""
    shared = min(line.bottom, box.bottom) - max(line.top, box.top)
    lower, higher = sorted((line.height_px, box.height_px))
    gap = box.left - line.right
    smaller, larger = sorted((line, box), key=lambda each: each.height_px)
    is_disc = abs(larger.width_px - larger.height_px) < 0.25 * larger.height_px
    if is_disc and higher >= _DISC * lower and gap > 0.13 * higher:
        return False
    is_even = higher <= _UNEVEN * lower or max(smaller.width_px, lower) < _SIGN * higher
    return is_even and shared >= 0.6 * lower and gap <= WIDEST_GAP * higher


def is_text(ink: Plane, box: Box) -> bool:
    """Whether a box has the size and the evenness of a line of text."""
    if not LOWEST <= box.height_px <= HIGHEST or box.width_px < 0.6 * box.height_px:
        return False
    inside = planes.cut(ink, box)
    return bool(0.12 <= float(inside.mean()) / 255 <= 0.97)


def _moved(box: Box, area: Box) -> Box:
    """Return a box of a part as one of the picture, less the pixel that ``planes.steps`` puts round ink."""
    inner = Box(box.left + 1, box.top + 1, box.right - 1, box.bottom - 1)
    return inner.moved(area.left, area.top)
