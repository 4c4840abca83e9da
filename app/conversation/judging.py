# SPDX-License-Identifier: MIT
"""Pairs judged beside the loop that looks: one at a time, the newest first.

A tolerant judgement takes 60 to 150 ms, more than the time between two looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.conversation.distinct import is_found_once
from app.conversation.judge import Watched, judge, quick_shift
from app.model import Finding, Proof, Why

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor, Future

    from app.conversation.jobs import Job
    from app.conversation.run import Run
    from app.conversation.seen import Seen
    from app.model import PairRecord

# They look the same, and nothing says that they show the same place.
ALIKE = Finding(Proof.AMBIGUOUS, Why.REPEATED_ONLY)
UNMOVED_PERMILLE = 500  # bars and a list of contacts beside a chat stay too


class Judging:
    """Hands the pairs of one run to a worker, in the order the run wants."""

    def __init__(self, run: Run, worker: Executor, done: Callable[[], object]) -> None:
        """Nothing is judged yet; ``done`` is called from the worker whenever a pair is."""
        self._run, self._worker, self._done = run, worker, done
        self._job: Job | None = None
        self._future: Future[Finding | None] | None = None

    def collect(self) -> list[PairRecord]:
        """Return the pairs that were judged since; the next one is with the worker."""
        kept: list[PairRecord] = []
        while self._future is None or self._future.done():
            pair = self._taken()
            kept += [pair] if pair else []
            self._job = self._run.next_job()
            if self._job is None:
                break
            self._future = self._worker.submit(compared, self._job)
            self._future.add_done_callback(lambda _: self._done())
        return kept

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being judged; there may be more after ``collect``."""
        return self._future is None

    def _taken(self) -> PairRecord | None:
        job, future = self._job, self._future
        self._job = self._future = None
        if job is None or future is None:
            return None
        return self._run.found(job, future.result())


def compared(job: Job) -> Finding | None:
    """Return what the comparison found; ``None`` if a frame cannot be had, or a guess is not worth it."""
    one, other = job.one(), job.other()
    if one is None or other is None or (job.is_guess and not _is_likely(one, other)):
        return None
    between = job.between
    watched = Watched(between.steps_px) if between.watched else None
    finding = judge(one, other, job.knowledge, watched=watched)
    return ALIKE if finding.level is Proof.SAME and not _is_same_place(job, one, other) else finding


def _is_same_place(job: Job, one: Seen, other: Seen) -> bool:
    """Whether frames that look the same show one place: by what was watched, else by what is there once."""
    if job.between.watched:
        return job.between.is_back
    return is_found_once(one, other, region=job.knowledge.region, columns=job.between.columns)


def _is_likely(one: Seen, other: Seen) -> bool:
    """Whether two frames seem to show the same, moved or in place; a twentieth of what judging costs."""
    if quick_shift(one, other) is not None:
        return True
    if one.strips.shape != other.strips.shape:
        return False
    telling = one.informative
    unmoved = int(((one.strips == other.strips) & telling).sum())
    return unmoved * 1000 >= int(telling.sum()) * UNMOVED_PERMILLE
