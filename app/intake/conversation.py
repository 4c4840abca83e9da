# SPDX-License-Identifier: MIT
"""A conversation captured while it is scrolled: looks, frames, judged pairs, and the record of the run.

Every frame is stored for good before it is compared with anything.
Source: conversation.md, sections 2 and 5.
"""

from __future__ import annotations

import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

from app.capture.asking import asks
from app.clock import has_jumped
from app.conversation import motion
from app.conversation.density import Densities
from app.conversation.jobs import Between
from app.conversation.judging import Judging
from app.conversation.motion import Looked, Motion
from app.conversation.run import Run
from app.conversation.seen import prepare
from app.conversation.watching import Follower, was_watched
from app.errors import Cancelled, CaptureUnsupported
from app.intake.acquire import Place, acquired
from app.intake.looking import Looking
from app.intake.passing import is_far, may_be_elsewhere, scrolling_px
from app.intake.progress import Advice, Control, Phase, Progress, Resumed, Seam, Side, Sink, Source
from app.intake.recent import Recent
from app.intake.resuming import last_moment, line_of, resumed_run
from app.intake.standing import Standing
from app.model import Mode, TimeJump

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from app.clock import Moment
    from app.intake.acquire import Taken
    from app.model import ExhibitId, RunRecord

__all__ = ["Advice", "Control", "Phase", "Progress", "Resumed", "Seam", "Side", "Sink", "Source", "follow"]

NS_PER_S = 1_000_000_000
NS_PER_MS = 1_000_000
REST_S = 0.1  # while there is nothing to look at
MOST_BACKLOG = 6  # neighbours that wait to be judged hold their pixels


def follow(
    source: Source,
    sink: Sink,
    control: Control,
    *,
    resume: Resumed | None = None,
    worker: Executor | None = None,
) -> RunRecord:
    """Return the record of the run once ``control.finish`` is set; every frame was stored as it was taken.

    Args:
        source: where the frames come from.
        sink: where they go.
        control: how the run is paused and ended.
        resume: a run to go on with.
        worker: where pairs are judged, one at a time; a thread of its own unless given.

    Raises:
        Cancelled: ``control.stop`` was set, or nothing was taken; what was stored stays stored.
        CaptureDenied: the system stopped giving pictures.
        CaptureUnsupported: each picture has to be asked for, which is too slow to follow anything.
        EvidenceError: a frame could not be stored; those before it are safe.
    """
    if asks(source.backend):
        raise CaptureUnsupported("a picture takes too long here to follow a conversation")
    own = worker or ThreadPoolExecutor(1, thread_name_prefix="judging")
    try:
        return _Following(source, sink, control, resume, own).run()
    finally:
        if worker is None:
            own.shutdown(wait=False, cancel_futures=True)


class _Following:
    """The loop of one sitting."""

    def __init__(
        self, source: Source, sink: Sink, control: Control, resume: Resumed | None, worker: Executor
    ) -> None:
        self._source, self._sink, self._control = source, sink, control
        self._began = source.clock.now()
        self._run = resumed_run(resume) if resume else Run(str(uuid.uuid4()))
        self._recent = Recent(self._run.load)
        self._run.load = self._recent.load
        self._started_at = self._run.lines[0].at if self._run.lines else self._began.utc
        self._exhibit_id: ExhibitId | None = resume.exhibit.id if resume else None
        self._is_new_sitting = resume is not None
        self._follower = Follower()
        self._motion = Motion(self._follower.step)
        self._looking, self._densities = Looking(source), Densities()
        self._judging = Judging(self._run, worker, control.wake)
        self._standing = Standing(self._run, self._began.monotonic_ns, has_resumed=resume is not None)
        self._said: Progress | None = None
        self._looks = 0
        self._due_ns = 0
        self._last: Moment | None = last_moment(resume) if resume else None

    def run(self) -> RunRecord:
        """Look until the end is asked for, then judge what is left."""
        while not self._control.finish.is_set():
            self._stop_if_asked()
            wait_s = self._turn()
            self._control.wait(wait_s)
        self._last_look()
        self._judge_the_rest()
        if not self._run.lines:
            raise Cancelled("nothing was taken")
        self._tell(Phase.ENDED)
        record = self._run.record(self._started_at, self._source.clock.now().utc)
        return replace(record, constants={**record.constants, **motion.CONSTANTS})

    def _turn(self) -> float:
        """Do what is to be done now; return for how many seconds there is nothing more."""
        self._collect()
        if self._control.paused.is_set():
            self._motion.forget()
            self._tell(Phase.PAUSED)
            return REST_S
        if self._run.backlog > MOST_BACKLOG:
            return REST_S  # a look that became a frame now would only wait in memory
        seen_at = self._source.clock.now().monotonic_ns
        if seen_at < self._due_ns:  # woken by a pair that was judged
            self._tell(Phase.MOVING if self._motion.is_moving else Phase.WATCHING)
            return (self._due_ns - seen_at) / NS_PER_S
        taken = self._looking.look()
        if isinstance(taken, Advice):
            self._lose(taken)
            return REST_S
        self._standing.lost = None
        self._look(taken)
        self._collect()
        self._tell(Phase.MOVING if self._motion.is_moving else Phase.WATCHING)
        now = self._source.clock.now().monotonic_ns
        pace = self._motion.interval_ns(now)
        # two looks at one picture of a screen that repaints 60 times a second, or less, would be a rest
        self._due_ns = max(seen_at + pace, taken.after.monotonic_ns + pace * 3 // 4)
        return max(0, self._due_ns - now) / NS_PER_S

    def _lose(self, advice: Advice) -> None:
        """There is nothing to look at; what happens meanwhile is not followed."""
        self._motion.forget()
        self._standing.lost = advice
        self._tell(Phase.WATCHING)

    def _look(self, taken: Taken) -> None:
        """Take in one look, and keep it as a frame if it is one."""
        self._looks += 1
        said = self._motion.look(taken.grab.frame, taken.before.monotonic_ns)
        if said is Looked.SETTLED:
            self._keep_if_still()
        elif said is Looked.MOVING and is_far(self._motion.steps, self._scrolling_px(taken)):
            self._keep_now()

    def _keep_if_still(self) -> None:
        """Look once more, with all that stands around; keep it if it shows anything new."""
        taken = self._looking.look_round()
        if isinstance(taken, Advice):
            self._lose(taken)
            return
        self._looks += 1
        said = self._motion.look(taken.grab.frame, taken.before.monotonic_ns)
        if said is Looked.MOVING:
            return
        if self._is_worth_keeping(taken):
            self._keep(taken)
        else:
            self._motion.came_back()

    def _keep_now(self) -> None:
        """Nearly all that scrolls has gone by without a rest: a frame in passing, or it would be missing."""
        taken = self._looking.look_round()
        if isinstance(taken, Advice):
            self._lose(taken)
            return
        self._looks += 1
        self._motion.look(taken.grab.frame, taken.before.monotonic_ns)
        self._keep(taken)

    def _keep(self, taken: Taken) -> None:
        """The frame is stored for good, then waits to be judged."""
        frame, index = taken.grab.frame, len(self._run.lines) + 1
        kept = acquired(
            taken,
            Mode.CONVERSATION,
            self._source.backend,
            self._source.setting,
            self._source.scale_of,
            Place(self._run.run_id, index),
        )
        self._exhibit_id = self._sink.store(kept, frame).id
        self._run.note_moving(index - 1, self._motion.moved_in_kept())
        seen = prepare(frame, moving=self._motion.moves_on_its_own())
        density = self._follower.density_permille = self._densities.give(
            seen, self._looking.density_permille(taken)
        )
        self._note_jump(index, taken.before)
        between = self._between(taken)
        self._run.add(line_of(index, kept.record), seen, between)
        self._standing.look_at_pointer(between.pointer, frame.width_px, frame.height_px)
        self._standing.turn(sum(step or 0 for step in self._motion.steps))
        self._recent.keep(index, kept.data, density, self._run.wanted)
        self._motion.keep(frame)
        self._is_new_sitting, self._looks = False, 0
        self._standing.show(index, frame)

    def _between(self, taken: Taken) -> Between:
        """Return what the looks saw since the frame before."""
        steps, pointer = self._motion.steps, self._looking.pointer(taken)
        watched = was_watched(steps, self._scrolling_px(taken) // 2) and not self._is_new_sitting
        return Between(
            watched=watched and bool(self._run.lines),
            steps_px=tuple(step or 0 for step in steps) if watched else (),
            looks=self._looks,
            pointer=pointer,
            is_resumed=self._is_new_sitting,
            columns=self._motion.columns(),
        )

    def _is_worth_keeping(self, taken: Taken) -> bool:
        """Whether it shows anything new, or moved and may be another place that only looks the same."""
        frame, region = taken.grab.frame, self._run.knowledge.region
        if self._motion.is_new(frame):
            return True
        density = self._follower.density_permille
        return may_be_elsewhere(self._between(taken), frame, region, density)

    def _scrolling_px(self, taken: Taken) -> int:
        return scrolling_px(self._run.knowledge.region, taken.grab.frame.height_px)

    def _note_jump(self, index: int, now: Moment) -> None:
        """Write down if the clock was moved since the frame before."""
        last, self._last = self._last, now
        if last is None or not has_jumped(last, now):
            return
        wall_ms = round((now.utc - last.utc).total_seconds() * 1000)
        steady_ms = (now.monotonic_ns - last.monotonic_ns) // NS_PER_MS
        self._run.time_jumps.append(TimeJump(index - 1, index, wall_ms - steady_ms))

    def _collect(self) -> None:
        """Take in what was judged; the next pair is with the worker."""
        had = len(self._run.open_gaps)
        for pair in self._judging.collect():
            if self._exhibit_id is not None:
                self._sink.keep(self._exhibit_id, pair)
            is_newest = pair.first + 1 == pair.second == len(self._run.lines)
            if pair.finding.shift_px and is_newest:
                self._standing.turn(pair.finding.shift_px)
            if pair.second in self._run.segments[1:]:
                self._standing.has_resumed = False
        if len(self._run.open_gaps) < had:
            self._standing.closed_ns = self._source.clock.now().monotonic_ns

    def _last_look(self) -> None:
        """What is on the screen at the end and not yet kept is kept: it may have come just now."""
        self._stop_if_asked()
        if self._control.paused.is_set():
            return
        taken = self._looking.look_round()
        if isinstance(taken, Advice):
            return
        self._looks += 1
        self._motion.look(taken.grab.frame, taken.before.monotonic_ns)
        if self._is_worth_keeping(taken):
            self._keep(taken)

    def _judge_the_rest(self) -> None:
        """Wait until every neighbour is judged, and every trial to close a gap was made."""
        self._collect()
        while not self._judging.is_idle:
            self._stop_if_asked()
            self._control.wait(REST_S)
            self._collect()

    def _stop_if_asked(self) -> None:
        if self._control.stop.is_set():
            raise Cancelled("the run was left; every frame is stored")

    def _tell(self, phase: Phase) -> int:
        """Say how far it is, if anything changed; return the moment."""
        now = self._source.clock.now().monotonic_ns
        progress = self._standing.progress(phase, now)
        if progress != self._said:
            self._said = progress
            self._sink.say(progress)
        return now
