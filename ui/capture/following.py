# SPDX-License-Identifier: MIT
"""The work of a conversation run that needs no window: what goes on in threads of its own."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from app.capture.thumbnails import thumbnail
from app.intake.progress import Resumed, Sink, Source
from ui.background import Lane
from ui.capture.taking import target_of

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QObject

    from app.capture.models import Backend, Frame
    from app.intake.acquire import Setting
    from app.intake.progress import Control, Progress
    from app.model import Acquisition, Exhibit, ExhibitId, Original, PairRecord, Rect, RunRecord
    from ui.capture.taking import Aim
    from ui.context import Context

    Follow = Callable[..., RunRecord]

LOOK_EVERY_S = 0.15


@dataclass(frozen=True, slots=True)
class Work:
    """One run: everything its threads need.

    Attributes:
        owner: hears of nothing any more once it is gone.
        resume: the run to go on with, if any.
        stored: told each time a frame is safe, from the thread of the run.
        say: told how far it is, from the same thread.
    """

    context: Context
    owner: QObject
    aim: Aim
    setting: Setting
    scale_of: Mapping[str, int]
    control: Control
    stored: Callable[[Exhibit], object]
    say: Callable[[Progress], object]
    resume: Exhibit | None = None

    def run(self, follow: Follow) -> RunRecord:
        """Return the record of the run once it is finished.

        Raises:
            Cancelled, EvidenceError: as ``follow``.
        """
        with closing(self.context.make_backend()) as backend:
            target = target_of(self.aim, backend)
            source = Source(backend, target, self.setting, self.context.clock, self.scale_of)
            sink = Sink(self._store, self.say, self._keep)
            return follow(source, sink, self.control, resume=self._resumed())

    def _store(self, acquisition: Acquisition, frame: Frame) -> Exhibit:
        """Return the run once the frame is in the vault for good; its small picture follows.

        Raises:
            EvidenceError: it is not.
        """
        exhibit = self.context.session.run(
            lambda vault: vault.add_frame(acquisition), owner=self.owner, otherwise=nothing
        ).result()
        self.stored(exhibit)
        self.context.background.run(
            partial(thumbnail, frame),
            owner=self.owner,
            then=partial(self._put_thumbnail, exhibit.originals[-1].id),
        )
        return exhibit

    def _put_thumbnail(self, original_id: ExhibitId, jpeg: bytes) -> None:
        self.context.session.run(
            lambda vault: vault.put_thumbnail(original_id, jpeg), owner=self.owner, otherwise=nothing
        )

    def _keep(self, exhibit_id: ExhibitId, pair: PairRecord) -> None:
        """The pair is in the vault, behind what waits there; nobody waits for it."""
        self.context.session.run(
            lambda vault: vault.keep_judged(exhibit_id, pair), owner=self.owner, otherwise=nothing
        )

    def _resumed(self) -> Resumed | None:
        """Return what is known of the run to go on with."""
        return None if self.resume is None else resumed(self.context, self.owner, self.resume)


def resumed(context: Context, owner: QObject, exhibit: Exhibit) -> Resumed:
    """Return what is known of a run that was broken off; not for the vault's own thread.

    Raises:
        EvidenceError: it cannot be read.
    """
    session = context.session

    def png_of(original: Original) -> bytes:
        return session.run(lambda v: v.original(original.id), owner=owner, otherwise=nothing).result()

    judged = session.run(lambda v: v.judged(exhibit.id), owner=owner, otherwise=nothing).result()
    return Resumed(exhibit, judged, png_of)


def watch(
    make_backend: Callable[[], Backend],
    aim: Aim,
    stopped: threading.Event,
    told: Callable[[Rect | None], object],
) -> None:
    """Tell where a window stands, each time it has moved, until stopped; ``None``: not on the screen."""
    known: Rect | None = aim.rect
    with closing(make_backend()) as backend:
        while not stopped.wait(LOOK_EVERY_S):
            found = next((one for one in backend.stack() if one.id == aim.window_id), None)
            rect = None if found is None or found.is_minimised else found.rect
            if rect != known:
                told(rect)
            known = rect


def begin_watch(context: Context, owner: QObject, job: Callable[[], None]) -> None:
    """Watch in a thread of its own; a system that lists no windows is not watched."""
    context.background.run(job, owner=owner, otherwise=nothing, lane=Lane.CONVERSATION)


def real_follow(source: Source, sink: Sink, control: Control, *, resume: Resumed | None = None) -> RunRecord:
    """Return the record of a run of real frames.

    Raises:
        Cancelled, EvidenceError: as there.
    """
    from app.intake.conversation import follow  # noqa: PLC0415 - numpy, in the thread that needs it

    return follow(source, sink, control, resume=resume)


def nothing(_error: BaseException) -> None:
    """Whoever waits for the answer hears of it; or it was locked, and the run can be gone on with."""
