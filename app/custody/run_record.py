# SPDX-License-Identifier: MIT
"""Whether the record of a conversation run agrees with itself: asked before it is kept, and by a verifier.

Nothing is joined without a pair that proves it, or eyes on it while nothing was scrolled; what is not joined
is said as a gap; no frame is left out.
"""

from __future__ import annotations

from bisect import bisect
from itertools import pairwise
from typing import TYPE_CHECKING

from app.model import FrameLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.model import AcquisitionRecord, PairRecord, RunRecord


def fault_in(run: RunRecord) -> str | None:
    """Return what a run record says that cannot be so, in words for a programmer, or None."""
    count = len(run.frames)
    if [frame.index for frame in run.frames] != list(range(1, count + 1)):
        return "the frames are not numbered from 1 without a gap"
    if any(not 1 <= n <= count for n in _named(run)):
        return "names a frame that is not there"
    if run.segments[:1] != (1,) or any(a >= b for a, b in zip(run.segments, run.segments[1:], strict=False)):
        return "the sittings do not begin where they should"
    if sorted(n for island in run.islands for n in island.frames) != list(range(1, count + 1)):
        return "not every frame is in exactly one island"
    if any(len(island.frames) != len(island.tops_px) for island in run.islands):
        return "an island without a place for each of its frames"
    return _fault_in_joins(run) or _fault_in_gaps(run)


def line_of(record: AcquisitionRecord, index: int) -> FrameLine:
    """Return what a run record must say of the frame with this acquisition record."""
    content = record.content
    at = record.time.started_at
    return FrameLine(index, record.acquisition_id, content.sha256, at, content.width_px, content.height_px)


def sittings(frames: Sequence[int], breaks: Iterable[int]) -> set[int]:
    """Return which frames, from 1, were the first after a break; all are given by their places in the log.

    Args:
        frames: in order; the first begins the first sitting anyhow and is not named.
        breaks: the vault was opened, or the run was finished.
    """
    marks = sorted(breaks)
    after = enumerate(pairwise(frames), start=2)
    return {n for n, (before, at) in after if bisect(marks, before) != bisect(marks, at)}


def _named(run: RunRecord) -> Iterator[int]:
    """Give every frame number that the record names outside its list of frames."""
    for pair in run.pairs:
        yield from (pair.first, pair.second)
    for gap in run.gaps:
        yield from (gap.first, gap.second, *(gap.closed_by or ()))
    for repeated in run.repeated:
        yield from repeated
    for jump in run.time_jumps:
        yield from (jump.before, jump.after)
    yield from (*run.segments, *run.size_changes)


def _fault_in_joins(run: RunRecord) -> str | None:
    """Return whether frames stand in one island that no chain of pairs joins."""
    last = {(pair.first, pair.second): pair for pair in run.pairs}
    proven = [ends for ends, pair in last.items() if pair.finding.level.joins or _is_in_place(pair)]
    for island in run.islands:
        inside = set(island.frames)
        edges = (ends for ends in proven if inside.issuperset(ends))
        if len(_groups(inside, edges)) != 1:
            return "frames are joined that no pair joins"
    return None


def _is_in_place(pair: PairRecord) -> bool:
    """Whether it was looked at from one frame to the next and nothing was scrolled."""
    return pair.second == pair.first + 1 and pair.watched and not any(pair.steps_px)


def _fault_in_gaps(run: RunRecord) -> str | None:
    """Return whether the gaps are not those between the islands."""
    home = {n: place for place, island in enumerate(run.islands) for n in island.frames}
    edges = []
    for gap in run.gaps:
        ends = (home[gap.first], home[gap.second])
        if (ends[0] == ends[1]) != (gap.closed_by is not None):
            return "a gap inside what is joined, or closed where nothing is joined"
        if gap.closed_by is None:
            edges.append(ends)
    if len(_groups(set(home.values()), edges)) != 1:
        return "a gap that is not said"
    return None


def _groups(members: set[int], edges: Iterable[tuple[int, int]]) -> list[set[int]]:
    """Return the members as groups that hang together."""
    near: dict[int, list[int]] = {member: [] for member in members}
    for a, b in edges:
        near[a].append(b)
        near[b].append(a)
    groups, left = [], set(members)
    while left:
        group, todo = set(), [left.pop()]
        while todo:
            one = todo.pop()
            group.add(one)
            todo += [other for other in near[one] if other not in group]
        left -= group
        groups.append(group)
    return groups
