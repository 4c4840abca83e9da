# SPDX-License-Identifier: MIT
"""What a region leaves out over and under it: as little as can be, and nothing that contradicts."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from app.conversation.constants import (
    ANCHOR_ROWS,
    CARET_STRIPS,
    ELSEWHERE_PERMILLE,
    LINE_ZONE_PERMILLE,
    REGION_PERMILLE,
    RIVAL_APART_PX,
    SCROLL_BAR_STRIPS,
    TORN_ANCHORS,
    TORN_PERMILLE,
)
from app.conversation.overlap import Overlap
from app.conversation.region import changed_regions, extent_of, full_lines, lines

if TYPE_CHECKING:
    from app.conversation.anchors import Places, Votes
    from app.conversation.masks import Mask, Strips
    from app.conversation.pair import Laid, Pair, Region
    from app.conversation.region import Rows
    from app.conversation.seen import Seen


def widened(overlap: Overlap) -> Overlap:
    """Return the overlap with its region as tall as nothing contradicts, but not taller than what changed.

    A run may know its region from two frames in which a line between messages was taken for that of a bar.
    """
    laid, region = overlap.laid, overlap.region
    extent = extent_of(laid.pair, (region.left, region.right))
    if extent is None or (region.top <= extent.top and region.bottom >= extent.bottom):
        return overlap
    fails = np.flatnonzero(laid.unexplained[:, region.left : region.right].any(axis=1)) + laid.start
    above, below = fails[fails < overlap.top], fails[fails >= overlap.bottom]
    head = overlap.top - (int(above[-1]) + 1 if above.size else laid.start)
    foot = (int(below[0]) if below.size else laid.end) - overlap.bottom
    top = min(region.top, max(region.top - head, extent.top))
    bottom = max(region.bottom, min(region.bottom + foot, extent.bottom))
    return Overlap(laid, replace(region, top=top, bottom=bottom))


def left_out(overlap: Overlap) -> int:
    """Return how many sharp strips over and under the region differ at its shift, up to the bars.

    A place is found anywhere if what contradicts it may be left out. What shines through a bar is not sharp.
    """
    laid, is_down = overlap.laid, overlap.shift > 0
    top, ends = _bars(overlap)
    first, last = max(laid.start, top, top - laid.shift), min(laid.end, ends[1], ends[0] - laid.shift)
    columns = _columns(overlap)
    return _beside(overlap, columns) + sum(
        int(np.count_nonzero(_contradicting(laid, slice(*rows), is_later=is_later)[:, columns]))
        for rows, is_later in (((first, overlap.top), is_down), ((overlap.bottom, last), not is_down))
        if rows[0] < rows[1]
    )


def _beside(overlap: Overlap, columns: slice) -> int:
    """Return how many sharp strips of the same rows differ beside the region, where more changed than it."""
    laid, region = overlap.laid, overlap.region
    strays = [
        _contradicting(laid, slice(overlap.top, overlap.bottom), is_later=is_later)
        for is_later in (False, True)
    ]
    either = strays[0] | strays[1]
    either[:, region.left : region.right] = False
    return int(np.count_nonzero(either[:, columns]))


def _columns(overlap: Overlap) -> slice:
    """Return the columns that have evidence, and those that changed but for a scroll bar."""
    whole, evidence = _whole(overlap), np.flatnonzero(overlap.evidence.any(axis=0)) + overlap.region.left
    return slice(
        min(int(evidence[0]), whole.left + SCROLL_BAR_STRIPS),
        max(int(evidence[-1]) + 1, whole.right - SCROLL_BAR_STRIPS),
    )


def _whole(overlap: Overlap) -> Region:
    return next(changed_regions(overlap.laid.pair, None), overlap.region)


def _contradicting(laid: Laid, later: slice, *, is_later: bool) -> Mask:
    """Return the strips of these rows that differ at the shift where no bar is: they changed and are sharp.

    ``is_later``: the bar would be in the later frame, else in the earlier one.
    """
    pair, earlier = laid.pair, slice(later.start + laid.shift, later.stop + laid.shift)
    rows = slice(later.start - laid.start, later.stop - laid.start)
    place = later if is_later else earlier
    differs = (
        ~laid.equal[rows] & ~laid.own_movement[rows] if pair.wallpaper is None else laid.unexplained[rows]
    )
    differs = differs & pair.changed[place] & ~laid.beside_bubbles[rows]
    if not differs.any():
        return differs
    sharp: Mask = differs & (pair.first.loud(place) | pair.second.loud(place))
    return sharp


def _bars(overlap: Overlap) -> tuple[int, tuple[int, int]]:
    """Return the row under the bar at the head, and where that at the foot begins in either frame.

    A bar ends at a line across all that changed: the outermost, and the next one where nothing changed
    between but a caret. At the foot it may have moved with its bar. Without a line it is the edge.
    """
    pair, whole = overlap.laid.pair, _whole(overlap)
    told = np.flatnonzero(overlap.evidence.any(axis=1)) + overlap.top
    first, last = int(told[0]) + min(0, overlap.shift), int(told[-1]) + 1 + max(0, overlap.shift)
    bars = _bar_lines(pair.second, whole, (int(told[0]), int(told[-1]) + 1))[0]
    found = [row for row in lines(pair, whole) if row in bars]
    zone = pair.height * LINE_ZONE_PERMILLE // 1000
    changed = (pair.changed & ~pair.moving)[:, whole.left : whole.right]
    top = _innermost(changed, [row for row in found if row < min(zone, first)])
    bottom = _innermost(changed, [row for row in reversed(found) if row >= max(pair.height - zone, last)])
    head = 0 if top is None else top + 1
    return head, (bottom, bottom) if bottom is not None else _moved_bar(pair, whole, (first, last))


def _innermost(changed: Mask, found: list[int]) -> int | None:
    """Return the last of these lines, beginning at the edge, between which nothing but a caret changed."""
    for outer, inner in pairwise(found):
        between = changed[min(outer, inner) : max(outer, inner)]
        if np.count_nonzero(between.any(axis=0)) > CARET_STRIPS:
            return outer
    return found[-1] if found else None


def _moved_bar(pair: Pair, whole: Region, told: tuple[int, int]) -> tuple[int, int]:
    """Return where the lowest line that both have begins a bar in either frame; else the edge."""
    last = told[1]
    (rows, colours), (others, theirs) = (_bar_lines(seen, whole, told) for seen in (pair.first, pair.second))
    for row, colour in zip(reversed(rows), reversed(colours), strict=True):
        there = others[(theirs == colour) & (others >= last)]
        if row >= last and there.size:
            return int(row), int(there[-1])
    return pair.height, pair.height


def _bar_lines(seen: Seen, whole: Region, told: tuple[int, int]) -> tuple[Rows, Strips]:
    """Return the lines of a frame of a colour that no line has between the rows that told something.

    The rows between two lines of text are of one colour too.
    """
    rows, colours = full_lines(seen, whole)
    inside = colours[(rows >= told[0]) & (rows < told[1])]
    is_bar = ~np.isin(colours, inside)
    return rows[is_bar], colours[is_bar]


def is_torn(overlap: Overlap, votes: Votes) -> bool:
    """Whether what the region leaves out is found again elsewhere: a message between came, went or grew."""
    region, shift = overlap.region, overlap.shift
    later, earlier = votes.unique_rows, votes.unique_rows + votes.unique_shifts
    upper, lower = (later, earlier) if shift > 0 else (earlier, later)
    is_out = (upper < region.top) | (lower + ANCHOR_ROWS > region.bottom)
    found = votes.unique_shifts[is_out & _is_apart(overlap, votes)]
    return _most(found) >= TORN_ANCHORS and (1000 * left_out(overlap) > TORN_PERMILLE * overlap.weight)


def is_elsewhere_too(overlap: Overlap, votes: Votes) -> bool:
    """Whether another place has nearly as many anchors that are in each frame once."""
    others = _most(votes.unique_shifts[_is_apart(overlap, votes)])
    return 1000 * others >= ELSEWHERE_PERMILLE * max(1, overlap.unique(votes))


def is_the_part_that_scrolls(overlap: Overlap) -> bool:
    """Whether the region is no small part of the window, such as an input bar."""
    return bool(1000 * overlap.region.height >= REGION_PERMILLE * overlap.laid.pair.height)


def _is_apart(overlap: Overlap, votes: Votes) -> Mask:
    """Return which of the unique anchors speak for another place."""
    apart = overlap.laid.pair.rows(RIVAL_APART_PX)
    is_apart: Mask = np.abs(votes.unique_shifts - overlap.shift) > apart
    return is_apart


def _most(shifts: Places) -> int:
    """Return how many agree."""
    return int(np.bincount(shifts - shifts.min()).max()) if shifts.size else 0
