# SPDX-License-Identifier: MIT
"""Whether two frames show the same place: nothing scrolled, only something moved on its own.

A wrong "same" hides a gap, so it is as grave as a wrong join.
"""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of the text must stay, and in how many bands of 16 rows it may change, in thousandths."""

    text: int = SAME_TEXT_PERMILLE
    bands: int = SAME_BANDS_PERMILLE


STRICT = Limits()


def unmoved_permille(pair: Pair, region: Region | None, limits: Limits = STRICT) -> int | None:
    """Return how much of the text stayed where it was; ``None`` where that is no proof of the same place."""
    told, gone = _told(pair, region)
    text = _in(region, (pair.first.text | pair.second.text) & ~pair.moving)
    columns = np.flatnonzero(gone.any(axis=0))
    if columns.size:  # a list of contacts that stays beside says nothing
        band = slice(int(columns[0]), int(columns[-1]) + 1)
        told, gone, text = told[:, band], gone[:, band], text[:, band]
    total = int(np.count_nonzero(text))
    if total < TEXT_STRIPS or int(np.count_nonzero(text.any(axis=1))) < TEXT_ROWS:
        return None
    permille = 1000 - 1000 * int(np.count_nonzero(gone & text)) // total
    is_calm = 1000 * _bands(gone) <= limits.bands * _bands(told)
    return permille if permille >= limits.text and is_calm else None


def _told(pair: Pair, region: Region | None) -> tuple[Mask, Mask]:
    """Return the strips that tell something and did not move on their own, and those of them that changed."""
    told = (pair.first.informative | pair.second.informative) & ~pair.moving
    return _in(region, told), _in(region, told & pair.changed)


def _in(region: Region | None, mask: Mask) -> Mask:
    return mask if region is None else mask[region.top : region.bottom, region.left : region.right]


def _bands(mask: Mask) -> int:
    """Return how many bands of 16 rows have something set."""
    rows = np.flatnonzero(mask.any(axis=1)) // CELL_ROWS
    return int(np.unique(rows).size)
