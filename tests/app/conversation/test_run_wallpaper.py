# SPDX-License-Identifier: MIT
"""A run that learns what stands behind the messages compares once more what did not meet before."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.conversation.run import Run
from app.conversation.seen import Seen
from app.model import Finding, GapRecord, Why
from tests.fakes.clock import START
from tests.fakes.pairs import GAP, TWO_PLACES, exact, line
from tests.fakes.pixels import BLANK


@dataclass
class Knowing:
    """Knows the wallpaper after so many frames."""

    learns_at: int
    frames: list[Seen] = field(default_factory=list)
    found: list[Finding] = field(default_factory=list)

    @property
    def wallpaper(self) -> object | None:
        return object() if len(self.frames) >= self.learns_at else None

    def with_frame(self, seen: Seen) -> Knowing:
        return Knowing(self.learns_at, [*self.frames, seen], self.found)

    def with_finding(self, finding: Finding) -> Knowing:
        return Knowing(self.learns_at, self.frames, [*self.found, finding])


def compared(run: Run, known: dict[tuple[int, int], Finding]) -> list[tuple[int, int]]:
    asked = []
    while job := run.next_job():
        if not job.is_trial:
            asked.append((job.first, job.second))
            run.found(job, known.get((job.first, job.second), exact(50)))
        else:
            run.found(job, None)
    return asked


def test_what_did_not_meet_is_compared_again_once_the_wallpaper_is_learned() -> None:
    run = Run("run-1", load=lambda _index: Seen(BLANK), knowledge=Knowing(5))
    bad = {(1, 2): GAP, (3, 4): TWO_PLACES}
    for index in range(1, 5):
        run.add(line(index), Seen(BLANK))
        compared(run, bad)
    assert len(run.open_gaps) == 2
    assert not run.record(START, START).wallpaper_learned
    run.add(line(5), Seen(BLANK))
    assert compared(run, {(1, 2): GAP}) == [(4, 5), (3, 4), (1, 2)]
    record = run.record(START, START)
    assert record.wallpaper_learned
    assert record.gaps == (
        GapRecord(1, 2, Why.NO_OVERLAP),
        GapRecord(3, 4, Why.TWO_PLACES, closed_by=(3, 4)),
    )
    run.add(line(6), Seen(BLANK))
    assert compared(run, {}) == [(5, 6)]  # it is learned once


def test_each_frame_teaches_once_and_each_pair_that_meets() -> None:
    run = Run("run-1", knowledge=Knowing(99))
    for index in range(1, 4):
        run.add(line(index), Seen(BLANK))
        compared(run, {(1, 2): GAP})
    assert (len(run.knowledge.frames), len(run.knowledge.found)) == (3, 1)
