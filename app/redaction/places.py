# SPDX-License-Identifier: MIT
"""Where a frame stands beside another, as far as its run proved it, and how exactly.

Every comparison that found a place counts, the uncertain ones too: where two places fit, both are covered.
"""

from __future__ import annotations

import heapq
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.capture.geometry import bounding
from app.model import Proof

if TYPE_CHECKING:
    from app.model import PairRecord, Rect, RunRecord

EDGE_PX = 2  # around what is proven pixel for pixel: letters that were smoothed
STEP_PX = 2  # more for each pair that is only alike: half a pixel, rounded, each time
DOUBT_PX = 8  # more for each pair that may meet in more than one way
MOVED = frozenset({Proof.EXACT, Proof.MATCHED})


@dataclass(frozen=True, slots=True)
class Spot:
    """What stands in a row of one frame stands so many rows lower in another, give or take ``margin``."""

    offset: int
    margin: int


@dataclass(frozen=True, slots=True)
class Region:
    """What scrolls in a frame: surely (``core``) and perhaps (``hull``)."""

    core: Rect
    hull: Rect


@dataclass(frozen=True, slots=True)
class _Way:
    """How a frame is reached: how many pairs were uncertain, how many only alike, and the rows between."""

    doubts: int
    steps: int
    offset: int

    @property
    def spot(self) -> Spot:
        return Spot(self.offset, EDGE_PX + STEP_PX * self.steps + DOUBT_PX * self.doubts)


class Places:
    """The frames of a run, by their numbers from 1."""

    def __init__(self, run: RunRecord) -> None:
        """Read what the run proved."""
        self._pairs = {(pair.first, pair.second): pair for pair in run.pairs}  # the last of each counts
        self._ways: dict[int, list[tuple[int, _Way]]] = {line.index: [] for line in run.frames}
        for pair in self._pairs.values():
            self._add(pair)
        self._islands = {frame: island for island in run.islands for frame in island.frames}
        self._regions = self._regions_of(run)

    def are_together(self, one: int, other: int) -> bool:
        """Whether nothing can be missing between two frames."""
        return one in self._islands and self._islands[one] is self._islands.get(other)

    def region(self, frame: int) -> Region | None:
        """Return what scrolls in a frame; None where no movement was found."""
        return self._regions.get(frame)

    def spots(self, frame: int) -> dict[int, tuple[Spot, ...]]:
        """Return where what a frame shows may stand in each frame that is connected with it."""
        ways = self._from(frame)
        found = {other: [way.spot] for other, way in ways.items()}
        for other, way in self._ways.get(frame, ()):
            _add(found.setdefault(other, []), way.spot)
        for other, spots in found.items():
            if self.are_together(frame, other):
                _add(spots, Spot(self._top(frame) - self._top(other), spots[0].margin))
        return {other: tuple(spots) for other, spots in found.items()}

    def _top(self, frame: int) -> int:
        island = self._islands[frame]
        return island.tops_px[island.frames.index(frame)]

    def _add(self, pair: PairRecord) -> None:
        """A comparison leads from each of its frames to the other."""
        found, first, second = pair.finding, pair.first, pair.second
        if found.level.joins:
            shifts, doubts = [found.shift_px or 0], 0
        else:
            shifts = [] if found.shift_px is None else [found.shift_px]
            shifts, doubts = [*shifts, *(rival.shift_px for rival in found.rivals)], 1
        steps = 0 if found.level is Proof.EXACT else 1
        for shift in dict.fromkeys(shifts):
            self._ways.setdefault(first, []).append((second, _Way(doubts, steps, -shift)))
            self._ways.setdefault(second, []).append((first, _Way(doubts, steps, shift)))

    def _from(self, frame: int) -> dict[int, _Way]:
        """Return the surest way to each frame that is connected with this one, itself left out."""
        best: dict[int, _Way] = {}
        waiting = [(0, 0, 0, frame)]
        while waiting:
            doubts, steps, offset, here = heapq.heappop(waiting)
            if here in best:
                continue
            best[here] = _Way(doubts, steps, offset)
            for other, way in self._ways.get(here, ()):
                if other not in best:
                    on = (doubts + way.doubts, steps + way.steps, offset + way.offset, other)
                    heapq.heappush(waiting, on)
        del best[frame]
        return best

    def _regions_of(self, run: RunRecord) -> dict[int, Region]:
        """Return the regions of the frames; of one that no pair tells, what most of its size have."""
        told: dict[int, Counter[Rect]] = {}
        sizes = {line.index: (line.width_px, line.height_px) for line in run.frames}
        by_size: dict[tuple[int, int], Counter[Rect]] = {}
        for pair in self._pairs.values():
            region = pair.finding.region
            if pair.finding.level not in MOVED or region is None:
                continue
            for frame in (pair.first, pair.second):
                told.setdefault(frame, Counter())[region] += 1
                by_size.setdefault(sizes[frame], Counter())[region] += 1
        found = {frame: told.get(frame) or by_size.get(size) for frame, size in sizes.items()}
        return {frame: _region(counted) for frame, counted in found.items() if counted}


def _region(counted: Counter[Rect]) -> Region:
    core = max(counted, key=lambda one: (counted[one], one.width * one.height, one.y))
    return Region(core, bounding(counted))


def _add(spots: list[Spot], new: Spot) -> None:
    """Another place counts where those there are do not cover it."""
    if all(abs(spot.offset - new.offset) + new.margin > spot.margin for spot in spots):
        spots.append(new)
