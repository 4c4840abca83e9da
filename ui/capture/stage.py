# SPDX-License-Identifier: MIT
"""Everything of ours that can be on the screen while pictures are taken, and how it goes from there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from ui.capture.bar import CaptureBar
from ui.capture.countdown import Countdown
from ui.capture.late import LatePictures
from ui.capture.monitors import places_windows_itself
from ui.capture.own_windows import close_others, drawn_places
from ui.capture.picking import AreaPicking, WindowPicking
from ui.capture.screen_frames import ScreenFrames
from ui.capture.taking import look, take, uncovered, when_clear

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from PySide6.QtGui import QScreen

    from app.capture.models import Backend, Frame
    from app.capture.settle import Trace
    from app.intake.acquire import Setting
    from app.model import Acquisition, Rect
    from ui.capture.taking import Aim
    from ui.context import Context

T = TypeVar("T")


class Stage(QObject):
    """Bar, countdown and pickers, and the jobs that need a screen without them.

    Signals:
        failed: such a job failed; carries the error. Nothing of ours is on the screen.
    """

    failed = Signal(object)

    def __init__(self, context: Context, ways: tuple[str, ...], parent: QObject) -> None:
        """Make everything, and show nothing; ``ways`` are the buttons of the bar."""
        super().__init__(parent)
        self._context = context
        self.bar = CaptureBar(context, context.settings.wait_seconds, ways)
        self.countdown = Countdown(context)
        self.window_picking = WindowPicking(context, self.bar, self)
        self.area_picking = AreaPicking(context, self)
        self.late = LatePictures(context, self)
        self.late.failed.connect(context.background.failed)
        self.screen_frames = ScreenFrames(context.theme)

    def put_away(self) -> None:
        """Take everything of ours off the screen."""
        self.window_picking.stop()
        self.area_picking.stop()
        self.screen_frames.hide()
        self.countdown.stop()
        self.bar.hide()

    def bar_screen(self) -> QScreen:
        """Return the screen that the bar stands on."""
        if places_windows_itself():
            return self.bar.screen()
        return QGuiApplication.screenAt(self.bar.geometry().center()) or QGuiApplication.primaryScreen()

    def count(self, way: str, seconds: int) -> None:
        """Show the countdown where the bar was."""
        self.put_away()
        self.countdown.place(self.bar_screen().availableGeometry())
        self.countdown.show()
        self.countdown.start(self._context.words(f"bar.what.{way}"), seconds)

    def take(
        self,
        aim: Aim,
        setting: Setting,
        stopped: threading.Event,
        then: Callable[[tuple[Acquisition, Frame]], object],
    ) -> None:
        """Take the picture once nothing of ours is on the screen, and nothing lies over the window."""
        scales = {one.name(): round(one.devicePixelRatio() * 1000) for one in QGuiApplication.screens()}
        job = partial(take, aim, setting, self._context.clock, scales)
        self.when_clear(stopped, partial(uncovered, aim, stopped, job), then)

    def bring_forward(self, aim: Aim, stopped: threading.Event, then: Callable[[Aim], object]) -> None:
        """Clear the screen of ours, and see that nothing lies over the window that is aimed at."""
        self.when_clear(stopped, partial(uncovered, aim, stopped, lambda _: aim), then)

    def when_clear(
        self, stopped: threading.Event, job: Callable[[Backend], T], then: Callable[[T], object]
    ) -> None:
        """Take our windows off the screen, wait until they are gone, and run the job.

        Args:
            stopped: set it to give up.
            job: runs in a worker.
            then: is given what the job made of it, in the GUI thread.
        """
        overlays = (*self.window_picking.overlays(), *self.screen_frames.frames)
        close_others({self.bar, self.countdown, *overlays, *self.area_picking.pickers})
        self._context.background.run(
            partial(look, self._context.make_backend, self._places()),
            owner=self,
            then=partial(self._on_looked, stopped, job, then),
            otherwise=partial(self._on_failed, stopped),
        )

    def _on_failed(self, stopped: threading.Event, error: BaseException) -> None:
        """Tell it, unless nobody waits for it any more; the desktop may answer all the same."""
        self.late.watch()
        if not stopped.is_set():
            self.failed.emit(error)

    def _on_looked(
        self,
        stopped: threading.Event,
        job: Callable[[Backend], T],
        then: Callable[[T], object],
        left: tuple[Trace, ...],
    ) -> None:
        self.put_away()
        self._context.background.run(
            partial(when_clear, self._context.make_backend, left, stopped, job),
            owner=self,
            then=then,
            otherwise=partial(self._on_failed, stopped),
        )

    def _places(self) -> list[Rect]:
        """Return the pixels where something of ours can be seen now."""
        panels = self.bar, self.countdown
        frames = self.window_picking.picker.frame, *self.screen_frames.frames
        return drawn_places(panels, frames) + self.area_picking.places()
