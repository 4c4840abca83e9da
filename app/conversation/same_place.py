# SPDX-License-Identifier: MIT
"""Whether two frames show the same place: nothing scrolled, only something moved on its own.

A wrong "same" hides a gap, so it is as grave as a wrong join.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from app.conversation.constants import (
    CELL_ROWS,
    SAME_BANDS_PERMILLE,
    SAME_TEXT_PERMILLE,
    TEXT_ROWS,
    TEXT_STRIPS,
)

if TYPE_CHECKING:
    from app.conversation.masks import Mask
    from app.conversation.pair import Pair, Region


def unmoved_permille(pair: Pair, region: Region | None) -> int | None:
    """Return how much of the text stayed where it was; ``None`` where that is no proof of the same place."""
    if region is not None and not _is_calm(*_told(pair, replace(region, left=0, right=pair.strips))):
        return None  # what is beside the part that scrolls was scrolled
    told, gone = _told(pair, region)
    text = told & _in(region, pair.first.text | pair.second.text)
    columns = np.flatnonzero(gone.any(axis=0))
    if columns.size:  # a list of contacts that stays beside says nothing
        band = slice(int(columns[0]), int(columns[-1]) + 1)
        told, gone, text = told[:, band], gone[:, band], text[:, band]
    total = int(np.count_nonzero(text))
    if total < TEXT_STRIPS or int(np.count_nonzero(text.any(axis=1))) < TEXT_ROWS:
        return None
    permille = 1000 - 1000 * int(np.count_nonzero(gone & text)) // total
    return permille if permille >= SAME_TEXT_PERMILLE and _is_calm(told, gone) else None


def _is_calm(told: Mask, gone: Mask) -> bool:
    """Whether what changed is in few places."""
    return 1000 * _bands(gone) <= SAME_BANDS_PERMILLE * _bands(told)


def _told(pair: Pair, region: Region | None) -> tuple[Mask, Mask]:
    """Return strips that tell something, did not move on their own and are no wallpaper; which changed."""
    told = (pair.first.informative | pair.second.informative) & ~pair.moving
    if pair.paper_strips is not None:
        told &= ~(pair.paper_strips[0] & pair.paper_strips[1])
    return _in(region, told), _in(region, told & pair.changed)


def _in(region: Region | None, mask: Mask) -> Mask:
    return mask if region is None else mask[region.top : region.bottom, region.left : region.right]


def _bands(mask: Mask) -> int:
    """Return how many bands of 16 rows have something set."""
    rows = np.flatnonzero(mask.any(axis=1)) // CELL_ROWS
    return int(np.unique(rows).size)
