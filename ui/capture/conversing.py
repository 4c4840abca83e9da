# SPDX-License-Identifier: MIT
"""A conversation from the first look to the stored run, as the person sees it.

Every frame is in the vault before the panel counts it. What is stored stays stored, however it ends.
"""

from __future__ import annotations

import threading
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from app.errors import Cancelled
from app.intake.progress import Control, Phase, Progress
from ui.background import Lane
from ui.capture.following import Work, begin_watch, nothing, real_follow, watch
from ui.capture.joining import Joining, real_join
from ui.capture.setting import Subject, setting_of
from ui.capture.standing import Standing
from ui.capture.strip_states import GapHeadings, Press, StripState, before, ending, going_on, no_room
from ui.capture.telling import Telling

if TYPE_CHECKING:
    from app.model import CaseFacts, Exhibit, Rect, RunRecord
    from ui.capture.following import Follow
    from ui.capture.joining import Join
    from ui.capture.taking import Aim
    from ui.context import Context

SKIP_AFTER_MS = 600  # the second press of a double click on Done is not meant for what stands there then


class Stage(Enum):
    """How far it is."""

    AWAY = auto()
    BEFORE = auto()
    ON = auto()
    ENDING = auto()
    JOINING = auto()


class Conversing(QObject):
    """Shows the panel, runs the loop beside it, and keeps what came of it.

    Signals:
        ended: it is over; carries the Exhibit, or ``None`` if nothing was taken.
        failed: it could not go on; carries the error. Nothing of ours is on the screen any more.
        hide_asked: Hide was pressed in the panel.
    """

    ended = Signal(object)
    failed = Signal(object)
    hide_asked = Signal()
    _moved = Signal(object, object)

    def __init__(
        self,
        context: Context,
        parent: QObject | None = None,
        *,
        follow: Follow | None = None,
        join: Join | None = None,
    ) -> None:
        """Wait for ``start``; ``follow`` and ``join`` are the real ones unless given."""
        super().__init__(parent)
        self._context = context
        self._words = context.words
        self._follow = follow or real_follow
        self.standing = Standing(context, self)
        self.joining = Joining(context, self, join or real_join(context))
        self._stage = Stage.AWAY
        self._aim: Aim | None = None
        self._work: Work | None = None
        self._telling: Telling | None = None
        self._record: RunRecord | None = None
        self._progress = Progress()
        self._headings = GapHeadings()
        self._is_paused = self._has_room = False
        self._gone = threading.Event()
        self._since_record = QElapsedTimer()
        self._connect()

    @property
    def is_on(self) -> bool:
        """Whether a conversation is being taken, or put in order."""
        return self._stage is not Stage.AWAY

    @property
    def _exhibit(self) -> Exhibit | None:
        return None if self._telling is None else self._telling.exhibit

    @property
    def stage(self) -> Stage:
        """How far it is."""
        return self._stage

    def start(self, aim: Aim, facts: CaseFacts, subject: Subject) -> None:
        """Show the panel beside it; looking begins when the person says so."""
        if self.is_on:
            return
        self._stage = Stage.BEFORE
        self._aim, self._record = aim, None
        self._telling = Telling(self, subject.resumes)
        self._telling.told.connect(self._on_told)
        self._progress, self._headings = self._telling.newest, GapHeadings()
        self._is_paused, self._has_room = False, True
        self._gone = threading.Event()
        self._work = self._new_work(self._telling, aim, facts, subject)
        self.standing.show_frames(None)
        if aim.window_id:
            told = partial(self._moved.emit, self._gone)
            begin_watch(
                self._context, self, partial(watch, self._context.make_backend, aim, self._gone, told)
            )
        self._on_moved(self._gone, aim.rect)

    def stop(self) -> None:
        """End it as Done does: what was begun is judged, the record is kept, ``ended`` follows."""
        if self._stage is Stage.BEFORE:
            self._end(None)
        elif self._stage is Stage.ON and self._work is not None:
            self._stage = Stage.ENDING
            control = self._work.control
            control.finish.set()
            control.paused.clear()
            control.wake()
            self._show()

    def dismiss(self) -> None:
        """End it at once for Hide or Lock: nothing is on the screen; what is stored can be gone on with."""
        if not self.is_on:
            return
        stage, record, exhibit = self._stage, self._record, self._exhibit
        self._put_away()
        if stage is Stage.JOINING and record and exhibit and not self.joining.is_keeping:
            self._context.session.run(
                lambda vault: vault.finish_run(exhibit.id, record), owner=self, otherwise=nothing
            )

    def _connect(self) -> None:
        self._moved.connect(self._on_moved, Qt.ConnectionType.QueuedConnection)
        self.standing.pressed.connect(self._on_pressed)
        self.standing.hide_asked.connect(self.hide_asked)
        self.joining.moved.connect(self._show)
        self.joining.done.connect(self._end)
        self.joining.failed.connect(self._on_broken)
        self._context.session.locking.connect(self.dismiss)
        QGuiApplication.primaryScreen().virtualGeometryChanged.connect(self._show)

    def _new_work(self, telling: Telling, aim: Aim, facts: CaseFacts, subject: Subject) -> Work:
        """Return the work of this run, which tells this object how it goes."""
        scales = {one.name(): round(one.devicePixelRatio() * 1000) for one in QGuiApplication.screens()}
        return Work(
            self._context,
            self,
            aim,
            setting_of(self._context, facts, subject),
            scales,
            Control(),
            telling.note_stored,
            telling.say,
            subject.resumes,
        )

    def _on_pressed(self, press: Press) -> None:
        if press is Press.BEGIN:
            self._begin()
        elif press in {Press.PAUSE, Press.RESUME}:
            self._is_paused = press is Press.PAUSE
            self._hold_or_go_on()
        elif press is Press.SKIP:
            if self._since_record.hasExpired(SKIP_AFTER_MS):
                self.joining.skip()
        else:
            self.stop()

    def _begin(self) -> None:
        """Let the loop run in its own thread."""
        if self._stage is not Stage.BEFORE or self._work is None:
            return
        self._stage = Stage.ON
        self._show()
        control = self._work.control
        self._context.background.run(
            partial(self._work.run, self._follow),
            owner=self,
            then=partial(self._on_record, control),
            otherwise=partial(self._on_follow_failed, control),
            lane=Lane.CONVERSATION,
        )

    def _hold_or_go_on(self) -> None:
        """Nothing is looked at while the person paused it, or while the panel would be in the picture."""
        if self._work is None or self._stage is not Stage.ON:
            return
        paused = self._work.control.paused
        is_held = self._is_paused or not self._has_room
        if is_held != paused.is_set():
            paused.set() if is_held else paused.clear()
            self._work.control.wake()

    def _on_told(self, progress: Progress) -> None:
        """Show how far it is."""
        if self._stage is Stage.ON:
            self._progress = self._headings.steady(progress)
            self.standing.show_frames(self._progress)
            self._show()

    def _on_moved(self, watched: threading.Event, rect: Rect | None) -> None:
        """Go along with the window."""
        if watched is self._gone and self.is_on and self._stage is not Stage.JOINING:
            self.standing.follow(rect)
            self._show()

    def _show(self, *_: object) -> None:
        """Show this moment beside what is taken; hold the run where there is no room for that."""
        if not self.is_on:
            return
        self._has_room = self.standing.show_state(self._state())
        if self._has_room and self._stage in {Stage.BEFORE, Stage.ON}:
            self.standing.show_frame()
        self._hold_or_go_on()
        if not self._has_room:
            self._show_over()

    def _show_over(self) -> None:
        """Say that there is no room, as soon as nothing is being taken."""
        if self._stage is Stage.ON and self._progress.phase is not Phase.PAUSED:
            return
        is_over = self._stage in {Stage.ENDING, Stage.JOINING}
        way = "" if self._aim is None else self._aim.way
        self.standing.show_over(
            self._state() if is_over else no_room(self._words, way, self._progress.frames)
        )

    def _state(self) -> StripState:
        if self._stage is Stage.BEFORE:
            return before(self._words, self._progress.frames)
        if self._stage is Stage.ON:
            return going_on(self._words, self._progress)
        return ending(self._words, self._record, self.joining.percent)

    def _on_record(self, control: Control, record: RunRecord) -> None:
        """The frames are judged: make one picture of them, and keep the record."""
        exhibit = self._exhibit
        if self._work is None or control is not self._work.control or exhibit is None:
            return
        self._gone.set()
        self._stage, self._record = Stage.JOINING, record
        self._since_record.start()
        self.standing.frame.hide()
        self.joining.start(exhibit, record)
        self._show()

    def _on_follow_failed(self, control: Control, error: BaseException) -> None:
        if self._work is not None and control is self._work.control:
            self._on_broken(error)

    def _on_broken(self, error: BaseException) -> None:
        """Give up; what was stored is safe, and shown where evidence is shown."""
        exhibit = self._exhibit
        self._put_away()
        if exhibit is not None:
            self._context.session.exhibit_added.emit(exhibit)
        if isinstance(error, Cancelled):
            self.ended.emit(None)
        else:
            self.failed.emit(error)

    def _end(self, exhibit: Exhibit | None) -> None:
        """It is over."""
        self._put_away()
        if exhibit is not None:
            self._context.session.exhibit_added.emit(exhibit)
        self.ended.emit(exhibit)

    def _put_away(self) -> None:
        """Stop everything, and take it off the screen."""
        self._stage = Stage.AWAY
        self._gone.set()
        if self._work is not None:
            self._work.control.stop.set()
            self._work.control.wake()
        self.joining.skip(for_good=True)
        if self._telling is not None:
            self._telling.end()
        self._work = self._telling = self._record = None
        self._progress, self._headings = Progress(), GapHeadings()  # small pictures were in it
        self.standing.put_away()
