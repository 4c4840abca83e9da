# SPDX-License-Identifier: MIT
"""Which part of a window scrolls, told from two frames and a shift."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from app.conversation.constants import (
    BAND_STRIPS,
    CHANGED_STRIPS,
    COLUMN_PERMILLE,
    CUT_PERMILLE,
    FROST_ZONE_PERMILLE,
    FROST_ZONE_PHONE_PERMILLE,
    LINE_PERMILLE,
    LINE_ZONE_PERMILLE,
    OUTSIDE_PERMILLE,
    PHONE_DENSITY_PERMILLE,
    SCROLL_BAR_STRIPS,
)
from app.conversation.overlap import Overlap
from app.conversation.pair import Laid, Pair, Region

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    from numpy.typing import NDArray

    from app.conversation.masks import Mask, Strips
    from app.conversation.seen import Seen

    Rows: TypeAlias = NDArray[np.intp]

_LINES_TRIED = 3  # from each end; each costs a tenth of a millisecond


def overlaps(laid: Laid, known: Region | None) -> Iterator[Overlap]:
    """Yield what the frames may share at this shift, by the region a run knows, by what changed, by lines."""
    band = _band(laid)
    if band is None:
        return
    for region in _regions(laid.pair, band, known):
        yield _without_scroll_bar(Overlap(laid, region))


def with_frost_cut(laid: Laid, known: Region | None) -> Iterator[Overlap]:
    """Yield the same overlaps, each followed by what is left without the rows that fail at head and foot."""
    for whole in overlaps(laid, known):
        yield whole
        cut = _without_frost(whole)
        if cut is not None:
            yield cut


def changed_regions(pair: Pair, known: Region | None) -> Iterator[Region]:
    """Yield the regions to try by what changed alone, where few strips or none are equal."""
    columns = np.flatnonzero(np.count_nonzero(pair.changed, axis=0) * 1000 >= COLUMN_PERMILLE * pair.height)
    if columns.size:
        yield from _regions(pair, (int(columns[0]), int(columns[-1]) + 1), known)


def is_quiet_beside(overlap: Overlap) -> bool:
    """Whether what lies beside the region stayed or moved along, but for a little."""
    laid, region = overlap.laid, overlap.region
    rows = slice(overlap.top - laid.start, overlap.bottom - laid.start)
    stray = (laid.unexplained & ~laid.beside_bubbles)[rows] & laid.pair.changed[laid.later][rows]
    beside = np.count_nonzero(stray) - np.count_nonzero(stray[:, region.left : region.right])
    return 1000 * int(beside) <= OUTSIDE_PERMILLE * overlap.weight


def as_wide_as(region: Region, laid: Laid) -> Region:
    """Return the region with all the columns that have evidence at another shift."""
    band = _band(laid)
    if band is None:
        return region
    return replace(region, left=min(region.left, band[0]), right=max(region.right, band[1]))


def _band(laid: Laid) -> tuple[int, int] | None:
    """Return the first strip with evidence and the one after the last."""
    columns = np.flatnonzero(np.count_nonzero(laid.evidence, axis=0) >= BAND_STRIPS)
    return (int(columns[0]), int(columns[-1]) + 1) if columns.size else None


def _regions(pair: Pair, band: tuple[int, int], known: Region | None) -> Iterator[Region]:
    """Yield the regions to try: known, changed rows, between lines."""
    if known is not None and known.bottom <= pair.height and known.right <= pair.strips:
        yield replace(known, left=min(known.left, band[0]), right=max(known.right, band[1]))
    extent = extent_of(pair, band)
    if extent is not None:
        yield extent
        yield from _between_lines(pair, extent)


def extent_of(pair: Pair, band: tuple[int, int]) -> Region | None:
    """Return the band from the first row that changed to the last."""
    counts = np.count_nonzero(pair.changed[:, slice(*band)], axis=1)
    changed = np.flatnonzero(counts >= min(CHANGED_STRIPS, band[1] - band[0]))
    return Region(int(changed[0]), int(changed[-1]) + 1, *band) if changed.size else None


def _between_lines(pair: Pair, extent: Region) -> Iterator[Region]:
    """Yield regions inside ``extent`` that end at a line across the whole band; the outermost lines first."""
    found = lines(pair, extent)
    zone = pair.height * LINE_ZONE_PERMILLE // 1000
    upper = [row + 1 for row in found if extent.top <= row < zone][:_LINES_TRIED]
    lower = [row for row in reversed(found) if pair.height - zone <= row < extent.bottom][:_LINES_TRIED]
    for top, bottom in product([extent.top, *upper], [extent.bottom, *lower]):
        if (top, bottom) != (extent.top, extent.bottom):
            yield replace(extent, top=top, bottom=bottom)


def lines(pair: Pair, extent: Region) -> list[int]:
    """Return the rows of one colour across the band that differ from a neighbour and did not move."""
    band = slice(extent.left, extent.right)
    wide = _is_line(pair.second, band, ~pair.changed[:, band])
    return [int(row) for row in np.flatnonzero(wide)]


def full_lines(seen: Seen, extent: Region) -> tuple[Rows, Strips]:
    """Return the same of one frame, whether they moved or not, and what each looks like."""
    found = np.flatnonzero(_is_line(seen, slice(extent.left, extent.right)))
    return found, seen.strips[found, (extent.left + extent.right) // 2]


def _is_line(seen: Seen, band: slice, stays: Mask | None = None) -> NDArray[np.bool_]:
    strips = seen.strips[:, band]
    is_line = (strips == strips[:, [strips.shape[1] // 2]]) & seen.informative[:, band]
    if stays is not None:
        is_line &= stays
    wide: NDArray[np.bool_] = np.count_nonzero(is_line, axis=1) * 1000 >= LINE_PERMILLE * strips.shape[1]
    return wide


def _without_scroll_bar(overlap: Overlap) -> Overlap:
    """Leave out the outermost strips that fail more than they agree, two on each side at most."""
    region = overlap.region
    evidence = np.count_nonzero(overlap.evidence, axis=0)
    failures = np.count_nonzero(overlap.unexplained, axis=0)
    fails = failures > evidence
    left = right = 0
    while left < min(SCROLL_BAR_STRIPS, fails.size) and fails[left]:
        left += 1
    while right < min(SCROLL_BAR_STRIPS, fails.size - left) and fails[-1 - right]:
        right += 1
    if not left and not right:
        return overlap
    return Overlap(overlap.laid, replace(region, left=region.left + left, right=region.right - right))


def _without_frost(overlap: Overlap) -> Overlap | None:
    """Leave out failing rows at the head and foot of the region; ``None`` where none fail or too many."""
    region, shift = overlap.region, overlap.shift
    rows = overlap.top + np.flatnonzero(overlap.unexplained.any(axis=1))
    if not rows.size:
        return None
    is_phone = overlap.laid.pair.second.density_permille >= PHONE_DENSITY_PERMILLE
    zone = region.height * (FROST_ZONE_PHONE_PERMILLE if is_phone else FROST_ZONE_PERMILLE) // 1000
    upper, lower = np.minimum(rows, rows + shift), np.maximum(rows, rows + shift)
    at_head, at_foot = upper < region.top + zone, lower >= region.bottom - zone
    top = int(upper[at_head].max()) + 1 if at_head.any() else region.top
    at_foot &= upper >= top
    bottom = int(lower[at_foot].min()) if at_foot.any() else region.bottom
    left_over = Overlap(overlap.laid, replace(region, top=top, bottom=bottom))
    is_enough = 1000 * (overlap.height - left_over.height) <= CUT_PERMILLE * overlap.height
    return left_over if is_enough and left_over.height > 0 else None
