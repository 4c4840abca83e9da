# SPDX-License-Identifier: MIT
"""A run of frames: which pairs are to be compared next, what was found, where gaps are open.

Comparing is left to the caller, who may do it in another thread. The newest two frames and both sides of the
newest open gaps are held as pixels; any other is loaded where it is needed. A thousand need no more memory
than ten.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from app.conversation.constants import ALGORITHM, CONSTANTS
from app.conversation.islands import Islands
from app.conversation.jobs import UNSEEN, Between, Had, Job
from app.conversation.knowledge import NOTHING
from app.model import Finding, GapRecord, PairRecord, Proof, RunRecord, Why

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from app.conversation.knowledge import Knowledge
    from app.conversation.masks import Mask
    from app.conversation.seen import Seen
    from app.model import FrameLine, TimeJump

LAST_FRAMES, HELD_FRAMES, HELD_GAPS = 8, 2, 2


NOT_COMPARED = Finding(Proof.GAP, Why.NO_OVERLAP)


@dataclass
class Run:
    """Frames numbered from 1 in the order they were taken, and what is known of how they meet.

    Attributes:
        load: gives a frame that is not held, from the thread that compares; ``None`` if it cannot be had.
        moved: a movement was seen; before, nothing says which part scrolls, and a change in place that was
            watched is no gap: it counts as the same place.
        open_gaps: those that are open now, in the order they were opened.
        travelled_px: how far was scrolled, up and down together, as far as it is proven.
        matched: how many neighbours meet, but not pixel for pixel.
    """

    run_id: str
    load: Callable[[int], Seen | None] = lambda _index: None
    lines: list[FrameLine] = field(default_factory=list)
    segments: list[int] = field(default_factory=lambda: [1])
    time_jumps: list[TimeJump] = field(default_factory=list)
    knowledge: Knowledge = NOTHING
    moved: bool = False
    open_gaps: tuple[GapRecord, ...] = ()
    travelled_px: int = 0
    matched: int = 0
    _islands: Islands = field(default_factory=Islands)
    _pairs: dict[tuple[int, int], PairRecord] = field(default_factory=dict)
    _gaps: dict[tuple[int, int], GapRecord] = field(default_factory=dict)
    _seen: dict[int, Seen] = field(default_factory=dict)
    _moving: dict[int, Mask] = field(default_factory=dict)
    _between: dict[int, Between] = field(default_factory=dict)
    _neighbours: list[int] = field(default_factory=list)  # later frames of pairs that were not compared yet
    _trials: list[tuple[int, int]] = field(default_factory=list)

    @property
    def backlog(self) -> int:
        """How many neighbours are not compared yet; their pixels are held until they are."""
        return len(self._neighbours)

    @property
    def newest_gap(self) -> GapRecord | None:
        """The open gap that was opened last."""
        return max(self.open_gaps, key=lambda gap: gap.second, default=None)

    def pair(self, first: int, second: int) -> PairRecord | None:
        """Return what the comparison of two frames found, if it was made and is kept."""
        return self._pairs.get((first, second))

    def add(self, line: FrameLine, seen: Seen | None, between: Between = UNSEEN) -> None:
        """A frame was taken; it waits for the comparison with the one before.

        Args:
            line: its number is one more than that of the frame before.
            seen: ``None`` if it can be loaded.
            between: what the looks saw before it.
        """
        self.lines.append(line)
        self._islands.add(line.index)
        self._between[line.index] = between
        if between.is_resumed:
            self.segments.append(line.index)
        if seen is not None:
            self._seen[line.index] = seen
            self._look_behind(seen)
        if line.index > 1:
            self._neighbours.append(line.index)
            self.moved |= not between.is_in_place
        self._let_go()

    def remember(self, pair: PairRecord) -> None:
        """A pair that was compared before the program was closed counts as it did then."""
        between = Between(pair.watched, pair.steps_px, pair.looks, pair.pointer)
        if pair.finding.why is Why.RESUMED and pair.second not in self.segments:
            self.segments.append(pair.second)
        if pair.second == pair.first + 1:
            self._between[pair.second] = between
            self._neighbours = [index for index in self._neighbours if index != pair.second]
        self._take(pair)

    def note_moving(self, index: int, moving: Mask) -> None:
        """It is known now what moves on its own in a frame; if it did not meet, it is compared again."""
        seen = self._seen.get(index)
        if seen is None or seen.strips.shape != moving.shape:
            return
        is_more = bool((moving & ~seen.moving).any())
        seen.moving = self._moving[index] = moving
        pair = self._pairs.get((index - 1, index))
        if is_more and pair and not pair.finding.level.joins:
            self._neighbours.append(index)

    def next_job(self) -> Job | None:
        """Return the comparison to make next, the newest frame first; ``None`` if there is none."""
        if self._neighbours:
            second = max(self._neighbours)
            self._neighbours.remove(second)
            return self._job(second - 1, second, is_trial=False)
        while self._trials:
            first, second = self._trials.pop()
            if not self._islands.are_together(first, second):
                return self._job(first, second, is_trial=True)
        return None

    @property
    def wanted(self) -> set[int]:
        """The frames that may be asked of ``load`` from now on."""
        newest = len(self.lines)
        sides = {side for gap in self.open_gaps for side in (gap.first, gap.second)}
        return set(range(max(1, newest - LAST_FRAMES), newest + 1)) | sides

    def found(self, job: Job, finding: Finding | None) -> PairRecord | None:
        """Return the pair as it is to be kept; ``None`` if nothing new was found.

        Args:
            job: what was compared.
            finding: what was found; ``None`` if a frame could not be had, or it was not worth comparing.
        """
        self._hold_loaded(job)
        if finding is None and (job.is_trial or (job.first, job.second) in self._pairs):
            return None
        finding = finding or NOT_COMPARED
        if job.is_trial and not finding.level.joins:
            return None
        between = job.between
        if finding.level is Proof.GAP and between.is_in_place and not self.moved:
            finding = replace(finding, level=Proof.SAME, why=None, shift_px=0, rivals=())
        if between.is_resumed:
            finding = replace(finding, why=Why.RESUMED)
        pair = PairRecord(
            job.first, job.second, finding, between.watched, between.steps_px, between.looks, between.pointer
        )
        self._take(pair)
        if not job.is_trial:
            self._learn(pair)
            self._try_to_close(job.second)
        self._let_go()
        return pair

    def record(self, started_at: datetime, ended_at: datetime) -> RunRecord:
        """Return all of it as it stands now."""
        resized = [b.index for a, b in pairwise(self.lines) if a.width_px != b.width_px]
        same = [key for key, pair in sorted(self._pairs.items()) if pair.finding.level is Proof.SAME]
        return RunRecord(
            run_id=self.run_id,
            algorithm=ALGORITHM,
            constants=dict(CONSTANTS),
            started_at=started_at,
            ended_at=ended_at,
            frames=tuple(self.lines),
            segments=tuple(sorted(self.segments)),
            pairs=tuple(self._pairs.values()),
            gaps=tuple(gap for _, gap in sorted(self._gaps.items())),
            islands=self._islands.all(),
            repeated=tuple(same),
            time_jumps=tuple(self.time_jumps),
            size_changes=tuple(resized),
            wallpaper_learned=self.knowledge.wallpaper is not None,
        )

    def _neighbour_pairs(self) -> Iterator[PairRecord]:
        return (pair for pair in self._pairs.values() if pair.second == pair.first + 1)

    def _job(self, first: int, second: int, *, is_trial: bool) -> Job:
        one, other = self._had(first), self._had(second)
        between = UNSEEN if is_trial else self._between.get(second, UNSEEN)
        is_guess = is_trial and (first not in self._sides() or self._is_long_open(first, second))
        return Job(first, second, one, other, between, self.knowledge, is_trial, is_guess)

    def _is_long_open(self, side: int, newest: int) -> bool:
        """Whether all gaps beside a frame were opened so long ago that a person hardly looks for them now."""
        opened = [gap.second for gap in self.open_gaps if side in {gap.first, gap.second}]
        return all(newest - second > LAST_FRAMES for second in opened)

    def _had(self, index: int) -> Had:
        return Had(self._seen.get(index), partial(self._loaded, index))

    def _loaded(self, index: int) -> Seen | None:
        """Return a frame that is not held, with what is known of it."""
        seen, moving = self.load(index), self._moving.get(index)
        if seen is not None and moving is not None and moving.shape == seen.strips.shape:
            seen.moving = moving
        return seen

    def _hold_loaded(self, job: Job) -> None:
        """A side of a gap that was loaded is held: the next frame is compared with it too."""
        sides = self._sides()
        for index, had in ((job.first, job.one), (job.second, job.other)):
            if had.seen is not None and index in sides:
                self._seen.setdefault(index, had.seen)

    def _look_behind(self, seen: Seen) -> None:
        """A frame may teach the wallpaper; once it is learned, pairs that did not meet are compared again."""
        was_known = self.knowledge.wallpaper is not None
        self.knowledge = self.knowledge.with_frame(seen)
        if self.knowledge.wallpaper is None or was_known:
            return
        self._neighbours += [pair.second for pair in self._neighbour_pairs() if not pair.finding.level.joins]

    def _take(self, pair: PairRecord) -> None:
        """The pair counts: islands grow, gaps open and close."""
        key, finding = (pair.first, pair.second), pair.finding
        self._pairs.pop(key, None)
        self._pairs[key] = pair  # in the order they were made
        if finding.level.joins:
            self.moved |= bool(finding.shift_px)
            self._join(key, finding.shift_px or 0)
        elif pair.second == pair.first + 1 and not self._islands.are_together(*key):
            self._gaps.setdefault(key, GapRecord(*key, finding.why or Why.NO_OVERLAP))
        self._count()

    def _count(self) -> None:
        """What is asked for at each look is counted once for each pair."""
        neighbours = [one.finding for one in self._neighbour_pairs()]
        self.open_gaps = tuple(gap for gap in self._gaps.values() if gap.closed_by is None)
        self.travelled_px = sum(abs(one.shift_px or 0) for one in neighbours)
        self.matched = sum(one.level is Proof.MATCHED for one in neighbours)

    def _join(self, key: tuple[int, int], shift_px: int) -> None:
        if not self._islands.join(*key, shift_px):
            return
        for gap in self.open_gaps:
            if self._islands.are_together(gap.first, gap.second):
                self._gaps[gap.first, gap.second] = replace(gap, closed_by=key)

    def _learn(self, pair: PairRecord) -> None:
        if pair.finding.level.joins:
            self.knowledge = self.knowledge.with_finding(pair.finding)

    def _try_to_close(self, newest: int) -> None:
        """While a gap is open, a new frame is compared with both of its sides and with the last eight."""
        sides = self._sides()
        last = range(max(1, newest - LAST_FRAMES), newest - 1)
        tried = [trial for trial in self._trials if trial[0] in sides]
        wanted = dict.fromkeys([*last, *sides]) if sides else {}  # the last of them is tried first
        self._trials = tried + [(side, newest) for side in wanted if side < newest - 1]

    def _sides(self) -> list[int]:
        """Return the frames on both sides of the newest open gaps."""
        gaps = sorted(self.open_gaps, key=lambda gap: gap.second)[-HELD_GAPS:]
        return [side for gap in gaps for side in (gap.first, gap.second)]

    def _let_go(self) -> None:
        """Only pixels that may still be compared are held."""
        if not self.lines:
            return
        newest = self.lines[-1].index
        held = set(range(newest - HELD_FRAMES + 1, newest + 1)) | set(self._sides())
        held |= {index for second in self._neighbours for index in (second - 1, second)}
        self._seen = {index: seen for index, seen in self._seen.items() if index in held}
        held |= set(range(newest - LAST_FRAMES, newest + 1))
        self._moving = {index: moving for index, moving in self._moving.items() if index in held}
