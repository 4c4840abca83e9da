# SPDX-License-Identifier: MIT
"""The tolerant proof by cells: 16 rows of a strip that look alike, though not one pixel is the same.

For text drawn anew between two pixels, under the pointer, on a bubble that changes its colour, or pressed
by a remote desktop. Correlation does not see a change of colour or contrast, only of shape.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.conversation.constants import (
    ALL_CELLS_PERMILLE,
    CELL_CORRELATION_PERMILLE,
    CELL_ROWS,
    CELL_SAMPLE,
    CELL_TEXT_STRIPS,
    CELL_TONE,
    STRIP_PX,
    TEXT_CELLS,
    TEXT_CELLS_PERMILLE,
)

if TYPE_CHECKING:
    from app.conversation.masks import Mask
    from app.conversation.overlap import Overlap

Grey: TypeAlias = NDArray[np.float32]

# Rows of the earlier and of the later frame that are added up before they are compared: as they meet, a row
# beside, half a row beside.
_WAYS = (
    ((0,), (0,)),
    ((1,), (0,)),
    ((-1,), (0,)),
    ((0, 1), (0,)),
    ((0, -1), (0,)),
    ((0,), (0, 1)),
    ((0,), (0, -1)),
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike the cells of an overlap are; rows of cells by strips.

    Attributes:
        text: cells with text in either frame that may move.
        alike: cells that look the same in both.
    """

    text: Mask
    alike: Mask

    @property
    def cells(self) -> int:
        """How many cells of text look the same."""
        return int(np.count_nonzero(self.text & self.alike))

    @property
    def rows(self) -> int:
        """Rows of cells with text that looks the same."""
        return int(np.count_nonzero((self.text & self.alike).any(axis=1)))

    @property
    def permille(self) -> int:
        """How much of the text looks the same."""
        return 1000 * self.cells // max(1, int(np.count_nonzero(self.text)))

    @property
    def is_hopeless(self) -> bool:
        """Whether less than half of the text looks the same; another region will not change that."""
        return 2 * self.cells < int(np.count_nonzero(self.text))

    @property
    def proves(self) -> bool:
        """Whether enough looks the same to call it the same place."""
        rows = self.text.any(axis=1)
        mostly = 2 * np.count_nonzero(self.text & self.alike, axis=1) > np.count_nonzero(self.text, axis=1)
        return (
            self.cells >= TEXT_CELLS
            and self.permille >= TEXT_CELLS_PERMILLE
            and 1000 * int(np.count_nonzero(self.alike)) >= ALL_CELLS_PERMILLE * self.alike.size
            and 1000 * int(np.count_nonzero(rows & mostly))
            >= ALL_CELLS_PERMILLE * int(np.count_nonzero(rows))
            and self._is_enclosed
        )

    @property
    def _is_enclosed(self) -> bool:
        """Whether what does not look the same, and is no text, lies between text that does.

        A picture that loaded moves what is beyond it; only text on its other side tells that it did not.
        """
        rows = np.flatnonzero((self.text & self.alike).any(axis=1))
        other = np.flatnonzero((~self.text & ~self.alike).any(axis=1))
        return not other.size or bool(rows.size and rows[0] < other[0] and other[-1] < rows[-1])


def likeness(overlap: Overlap) -> Likeness:
    """Compare the cells of an overlap at its shift, one row beside it, and half a row.

    Where a sample of the text looks nothing like it, the rest is not compared.
    """
    rows = max(0, overlap.height - 2) // CELL_ROWS
    columns = overlap.region.right - overlap.region.left
    if rows < 1:
        return Likeness(np.zeros((0, columns), np.bool_), np.zeros((0, columns), np.bool_))
    text = _text_cells(overlap, rows)
    alike = ~_any(overlap.unexplained[1:], rows)  # every strip is equal or forgiven
    if _is_nothing_like(overlap, text, alike):
        return Likeness(text, alike & text)
    alike |= _same_tone(overlap, rows) & ~text
    places = np.argwhere(~alike)
    alike[tuple(places.T)] = _look_alike(overlap, places)
    return Likeness(text, alike)


def _text_cells(overlap: Overlap, rows: int) -> Mask:
    """Return the cells with text in them that nothing forgives."""
    text = overlap.cut(overlap.laid.text)[1:]
    counts = text[: rows * CELL_ROWS].reshape(rows, CELL_ROWS, -1).sum(axis=1)
    return np.asarray(counts >= CELL_TEXT_STRIPS)


def _any(mask: Mask, rows: int) -> Mask:
    return np.asarray(mask[: rows * CELL_ROWS].reshape(rows, CELL_ROWS, -1).any(axis=1))


def _is_nothing_like(overlap: Overlap, text: Mask, alike: Mask) -> bool:
    """Whether of a sample of the text less than half looks the same; there is no need to look on then."""
    places = np.argwhere(text)
    sample = places[:: max(1, len(places) // CELL_SAMPLE)]
    found = alike[tuple(sample.T)]
    found[~found] = _look_alike(overlap, sample[~found])
    return 2 * int(np.count_nonzero(found)) < len(sample)


def _same_tone(overlap: Overlap, rows: int) -> Mask:
    """Return the cells that are about as light in both."""
    top, columns = overlap.top + 1, _columns(overlap)
    tones = []
    for grey, first in (
        (overlap.laid.pair.first.grey, top + overlap.shift),
        (overlap.laid.pair.second.grey, top),
    ):
        cut = grey[first : first + rows * CELL_ROWS, columns]
        tones.append(cut.reshape(rows, CELL_ROWS, -1, STRIP_PX).mean(axis=(1, 3), dtype=np.float32))
    return np.asarray(np.abs(tones[0] - tones[1]) <= CELL_TONE)


def _columns(overlap: Overlap) -> slice:
    return slice(overlap.region.left * STRIP_PX, overlap.region.right * STRIP_PX)


def _look_alike(overlap: Overlap, places: NDArray[np.intp]) -> Mask:
    """Return which cells, given by row and strip, look the same in one of the ways to compare them."""
    pair, found = overlap.laid.pair, np.zeros(len(places), np.bool_)
    top, left = overlap.top + 1, overlap.region.left
    for before, after in _WAYS:
        still = places[~found]
        if not len(still):
            break
        at = top + still[:, 0] * CELL_ROWS, (left + still[:, 1]) * STRIP_PX
        earlier = _cells(pair.first.grey, at[0] + overlap.shift, at[1], before)
        found[~found] = _correlates(earlier, _cells(pair.second.grey, *at, after))
    return found


def _cells(
    grey: NDArray[np.uint8], tops: NDArray[np.intp], lefts: NDArray[np.intp], beside: tuple[int, ...]
) -> Grey:
    """Return cells, one a row, each the mean of itself and of those so many rows below it."""
    height, width = grey.shape
    inside = np.arange(CELL_ROWS)[:, None] * width + np.arange(STRIP_PX)
    flat, out = grey.ravel(), np.zeros((len(tops), CELL_ROWS * STRIP_PX), np.float32)
    for below in beside:
        corners = np.clip(tops + below, 0, height - CELL_ROWS) * width + lefts
        out += flat[corners[:, None] + inside.ravel()]
    return out


def _correlates(left: Grey, right: Grey) -> Mask:
    """Return which of the cells, one a row, have the same shape."""
    left = left - left.mean(axis=1, keepdims=True)
    right = right - right.mean(axis=1, keepdims=True)
    together = np.einsum("ij,ij->i", left, right)
    size = np.sqrt(np.einsum("ij,ij->i", left, left) * np.einsum("ij,ij->i", right, right))
    return np.asarray(1000 * together >= CELL_CORRELATION_PERMILLE * np.maximum(size, 1))
