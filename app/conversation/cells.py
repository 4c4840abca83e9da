# SPDX-License-Identifier: MIT
"""Two looks compared: coarsely in cells of 16 rows and 32 pixels, and finely where cells differ.

Source: conversation.md, section 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from app.capture.models import Frame

    Bools: TypeAlias = NDArray[np.bool_]
    Pixels: TypeAlias = NDArray[np.uint32]

CELL_ROWS, CELL_PX, ROW_STEP = 16, 32, 4
SAMPLED = CELL_ROWS // ROW_STEP


def pixels_of(frame: Frame) -> Pixels:
    """Return the frame as rows of 32-bit pixels; no copy."""
    return np.frombuffer(frame.bgra, dtype="<u4").reshape(frame.height_px, frame.width_px)


class Cells:
    """Compares frames of one size; the last row and column of cells may be cut off by the edge."""

    def __init__(self, width_px: int, height_px: int) -> None:
        """Make room once; a look costs no fresh memory."""
        self.size = width_px, height_px
        self.rows, self.columns = -(-height_px // CELL_ROWS), -(-width_px // CELL_PX)
        self._differ = np.zeros((self.rows * SAMPLED, self.columns * CELL_PX), dtype=np.bool_)
        self._part = self._differ[: -(-height_px // ROW_STEP), :width_px]
        self._packed = self._differ.view(np.uint64).reshape(self.rows, SAMPLED, self.columns, CELL_PX // 8)

    def none(self) -> Bools:
        """Return cells of which none differs."""
        return np.zeros((self.rows, self.columns), dtype=np.bool_)

    def no_strips(self) -> Bools:
        """Return strips (one row of 32 pixels each) of which none differs."""
        return np.zeros((self.size[1], self.size[0] // CELL_PX), dtype=np.bool_)

    def differing(self, one: Pixels, other: Pixels) -> Bools:
        """Return which cells differ in any of the rows that are looked at: every fourth."""
        np.not_equal(one[::ROW_STEP], other[::ROW_STEP], out=self._part)
        if not self._packed.any():
            return self.none()
        across = np.bitwise_or.reduce(self._packed, axis=1)
        found: Bools = np.bitwise_or.reduce(across, axis=2).astype(np.bool_)
        return found

    def strips(self, one: Pixels, other: Pixels, changed: Bools) -> Bools:
        """Return which strips differ, in every row of the changed cells and of their neighbours."""
        found = self.no_strips()
        width = found.shape[1] * CELL_PX
        for top, bottom in _bands(np.any(changed, axis=1)):
            rows = slice(top * CELL_ROWS, bottom * CELL_ROWS)
            differ = np.ascontiguousarray((one[rows] != other[rows])[:, :width])
            packed = differ.view(np.uint64).reshape(len(differ), -1, CELL_PX // 8)
            found[rows] = np.bitwise_or.reduce(packed, axis=2)
        return found

    def strips_of(self, cells: Bools) -> Bools:
        """Return the strips that lie in these cells."""
        spread = np.repeat(cells[:, : self.size[0] // CELL_PX], CELL_ROWS, axis=0)
        return spread[: self.size[1]]


def _bands(rows: NDArray[Any]) -> list[tuple[int, int]]:
    """Return the runs of marked rows of cells, each grown by one above and below."""
    grown = rows.copy()
    grown[:-1] |= rows[1:]
    grown[1:] |= rows[:-1]
    edges = np.flatnonzero(np.diff(np.concatenate(([0], grown.view(np.int8), [0]))))
    return [(int(top), int(bottom)) for top, bottom in zip(edges[::2], edges[1::2], strict=True)]
