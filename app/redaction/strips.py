# SPDX-License-Identifier: MIT
"""What a box covers as numbers, to be found again in another frame: where it stayed, and where it moved to.

Only rows that differ from the one above tell something; a number stands for 32 pixels of such a row together
with those above them. What is found so is covered too: it never takes anything away.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.conversation.constants import STRIP_PX
from app.conversation.seen import strips_of
from app.model import Rect

if TYPE_CHECKING:
    from app.capture.models import Frame

Strips: TypeAlias = NDArray[np.uint32]
Mask: TypeAlias = NDArray[np.bool_]

STAYED_CELLS, STAYED_ROWS = 12, 6  # a date that stays while messages move has more; like letters fewer
FOUND_CELLS, FOUND_PERMILLE = 24, 600  # three quarters of a line of text; the picture beside it is not enough
REPEATS = 30  # a number that comes more often is a rule or a shadow
VOTED = 4  # places looked at
GROWN_ROWS = 10
_MIXED = np.uint64(0x9E3779B97F4A7C15)


def strips_in(frame: Frame) -> Strips:
    """Return a number for every 32 pixels of every row, and one for what is left at the right."""
    pixels = np.frombuffer(frame.bgra, dtype="<u4").reshape(frame.height_px, frame.width_px)
    rest = frame.width_px % STRIP_PX
    if not rest:
        return strips_of(pixels)
    last = np.zeros((frame.height_px, STRIP_PX), np.uint32)
    last[:, :rest] = pixels[:, frame.width_px - rest :]
    return np.hstack([strips_of(pixels), strips_of(last)])


@dataclass(frozen=True, slots=True)
class Patch:
    """What one box covers in the frame it was drawn in.

    Attributes:
        column: the first strip that it touches, and ``columns`` all of these over the height of the frame.
        inner: which of them lie inside the box; all where none does.
        told: which cells of the inner ones tell something; its rows are those of the box.
    """

    rect: Rect
    column: int
    columns: Strips
    inner: slice
    told: Mask

    @classmethod
    def of(cls, strips: Strips, rect: Rect) -> Patch:
        """Return what a box covers in a frame with these strips."""
        right = rect.x + rect.width
        outer, after = rect.x // STRIP_PX, -(-right // STRIP_PX)
        inner = slice(-(-rect.x // STRIP_PX) - outer, right // STRIP_PX - outer)
        if inner.stop <= inner.start:  # narrower than a strip: with what stands beside it
            inner = slice(0, after - outer)
        columns = strips[:, outer:after].copy()
        return cls(rect, outer, columns, inner, _changes(columns)[rect.y : rect.y + rect.height, inner])

    def has_in(self, strips: Strips) -> bool:
        """Whether another frame is wide enough to have these strips."""
        return bool(self.column + self.columns.shape[1] <= strips.shape[1])

    def stayed(self, strips: Strips, *, is_alone: bool) -> Rect | None:
        """Return where what it covers stands at the same place in another frame; None if nothing does.

        Args:
            strips: of the other frame.
            is_alone: behind moving messages a picture stays: only the whole of the box counts.
        """
        equal = self._equal(strips, 0)
        count, total = int(equal.sum()), int(self.told.sum())
        if is_alone and count * 1000 < FOUND_PERMILLE * total:
            return None
        rows, columns = np.nonzero(equal.any(axis=1))[0], np.nonzero(equal.any(axis=0))[0]
        if count < STAYED_CELLS or len(rows) < STAYED_ROWS:
            return None
        top = max(self.rect.y, self.rect.y + int(rows[0]) - GROWN_ROWS)
        bottom = min(self.rect.y + self.rect.height, self.rect.y + int(rows[-1]) + 1 + GROWN_ROWS)
        first = self.column + self.inner.start
        left = max(self.rect.x, (first + int(columns[0]) - 1) * STRIP_PX)
        right = min(self.rect.x + self.rect.width, (first + int(columns[-1]) + 2) * STRIP_PX)
        return Rect(left, top, right - left, bottom - top)

    def found(self, strips: Strips) -> tuple[int, ...]:
        """Return by how many rows what it covers is moved in another frame, wherever it is found."""
        return tuple(offset for offset in self._voted(strips) if self._is_at(strips, offset))

    def same(self, strips: Strips, rows: range) -> Mask:
        """Return which cells of these rows, all along the box, show in another frame what they show here."""
        known = range(max(rows.start, 0), min(rows.stop, len(strips), len(self.columns)))
        same = np.zeros((len(rows), self.columns.shape[1]), np.bool_)
        if known and self.has_in(strips):
            mine, other = self.columns[known.start : known.stop], self._cut(strips)[known.start : known.stop]
            same[known.start - rows.start : known.stop - rows.start] = mine == other
        return same

    def within(self, rows: range, rect: Rect, *, partly: bool = False) -> Mask:
        """Return which cells of these rows, all along the box, lie in a rectangle, wholly or partly."""
        inside = np.zeros((len(rows), self.columns.shape[1]), np.bool_)
        top, bottom = max(rect.y, rows.start), min(rect.y + rect.height, rows.stop)
        left, right = rect.x // STRIP_PX, -(-(rect.x + rect.width) // STRIP_PX)
        if not partly:
            left, right = -(-rect.x // STRIP_PX), (rect.x + rect.width) // STRIP_PX
        if bottom > top:
            inside[
                top - rows.start : bottom - rows.start,
                max(0, left - self.column) : max(0, right - self.column),
            ] = True
        return inside

    def around(self, rows: range, cells: Mask) -> Rect | None:
        """Return the rectangle around these cells of some rows, as wide as the box at most; None if none."""
        down, along = np.flatnonzero(cells.any(axis=1)), np.flatnonzero(cells.any(axis=0))
        if not len(down):
            return None
        left = max(self.rect.x, (self.column + int(along[0])) * STRIP_PX)
        right = min(self.rect.x + self.rect.width, (self.column + int(along[-1]) + 1) * STRIP_PX)
        return Rect(left, rows.start + int(down[0]), right - left, int(down[-1] - down[0]) + 1)

    def _cut(self, strips: Strips) -> Strips:
        return strips[:, self.column : self.column + self.columns.shape[1]]

    def _equal(self, strips: Strips, offset: int) -> Mask:
        """Return which cells of the box that tell something are equal in another frame, moved so far."""
        equal = np.zeros(self.told.shape, np.bool_)
        rows = _landed(self.rect, offset, len(strips))
        if not rows:
            return equal
        first = rows.start - offset
        other = self._cut(strips)[rows.start - 1 : rows.stop, self.inner]
        mine = self.columns[max(0, first - 1) : rows.stop - offset, self.inner]
        if len(mine) < len(other):  # from the first row of its frame on
            other, rows, first = other[1:], range(rows.start + 1, rows.stop), first + 1
        same = mine == other
        at = slice(first - self.rect.y, first - self.rect.y + len(rows))
        equal[at] = same[1:] & same[:-1] & self.told[at]
        return equal

    def _is_at(self, strips: Strips, offset: int) -> bool:
        rows = _landed(self.rect, offset, len(strips))
        first = rows.start - offset - self.rect.y if rows else 0
        visible = int(self.told[first : first + len(rows)].sum())
        count = int(self._equal(strips, offset).sum())
        return count >= FOUND_CELLS and count * 1000 >= FOUND_PERMILLE * visible

    def _voted(self, strips: Strips) -> list[int]:
        """Return the offsets that most cells speak for."""
        if not self.has_in(strips):
            return []
        cut, own = self._cut(strips)[:, self.inner], self.columns[:, self.inner]
        votes: dict[int, int] = {}
        for k in range(cut.shape[1]):
            mine = np.flatnonzero(self.told[:, k]) + self.rect.y
            theirs = np.flatnonzero(cut[1:, k] != cut[:-1, k]) + 1
            for offset, count in _votes(_keys(own[:, k], mine), mine, _keys(cut[:, k], theirs), theirs):
                votes[offset] = votes.get(offset, 0) + count
        return sorted(votes, key=lambda offset: (-votes[offset], offset))[:VOTED]


def _landed(rect: Rect, offset: int, height: int) -> range:
    """Return the rows of a frame on which a box lands, with a row above each."""
    return range(max(1, rect.y + offset), min(height, rect.y + rect.height + offset))


def _changes(columns: Strips) -> Mask:
    """Return which cells differ from the one above."""
    changes = np.zeros(columns.shape, np.bool_)
    np.not_equal(columns[1:], columns[:-1], out=changes[1:])
    return changes


def _keys(column: Strips, rows: NDArray[np.intp]) -> NDArray[np.uint64]:
    """Return a number for each of these rows together with the row above it."""
    return column[rows - 1].astype(np.uint64) * _MIXED + column[rows].astype(np.uint64)


def _votes(
    mine: NDArray[np.uint64], my_rows: NDArray[np.intp], theirs: NDArray[np.uint64], rows: NDArray[np.intp]
) -> list[tuple[int, int]]:
    """Return offsets and how many equal cells speak for each."""
    order = np.argsort(theirs, kind="stable")
    keys, rows = theirs[order], rows[order]
    first, after = np.searchsorted(keys, mine, "left"), np.searchsorted(keys, mine, "right")
    counts = np.where(after - first > REPEATS, 0, after - first)
    if not counts.sum():
        return []
    steps = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    offsets = rows[np.repeat(first, counts) + steps] - np.repeat(my_rows, counts)
    found, votes = np.unique(offsets, return_counts=True)
    return [(int(offset), int(count)) for offset, count in zip(found, votes, strict=True)]
