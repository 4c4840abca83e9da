# SPDX-License-Identifier: MIT
"""Places that can be found again, 8 rows of a strip as one number, and the shift two frames vote for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.conversation.constants import ANCHOR_CHANGES, ANCHOR_ROWS, REPEATS, THIN_OUT, THIN_OUT_ABOVE

if TYPE_CHECKING:
    from app.conversation.masks import Mask, Strips

Keys: TypeAlias = NDArray[np.uint64]
Places: TypeAlias = NDArray[np.int64]

_FOLD = (np.uint32(0x9E3779B1), np.uint32(0x85EBCA77), np.uint32(0xC2B2AE3D))  # odd, bits well mixed
_OF_STRIP = np.uint32(0x27D4EB2F)
_PLACE_BITS = np.uint64(32)
_PLACE = np.uint64(0xFFFFFFFF)


@dataclass(frozen=True)
class Anchors:
    """The anchors of one frame: ``found`` as they lie, each a hash (upper half) and a place (lower half)."""

    found: Keys
    strips_a_row: int

    @cached_property
    def keys(self) -> Keys:
        """The anchors, sorted by their hash."""
        return np.sort(self.found)

    @cached_property
    def values(self) -> Keys:
        """The hashes, sorted."""
        return self.keys >> _PLACE_BITS

    @cached_property
    def places(self) -> Places:
        """Where each of them is: row times strips a row, plus strip."""
        return (self.keys & _PLACE).astype(np.int64)

    @cached_property
    def starts(self) -> Places:
        """Where each different hash begins in ``keys``."""
        if not self.keys.size:
            return np.zeros(0, np.int64)
        return np.concatenate(([0], np.flatnonzero(self.values[1:] != self.values[:-1]) + 1))

    @cached_property
    def counts(self) -> Places:
        """How often each different hash occurs."""
        return np.diff(self.starts, append=self.keys.size)

    @cached_property
    def thinned(self) -> Anchors:
        """One in 8 where there are very many; chosen by the hash, so that two frames choose alike."""
        if self.found.size <= THIN_OUT_ABOVE:
            return self
        chosen = (self.found >> _PLACE_BITS) % np.uint64(THIN_OUT) == 0
        return Anchors(self.found[chosen], self.strips_a_row)


@dataclass(frozen=True)
class Votes:
    """What the anchors of two frames say: rows and strips of pairs of equal anchors.

    Attributes:
        unique_rows: row in the later frame of anchors that are in each frame once, with shift and strip.
        tally: how many pairs, repeats too, speak for shift ``index - height``.
        height: rows of the frames.
    """

    unique_rows: Places
    unique_strips: Places
    unique_shifts: Places
    tally: Places
    height: int

    def unique_at(self, shift: int, top: int, bottom: int, left: int, right: int) -> int:
        """Return how many unique anchors lie whole in these rows and strips and agree on a shift."""
        rows, strips = self.unique_rows, self.unique_strips
        is_in = (rows >= top) & (rows + ANCHOR_ROWS <= bottom) & (strips >= left) & (strips < right)
        return int(np.count_nonzero(is_in & (self.unique_shifts == shift)))

    def best(self, count: int, least_permille: int = 0) -> list[int]:
        """Return the shifts with most votes, of unique anchors and of all; never 0.

        ``least_permille``: leave out those with fewer votes than this share of the first.
        """
        unique = np.bincount(self.unique_shifts + self.height, minlength=2 * self.height + 1)
        found: dict[int, None] = {}
        for tally in (unique, self.tally):
            order = np.argsort(tally)[::-1][: count + 1]
            least = max(1, int(tally[order[0]]) * least_permille // 1000)
            found |= {int(one) - self.height: None for one in order if tally[one] >= least}
        found.pop(0, None)
        return list(found)


def anchors_of(strips: Strips, changes: Mask) -> Anchors:
    """Return the sorted anchors of a frame: 8 rows of one strip with at least 3 changes in them."""
    folded, changed = strips, changes.astype(np.uint8)
    reach = 1
    if strips.shape[0] < ANCHOR_ROWS:
        return Anchors(np.zeros(0, np.uint64), strips.shape[1])
    for factor in _FOLD:  # 2, 4, 8 rows
        folded = folded[:-reach] + folded[reach:] * factor
        changed = changed[:-reach] + changed[reach:]
        reach *= 2
    changed = changed - changes[: changed.shape[0]]  # a change above the first row is not inside
    places = np.flatnonzero(changed.ravel() >= ANCHOR_CHANGES)
    width = strips.shape[1]
    hashes = folded.ravel()[places] ^ ((places % width).astype(np.uint32) * _OF_STRIP)
    hashes = (hashes ^ (hashes >> np.uint32(15))) * _FOLD[0]
    return Anchors(hashes.astype(np.uint64) << _PLACE_BITS | places.astype(np.uint64), width)


def votes(first: Anchors, second: Anchors, height: int) -> Votes:
    """Return how the anchors of two frames of one width vote; a strip is looked for in its own column."""
    ours, theirs = _common(first, second)
    lone = (first.counts[ours] == 1) & (second.counts[theirs] == 1)
    before = first.places[first.starts[ours[lone]]]
    after = second.places[second.starts[theirs[lone]]]
    width = first.strips_a_row
    rows, strips = np.divmod(after, width)
    shifts = before // width - rows
    tally = np.bincount(shifts + height, minlength=2 * height + 1)
    tally += _repeated(first, second, (ours[~lone], theirs[~lone]), height)
    tally[height] = 0
    moved = shifts != 0
    return Votes(rows[moved], strips[moved], shifts[moved], tally, height)


def _common(first: Anchors, second: Anchors) -> tuple[Places, Places]:
    """Return the indices of the hashes that both frames have, in ``starts`` of each."""
    ours, theirs = first.values[first.starts], second.values[second.starts]
    if not ours.size or not theirs.size:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    at = np.searchsorted(theirs, ours)
    at[at == theirs.size] = 0
    hit = theirs[at] == ours
    return np.flatnonzero(hit), at[hit]


def _repeated(first: Anchors, second: Anchors, common: tuple[Places, Places], height: int) -> Places:
    """Return how many pairs of equal anchors speak for each shift; repeats count up to 80 in each frame."""
    ours, theirs = common
    count_a = np.minimum(first.counts[ours], REPEATS)
    count_b = np.minimum(second.counts[theirs], REPEATS)
    pairs = count_a * count_b
    group = np.repeat(np.arange(pairs.size), pairs)
    nth = np.arange(group.size) - np.repeat(np.cumsum(pairs) - pairs, pairs)
    before = first.places[first.starts[ours][group] + nth // count_b[group]] // first.strips_a_row
    after = second.places[second.starts[theirs][group] + nth % count_b[group]] // first.strips_a_row
    return np.bincount(before - after + height, minlength=2 * height + 1)
