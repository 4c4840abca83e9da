# SPDX-License-Identifier: MIT
"""Masks over rows and strips: growing, runs, the rectangles they consist of."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterator

Mask: TypeAlias = NDArray[np.bool_]
Strips: TypeAlias = NDArray[np.uint32]
Box: TypeAlias = tuple[int, int, int, int]  # first row, row after the last, first strip, strip after the last


def grown(mask: Mask, rows: int, strips: int = 1) -> Mask:
    """Return the mask with every set place spread by so many rows up and down and strips left and right."""
    out = grown_down(mask, rows)
    out = grown_down(out[::-1], rows)[::-1]
    for _ in range(strips):
        wide = out.copy()
        wide[:, 1:] |= out[:, :-1]
        wide[:, :-1] |= out[:, 1:]
        out = wide
    return out


def grown_down(mask: Mask, rows: int) -> Mask:
    """Return the mask with every set place spread down by so many rows."""
    out = mask.copy()
    reached = 0
    while reached < rows:
        step = min(reached + 1, rows - reached)
        out[step:] |= out[:-step].copy()
        reached += step
    return out


def tall(mask: Mask, rows: int) -> Mask:
    """Return the places that lie in an unbroken run of more than so many rows of one strip."""
    if mask.shape[0] <= rows:
        return np.zeros_like(mask)
    ends = ~grown_down(~mask, rows)  # the last row of a run of rows + 1
    ends[:rows] = False
    return grown_down(ends[::-1], rows)[::-1]


def runs(rows: NDArray[np.bool_] | np.bool_, break_rows: int = 0) -> list[tuple[int, int]]:
    """Return runs of set rows as (first, after the last); more than ``break_rows`` empty ones end a run."""
    places = np.flatnonzero(rows)
    if not places.size:
        return []
    cuts = np.flatnonzero(np.diff(places) > break_rows + 1)
    firsts = np.concatenate(([places[0]], places[cuts + 1]))
    lasts = np.concatenate((places[cuts], [places[-1]]))
    return [(int(first), int(last) + 1) for first, last in zip(firsts, lasts, strict=True)]


def boxes(mask: Mask, break_rows: int = 0) -> Iterator[Box]:
    """Yield rectangles that cover everything set: bands of rows, each cut where a column is empty."""
    for top, bottom in runs(mask.any(axis=1), break_rows):
        for left, right in runs(mask[top:bottom].any(axis=0)):
            yield top, bottom, left, right
