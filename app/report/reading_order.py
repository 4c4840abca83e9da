# SPDX-License-Identifier: MIT
"""In which order the frames of a conversation are read, and what stands between those that do not meet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.model import Exhibit, GapRecord, Island, RunRecord


@dataclass(frozen=True, slots=True)
class Break:
    """A place between two frames, as they are read, that are not proven to meet.

    Attributes:
        above: number of the frame read before it.
        below: number of the frame read after it.
        gap: the open gap of the run that this is; ``None`` where only a chain of gaps leads across.
    """

    above: int
    below: int
    gap: GapRecord | None


def reading_order(exhibit: Exhibit) -> tuple[int | Break, ...]:
    """Return the numbers of the frames from the top of what was scrolled to its bottom, with the breaks.

    A run that was never judged is read in the order its frames were taken, without breaks.
    """
    run = exhibit.run
    if run is None or not run.islands:
        return tuple(range(1, len(exhibit.originals) + 1))
    parts: list[int | Break] = []
    for island in _from_the_top(run):
        numbers = _by_place(island)
        if parts:
            above = next(part for part in reversed(parts) if isinstance(part, int))
            parts.append(Break(above, numbers[0], _gap_between(run, island, parts)))
        parts += numbers
    return tuple(parts)


def _by_place(island: Island) -> list[int]:
    """Return the frames of an island from its top down; of two at one place the earlier first."""
    return [number for _, number in sorted(zip(island.tops_px, island.frames, strict=True))]


def _from_the_top(run: RunRecord) -> list[Island]:
    """Return the islands from the top down, as far as can be told: in the direction of the scrolling."""
    ordered = sorted(run.islands, key=lambda island: min(island.frames))
    return ordered[::-1] if sum(map(_travelled, ordered)) < 0 else ordered


def _travelled(island: Island) -> int:
    """Return how far down the last frame of an island lies from the first that was taken."""
    by_number = sorted(zip(island.frames, island.tops_px, strict=True))
    return by_number[-1][1] - by_number[0][1]


def _gap_between(run: RunRecord, island: Island, parts: list[int | Break]) -> GapRecord | None:
    """Return the open gap between an island and what was read before it."""
    before = {part for part in parts if isinstance(part, int)}
    for gap in run.open_gaps:
        ends = {gap.first, gap.second}
        if ends & before and ends & set(island.frames):
            return gap
    return None
