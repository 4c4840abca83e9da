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
    CELL_TEXT_STRIPS,
    CELL_TONE,
    STRIP_PX,
    TEXT_CELLS,
    TEXT_CELLS_PERMILLE,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.conversation.masks import Mask
    from app.conversation.pair import Overlap

Grey: TypeAlias = NDArray[np.float32]


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
        )


def likeness(overlap: Overlap) -> Likeness:
    """Compare the cells of an overlap at its shift, one row beside it, and half a row."""
    rows = (overlap.height - 2) // CELL_ROWS
    columns = overlap.region.right - overlap.region.left
    if rows < 1:
        return Likeness(np.zeros((0, columns), np.bool_), np.zeros((0, columns), np.bool_))
    inner = overlap.top + 1  # a row is left above and below for the shifts beside
    text = _text_cells(overlap, rows)
    pictures = _any(overlap.pictures[1:], rows)
    alike: Mask = _equal_cells(overlap, rows) | pictures | _same_tone(overlap, inner, rows) & ~text
    for earlier, later in _variants(overlap, inner, rows):
        open_cells = np.nonzero(text & ~alike)
        alike[open_cells] = _correlates(_cells(earlier)[open_cells], _cells(later)[open_cells])
    return Likeness(text, alike)


def _text_cells(overlap: Overlap, rows: int) -> Mask:
    """Return the cells with text in them that nothing forgives."""
    laid = overlap.laid
    text = overlap.cut(laid.informative & ~laid.pictures & ~laid.forgiven)[1:]
    counts = text[: rows * CELL_ROWS].reshape(rows, CELL_ROWS, -1).sum(axis=1)
    return np.asarray(counts >= CELL_TEXT_STRIPS)


def _any(mask: Mask, rows: int) -> Mask:
    found: Mask = mask[: rows * CELL_ROWS].reshape(rows, CELL_ROWS, -1).any(axis=1)
    return found


def _equal_cells(overlap: Overlap, rows: int) -> Mask:
    """Return the cells that need no looking at: every strip is equal or forgiven."""
    return ~_any(overlap.unexplained[1:], rows)


def _same_tone(overlap: Overlap, top: int, rows: int) -> Mask:
    """Return the cells that are about as light in both."""
    earlier, later = next(_variants(overlap, top, rows))
    change = _cells(earlier).mean(axis=(2, 3)) - _cells(later).mean(axis=(2, 3))
    return np.asarray(np.abs(change) <= CELL_TONE)


def _variants(overlap: Overlap, top: int, rows: int) -> Iterator[tuple[Grey, Grey]]:
    """Yield what is to be compared: earlier and later as they meet, a row beside, half a row beside."""
    pair, region = overlap.laid.pair, overlap.region
    columns = slice(region.left * STRIP_PX, region.right * STRIP_PX)
    height = rows * CELL_ROWS

    def of(grey: NDArray[np.uint8], first: int) -> Grey:
        return grey[first : first + height, columns].astype(np.float32)

    before, after = pair.first.grey, pair.second.grey
    at = top + overlap.shift
    earlier, later = of(before, at), of(after, top)
    yield earlier, later
    above, below = of(before, at - 1), of(before, at + 1)
    yield below, later
    yield above, later
    yield _between(earlier, below), later
    yield _between(earlier, above), later
    yield earlier, _between(later, of(after, top + 1))
    yield earlier, _between(later, of(after, top - 1))


def _between(one: Grey, other: Grey) -> Grey:
    return (one + other) * np.float32(0.5)


def _cells(grey: Grey) -> Grey:
    """Return a view: rows of cells, strips, rows of a cell, pixels of a strip."""
    height, width = grey.shape
    return grey.reshape(height // CELL_ROWS, CELL_ROWS, width // STRIP_PX, STRIP_PX).swapaxes(1, 2)


def _correlates(earlier: Grey, later: Grey) -> Mask:
    """Return which of the cells, one a row, have the same shape."""
    left = earlier.reshape(len(earlier), CELL_ROWS * STRIP_PX)
    right = later.reshape(len(later), CELL_ROWS * STRIP_PX)
    left = left - left.mean(axis=1, keepdims=True)
    right = right - right.mean(axis=1, keepdims=True)
    together = np.einsum("ij,ij->i", left, right)
    size = np.sqrt(np.einsum("ij,ij->i", left, left) * np.einsum("ij,ij->i", right, right))
    found: Mask = 1000 * together >= CELL_CORRELATION_PERMILLE * np.maximum(size, 1)
    return found
