# SPDX-License-Identifier: MIT
"""A run that takes what a test tells it to take, in the thread where the real one would look."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.errors import Cancelled, EvidenceError
from app.intake.progress import Phase, Progress
from tests.fakes.backend import drawn
from tests.fakes.runs import RUN, frame, pair, record_of
from tests.ui.filling import picture, png

if TYPE_CHECKING:
    from app.intake.progress import Control, Resumed, Sink, Source
    from app.model import Acquisition, Exhibit, RunRecord

LIMIT_S = 20.0


def real_frame(n: int, run_id: str = RUN) -> Acquisition:
    """Return a frame whose bytes are a picture."""
    return frame(n, run_id, data=png(picture(320, 200 + n)))


@dataclass
class FakeFollow:
    """Stores so many frames, tells each, then waits to be finished or stopped.

    Attributes:
        frames: how many.
        then: what is told after the last.
        fails: raised after the last.
        gap_after: of the record.
    """

    frames: int = 3
    then: Progress | None = None
    fails: EvidenceError | None = None
    gap_after: int | None = None
    sources: list[Source] = field(default_factory=list)
    resumed: list[Resumed | None] = field(default_factory=list)
    was_paused: threading.Event = field(default_factory=threading.Event)
    ended: threading.Event = field(default_factory=threading.Event)

    def __call__(
        self, source: Source, sink: Sink, control: Control, *, resume: Resumed | None = None
    ) -> RunRecord:
        """Do as the real one does."""
        self.sources.append(source)
        self.resumed.append(resume)
        try:
            exhibit = self._take(sink, resume)
            if self.fails is not None:
                raise self.fails
            self._wait(sink, control)
            if control.stop.is_set() or exhibit is None:
                raise Cancelled
            before = () if resume is None else (len(resume.exhibit.frames) + 1,)
            return record_of(exhibit, gap_after=self.gap_after, segments=(1, *before))
        finally:
            self.ended.set()

    def _take(self, sink: Sink, resume: Resumed | None) -> Exhibit | None:
        exhibit = None if resume is None else resume.exhibit
        start = 0 if exhibit is None else len(exhibit.frames)
        run_id = RUN if exhibit is None else exhibit.record.run_id or RUN
        for n in range(start + 1, start + self.frames + 1):
            exhibit = sink.store(real_frame(n, run_id), drawn(32, 20, seed=n))
            if n > 1:
                sink.keep(exhibit.id, pair(n - 1, n))
            sink.say(Progress(frames=n))
        if self.then is not None:
            sink.say(replace(self.then, frames=start + self.frames))
        return exhibit

    def _wait(self, sink: Sink, control: Control) -> None:
        was_paused = False
        while not (control.finish.is_set() or control.stop.is_set()):
            control.wait(LIMIT_S)
            if control.paused.is_set() != was_paused:
                was_paused = not was_paused
                sink.say(Progress(Phase.PAUSED if was_paused else Phase.WATCHING, self.frames))
                self.was_paused.set()
