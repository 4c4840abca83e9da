# SPDX-License-Identifier: MIT
"""Choosing a window or an area on however many screens there are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCursor, QGuiApplication

from ui.capture.area_picker import AreaPicker
from ui.capture.placing import native_of_screen
from ui.capture.taking import stills, windows_to_choose
from ui.capture.window_picker import WindowPicker

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.capture.models import Backend
    from app.capture.occlusion import Choice
    from app.model import Rect
    from ui.capture.bar import CaptureBar
    from ui.capture.remembered import Area
    from ui.capture.taking import Still
    from ui.context import Context

    Stills: TypeAlias = tuple[Still, ...]


class WindowPicking(QObject):
    """Reads which windows there are, again and again, while one is being chosen.

    Signals:
        window_chosen: carries the Window.
        framed: another window is framed, or none; with whether something stands over it.
        stopped: the person stopped choosing.
        failed: the windows cannot be read; carries the error.
    """

    window_chosen = Signal(object)
    framed = Signal(object, bool)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, context: Context, bar: CaptureBar, parent: QObject) -> None:
        """Wait to be started; the bar is never chosen and works as always."""
        super().__init__(parent)
        self._context = context
        self._is_on = False
        self.picker = WindowPicker(context.theme, bar)
        self.picker.window_chosen.connect(self.window_chosen)
        self.picker.framed.connect(self.framed)
        self.picker.stopped.connect(self.stopped)
        self.picker.list_wanted.connect(self._list)
        self.picker.key_unknown.connect(bar.press_choice)

    @property
    def is_on(self) -> bool:
        """Whether a window is being chosen."""
        return self._is_on

    def overlays(self) -> tuple[QWidget, ...]:
        """Return everything of it that can be on the screen."""
        return self.picker, self.picker.frame, self.picker.hatch

    def start(self) -> None:
        """Begin."""
        self._is_on = True
        self._list()

    def stop(self) -> None:
        """Stop and take the frame away."""
        self._is_on = False
        self.picker.stop()

    def _list(self) -> None:
        self._context.background.run(
            partial(windows_to_choose, self._context.make_backend),
            owner=self,
            then=self._on_listed,
            otherwise=self._on_failed,
        )

    def _on_listed(self, choices: tuple[Choice, ...]) -> None:
        """Start choosing, or go on with the new list."""
        if not self._is_on:
            return
        if self.picker.isVisible():
            self.picker.offer(choices)
        else:
            self.picker.start(choices)

    def _on_failed(self, error: BaseException) -> None:
        """Tell it, unless choosing was stopped meanwhile."""
        if self._is_on:
            self.failed.emit(error)


class AreaPicking(QObject):
    """Shows every screen still and hears from the one that is drawn on.

    Signals:
        area_chosen: carries the area and the pixels of its screen.
        stopped: the person stopped choosing.
    """

    area_chosen = Signal(object, object)
    stopped = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._context = context
        self.pickers: list[AreaPicker] = []

    def job(self) -> Callable[[Backend], Stills]:
        """Return the job that takes a still of every screen as they stand now."""
        return partial(stills, [(one.name(), native_of_screen(one)) for one in QGuiApplication.screens()])

    def start(self, taken: Stills, last: Area | None = None) -> None:
        """Cover each screen with its still; the area taken last is offered again."""
        self.stop()
        for screen, still in zip(QGuiApplication.screens(), taken, strict=False):
            picker = AreaPicker(self._context, screen, still, last)
            picker.area_chosen.connect(self.area_chosen)
            picker.again_asked.connect(partial(self._repeat, last, {one.rect for one in taken}))
            picker.stopped.connect(self.stopped)
            picker.entered.connect(picker.listen)
            self.pickers.append(picker)
            picker.start()
        under = (one for one in self.pickers if one.geometry().contains(QCursor.pos()))
        for picker in (*self.pickers[:1], *under):  # the one that was shown last has the keyboard now
            picker.listen()

    def places(self) -> list[Rect]:
        """Return the pixels that are covered now."""
        return [picker.native for picker in self.pickers if picker.isVisible()]

    def stop(self) -> None:
        """Take the stills away."""
        for picker in self.pickers:
            picker.stop()
            picker.deleteLater()
        self.pickers.clear()

    def _repeat(self, last: Area | None, screens: set[Rect]) -> None:
        """Take the area of last time, or say that its screen is not there."""
        if last is None:
            return
        if last.fits(screens):
            self.area_chosen.emit(last.rect, last.screen)
            return
        for picker in self.pickers:
            picker.say_gone()
