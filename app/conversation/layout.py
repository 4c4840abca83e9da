# SPDX-License-Identifier: MIT
"""Which rows of which frames make the joined picture of a run.

Whole rows from one frame: nothing is painted over, filled in or blended. Source: conversation.md, section 5.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from app.model import Proof

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from app.model import GapRecord, Island, RunRecord

    Owners: TypeAlias = NDArray[np.int32]

NOBODY = 0
MOVED = {Proof.EXACT, Proof.MATCHED}


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one frame, from ``first`` on; ``width_px`` is the frame's."""

    frame: int
    first: int
    count: int
    width_px: int


@dataclass(frozen=True, slots=True)
class Mark:
    """What meets here is the same place, but not pixel for pixel."""


@dataclass(frozen=True, slots=True)
class Band:
    """Messages may be missing between two frames; ``gap`` is ``None`` where a chain of gaps leads across."""

    above: int
    below: int
    gap: GapRecord | None


Piece: TypeAlias = Rows | Mark | Band


@dataclass(frozen=True, slots=True)
class _Placed:
    """A frame on its island; what scrolls are its rows from ``head`` to ``foot``."""

    frame: int
    top: int
    head: int
    foot: int
    width: int
    height: int

    @property
    def begin(self) -> int:
        """Row of the island where what scrolls begins in this frame."""
        return self.top + self.head

    @property
    def end(self) -> int:
        """Row of the island after the last that scrolls in this frame."""
        return self.top + self.foot


def layout(run: RunRecord) -> tuple[Piece, ...]:
    """Return the pieces from the top of the joined picture down."""
    pieces: list[Piece] = []
    above: list[int] = []
    for island in _from_the_top(run):
        placed = _placed(run, island)
        if above:
            pieces.append(Band(above[-1], placed[0].frame, _gap_between(run, set(above), island)))
        pieces += _island(run, placed)
        above += [one.frame for one in placed]
    return tuple(pieces)


def _from_the_top(run: RunRecord) -> list[Island]:
    """Return the islands in the direction of the scrolling, as far as can be told."""
    travelled = 0
    for island in run.islands:
        by_number = sorted(zip(island.frames, island.tops_px, strict=True))
        travelled += by_number[-1][1] - by_number[0][1]
    ordered = sorted(run.islands, key=lambda island: min(island.frames))
    return ordered[::-1] if travelled < 0 else ordered


def _gap_between(run: RunRecord, above: set[int], island: Island) -> GapRecord | None:
    """Return the open gap between an island and those above it."""
    inside = set(island.frames)
    for gap in run.open_gaps:
        ends = {gap.first, gap.second}
        if ends & above and ends & inside:
            return gap
    return None


def _placed(run: RunRecord, island: Island) -> list[_Placed]:
    """Return the frames of an island from the top down, each with the part of it that scrolls."""
    lines = {line.index: line for line in run.frames}
    heads, feet = _edges(run, island)
    common = Counter(heads.values()), Counter(feet.values())
    found = []
    for frame, top in zip(island.frames, island.tops_px, strict=True):
        height = lines[frame].height_px
        head = heads.get(frame, _most(common[0], 0))
        foot = min(height, feet.get(frame, _most(common[1], height)))
        if head >= foot:
            head, foot = 0, height
        found.append(_Placed(frame, top, head, foot, lines[frame].width_px, height))
    return sorted(found, key=lambda one: (one.begin, one.frame))


def _edges(run: RunRecord, island: Island) -> tuple[dict[int, int], dict[int, int]]:
    """Return for each frame the first row that scrolls and the row after the last, as most pairs say."""
    inside = set(island.frames)
    heads: dict[int, Counter[int]] = {}
    feet: dict[int, Counter[int]] = {}
    for pair in run.pairs:
        region = pair.finding.region
        if pair.finding.level not in MOVED or region is None or not inside >= {pair.first, pair.second}:
            continue
        for frame in (pair.first, pair.second):
            heads.setdefault(frame, Counter())[region.y] += 1
            feet.setdefault(frame, Counter())[region.y + region.height] += 1
    return (
        {frame: _most(counted, 0) for frame, counted in heads.items()},
        {frame: _most(counted, 0) for frame, counted in feet.items()},
    )


def _most(counted: Counter[int], otherwise: int) -> int:
    """Return what was counted most, the larger of two."""
    return max(counted, key=lambda value: (counted[value], value), default=otherwise)


def _island(run: RunRecord, placed: list[_Placed]) -> Iterator[Piece]:
    """Yield the pieces of one island: the head of the first frame, what scrolls, the foot of the last."""
    by_frame = {one.frame: one for one in placed}
    begin = min(one.begin for one in placed)
    owners = _owners(placed, _sides(run))
    exact = _exact_groups(run)
    first = by_frame[int(owners[0])]
    yield from _rows(first, 0, first.head)
    before = first.frame
    for frame, top, bottom in _stretches(owners):
        one = by_frame[frame]
        if frame != before and exact.get(frame) != exact.get(before, -1):
            yield Mark()
        yield from _rows(one, begin + top - one.top, begin + bottom - one.top)
        before = frame
    last = by_frame[before]
    yield from _rows(last, last.foot, last.height)


def _rows(one: _Placed, first: int, after: int) -> Iterator[Rows]:
    if after > first:
        yield Rows(one.frame, first, after - first, one.width)


def _sides(run: RunRecord) -> set[int]:
    """Return the frames on both sides of every open gap: they are put in whole."""
    return {side for gap in run.open_gaps for side in (gap.first, gap.second)}


def _owners(placed: list[_Placed], whole: set[int]) -> Owners:
    """Return for every row that scrolls the frame it is taken from.

    The sides of gaps come first; the rest is covered by as few frames as can be, the newest of two that are
    as good.
    """
    begin = min(one.begin for one in placed)
    owners = np.full(max(one.end for one in placed) - begin, NOBODY, dtype=np.int32)
    for one in placed:
        if one.frame in whole:
            part = owners[one.begin - begin : one.end - begin]
            part[part == NOBODY] = one.frame
    row = 0
    while (left := np.flatnonzero(owners[row:] == NOBODY)).size:
        row += int(left[0])
        taken = np.flatnonzero(owners[row:] != NOBODY)
        until = row + int(taken[0]) if taken.size else owners.size
        best = _reaching_furthest(placed, begin + row)
        until = min(until, best.end - begin if best.end > begin + row else row + 1)
        owners[row:until] = best.frame
    return owners


def _reaching_furthest(placed: Iterable[_Placed], row: int) -> _Placed:
    """Return the frame that shows this row of the island and most of what follows it."""
    showing = [one for one in placed if one.begin <= row < one.end]
    if not showing:  # beside the part that scrolls in any of them
        showing = [one for one in placed if one.top <= row < one.top + one.height]
    return max(showing, key=lambda one: (one.end, one.frame))


def _stretches(owners: Owners) -> Iterator[tuple[int, int, int]]:
    """Yield the runs of rows of one frame: frame, first row, row after the last."""
    edges = [0, *(np.flatnonzero(np.diff(owners)) + 1).tolist(), owners.size]
    for top, bottom in pairwise(edges):
        yield int(owners[top]), top, bottom


def _exact_groups(run: RunRecord) -> dict[int, int]:
    """Return for each frame the group of frames that it meets pixel for pixel, by its smallest number."""
    group = {line.index: line.index for line in run.frames}
    for pair in run.pairs:
        if pair.finding.level is Proof.EXACT:
            one, other = sorted((group[pair.first], group[pair.second]))
            group = {frame: one if number == other else number for frame, number in group.items()}
    return group
