# SPDX-License-Identifier: MIT
"""Taking a picture from the press of a button to the stored exhibit.

Nothing of ours is on the screen when the pixels are taken; the picture is stored before anything is asked.
"""

from __future__ import annotations

import threading
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.errors import Cancelled
from app.model import Under18
from ui.capture.bar import CaptureBar
from ui.capture.countdown import Countdown
from ui.capture.own_windows import close_others, drawn_places
from ui.capture.picking import AreaPicking, WindowPicking
from ui.capture.placing import native_of_screen
from ui.capture.setting import Subject, setting_of
from ui.capture.taking import Aim, look, take, when_clear
from ui.capture.thumbnailing import make_thumbnail

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

    from app.capture.models import Backend, Frame, Window
    from app.capture.settle import Trace
    from app.model import Acquisition, CaseFacts, Entry, Exhibit, Rect
    from ui.context import Context

T = TypeVar("T")


class State(Enum):
    """How far it is."""

    AWAY = auto()
    ASKING = auto()
    READY = auto()
    PICKING = auto()
    COUNTING = auto()
    TAKING = auto()
    STORING = auto()


class CaptureFlow(QObject):
    """Steps the main window aside, shows the bar, takes and stores one picture at a time.

    Signals:
        exhibit_added: the picture is stored; carries the Exhibit. The main window is back.
        words_only: someone is, or may be, under 18: the bar was not opened.
        hide_asked: Hide was pressed in the bar.
        failed: no picture was stored; carries the error. The bar is back.
        ended: the person is done, or it was stopped; the main window is back.
    """

    exhibit_added = Signal(object)
    words_only = Signal()
    hide_asked = Signal()
    failed = Signal(object)
    ended = Signal()

    def __init__(self, context: Context, window: QWidget, parent: QObject | None = None) -> None:
        """Wait for ``start``; ``window`` is what steps aside."""
        super().__init__(parent)
        self._context = context
        self._window = window
        self._state = State.AWAY
        self._facts: CaseFacts | None = None
        self._subject = Subject()
        self._stopped = threading.Event()
        self.bar = CaptureBar(context, context.settings.wait_seconds)
        self.countdown = Countdown(context)
        self.window_picking = WindowPicking(context, self.bar.geometry, self)
        self.area_picking = AreaPicking(context, self)
        self._aim: Aim | None = None
        self._saved = ""
        self._connect()

    @property
    def state(self) -> State:
        """How far it is."""
        return self._state

    @property
    def is_on(self) -> bool:
        """Whether the main window has stepped aside."""
        return self._state is not State.AWAY

    def start(self, subject: Subject | None = None) -> None:
        """Ask the case whether pictures are allowed, and show the bar if so; once is enough."""
        if self.is_on:
            return
        self._state = State.ASKING
        self._subject = subject or Subject()
        self._stopped = threading.Event()
        self._context.session.run(
            lambda vault: vault.case(), owner=self, then=self._on_case, otherwise=self._on_refused
        )

    def stop(self) -> None:
        """Put everything away; what is being taken is dropped, what is being stored is stored."""
        if not self.is_on:
            return
        self.dismiss()
        self._window.show()
        self.ended.emit()

    def dismiss(self) -> None:
        """Put everything away for Hide or Lock: the main window stays where it is."""
        self._stopped.set()
        self._put_away()
        self._saved = ""
        self._state = State.AWAY

    def _connect(self) -> None:
        self.bar.way_chosen.connect(self._on_way)
        self.bar.done_asked.connect(self.stop)
        self.bar.hide_asked.connect(self.hide_asked)
        self.bar.stopped.connect(self._on_stopped)
        self.countdown.ran_out.connect(self._take)
        self.countdown.cancelled.connect(self._ready)
        self.window_picking.window_chosen.connect(self._on_window_chosen)
        self.window_picking.stopped.connect(self._on_stopped)
        self.window_picking.failed.connect(self._on_failed)
        self.area_picking.area_chosen.connect(self._on_area_chosen)
        self.area_picking.stopped.connect(self._on_stopped)

    def _on_case(self, entry: Entry[CaseFacts]) -> None:
        """Open the bar, or lead to the words page. Source: evidence.md, section 6."""
        if self._state is not State.ASKING:
            return
        if entry.fact.under_18 is not Under18.NO:
            self._state = State.AWAY
            self.words_only.emit()
            return
        self._facts = entry.fact
        screen = self._window.screen() or QGuiApplication.primaryScreen()
        self._window.hide()
        self.bar.place(screen.availableGeometry())
        self._ready()

    def _on_refused(self, error: BaseException) -> None:
        """Stay in the main window."""
        self._state = State.AWAY
        self.failed.emit(error)

    def _ready(self) -> None:
        """Show the bar and wait for a press."""
        self._state = State.READY
        self.bar.show_chosen(None)
        self.bar.say(self._saved, is_good=True)
        self.bar.show()
        self.bar.raise_()

    def _on_way(self, way: str) -> None:
        """Begin to take the screen, a window or an area; pressed again it stops choosing."""
        if self._state not in {State.READY, State.PICKING}:
            return
        self._saved = ""  # what was said of the last picture is not true of the next
        was_window = self.window_picking.is_on
        self.window_picking.stop()
        if was_window and way == "window":
            self._ready()
            return
        self.bar.show_chosen(way)
        {"screen": self._on_screen, "window": self._pick_window, "area": self._pick_area}[way]()

    def _on_screen(self) -> None:
        """Take the screen that the bar stands on."""
        self._set_aim(Aim("screen", native_of_screen(self._bar_screen())))

    def _pick_window(self) -> None:
        """Let a window be chosen."""
        self._state = State.PICKING
        self.window_picking.start()

    def _on_window_chosen(self, window: Window) -> None:
        self._set_aim(Aim("window", window.rect, window.id))

    def _pick_area(self) -> None:
        """Show every screen as a still picture and let an area be drawn on it."""
        self._state = State.PICKING
        self._when_clear(self.area_picking.job(), self._on_stills)

    def _on_stills(self, frames: tuple[Frame, ...]) -> None:
        if self._state is State.PICKING:
            self.area_picking.start(frames)

    def _on_area_chosen(self, rect: Rect) -> None:
        self._set_aim(Aim("area", rect))

    def _on_stopped(self) -> None:
        """Escape: stop choosing, keep the bar."""
        if self._state is State.PICKING:
            self.window_picking.stop()
            self.area_picking.stop()
            self._ready()

    def _set_aim(self, aim: Aim) -> None:
        """Take it now, or after the wait."""
        self._aim = aim
        if not self.bar.wait_s:
            self._take()
            return
        self._state = State.COUNTING
        self._put_away()
        self.countdown.place(self._bar_screen().availableGeometry())
        self.countdown.show()
        self.countdown.start(self._context.words(f"bar.what.{aim.way}"), self.bar.wait_s)

    def _take(self) -> None:
        """Clear the screen and take the picture."""
        if self._aim is None or self._facts is None or self._state is State.TAKING:
            return
        self._state = State.TAKING
        setting = setting_of(self._context, self._facts, self._subject)
        scales = {one.name(): round(one.devicePixelRatio() * 1000) for one in QGuiApplication.screens()}
        self._when_clear(partial(take, self._aim, setting, self._context.clock, scales), self._on_taken)

    def _when_clear(self, job: Callable[[Backend], T], then: Callable[[T], object]) -> None:
        """Take our windows off the screen, wait until they are gone, and run the job."""
        picker = self.window_picking.picker
        close_others({self.bar, self.countdown, picker, picker.frame, *self.area_picking.pickers})
        self._context.background.run(
            partial(look, self._context.make_backend, self._places()),
            owner=self,
            then=partial(self._on_looked, job, then),
            otherwise=self._on_failed,
        )

    def _on_looked(
        self, job: Callable[[Backend], T], then: Callable[[T], object], left: tuple[Trace, ...]
    ) -> None:
        self._put_away()
        self._context.background.run(
            partial(when_clear, self._context.make_backend, left, self._stopped, job),
            owner=self,
            then=then,
            otherwise=self._on_failed,
        )

    def _on_taken(self, taken: tuple[Acquisition, Frame]) -> None:
        """Store it first; everything else comes after."""
        if self._state is not State.TAKING:
            return
        self._state = State.STORING
        acquisition, frame = taken
        self._context.session.run(
            lambda vault: vault.add_exhibit(acquisition),
            owner=self,
            then=partial(self._on_stored, frame),
            otherwise=self._on_failed,
        )

    def _on_stored(self, frame: Frame, exhibit: Exhibit) -> None:
        """Bring the main window back and say so; the thumbnail follows."""
        was_on = self.is_on
        self._state = State.AWAY
        make_thumbnail(self._context, self, exhibit, frame)
        self._context.session.exhibit_added.emit(exhibit)
        if not was_on:  # Hide was pressed meanwhile
            return
        self._saved = self._context.words("bar.taken", ref=exhibit.ref)
        self._window.show()
        self.exhibit_added.emit(exhibit)

    def _on_failed(self, error: BaseException) -> None:
        """Back to the bar with words for what happened; being stopped needs none."""
        if not self.is_on:
            return
        self._put_away()
        self._ready()
        if not isinstance(error, Cancelled):
            self.failed.emit(error)

    def _put_away(self) -> None:
        """Take everything of ours off the screen."""
        self.window_picking.stop()
        self.area_picking.stop()
        self.countdown.stop()
        self.bar.hide()

    def _bar_screen(self) -> QScreen:
        """Return the screen that the bar stands on."""
        return QGuiApplication.screenAt(self.bar.geometry().center()) or QGuiApplication.primaryScreen()

    def _places(self) -> list[Rect]:
        """Return the pixels where something of ours can be seen now."""
        panels, frame = (self.bar, self.countdown), self.window_picking.picker.frame
        return drawn_places(panels, frame, self._bar_screen()) + self.area_picking.places()
