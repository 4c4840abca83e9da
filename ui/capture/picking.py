# SPDX-License-Identifier: MIT
"""Choosing a window or an area on however many screens there are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication

from ui.capture.area_picker import AreaPicker
from ui.capture.placing import native_of_screen
from ui.capture.taking import stills, windows_to_choose
from ui.capture.window_picker import WindowPicker
from ui.widgets.painting import image_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.capture.models import Backend, Frame, Window
    from app.model import Rect
    from ui.context import Context


class WindowPicking(QObject):
    """Reads which windows there are, again and again, while one is being chosen."""

    window_chosen = Signal(object)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, context: Context, keep_clear: Callable[[], QRect], parent: QObject) -> None:
        """Wait to be started; ``keep_clear`` says where the bar stands."""
        super().__init__(parent)
        self._context = context
        self._is_on = False
        self.picker = WindowPicker(context.theme, keep_clear)
        self.picker.window_chosen.connect(self.window_chosen)
        self.picker.stopped.connect(self.stopped)
        self.picker.list_wanted.connect(self._list)

    @property
    def is_on(self) -> bool:
        """Whether a window is being chosen."""
        return self._is_on

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
            otherwise=self.failed.emit,
        )

    def _on_listed(self, windows: tuple[Window, ...]) -> None:
        """Start choosing, or go on with the new list."""
        if not self._is_on:
            return
        if self.picker.isVisible():
            self.picker.offer(windows)
        else:
            self.picker.start(windows)


class AreaPicking(QObject):
    """Shows every screen still and hears from the one that is drawn on."""

    area_chosen = Signal(object)
    stopped = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._context = context
        self.pickers: list[AreaPicker] = []

    def job(self) -> Callable[[Backend], tuple[Frame, ...]]:
        """Return the job that takes a still of every screen as they stand now."""
        return partial(stills, [native_of_screen(screen) for screen in QGuiApplication.screens()])

    def start(self, frames: tuple[Frame, ...]) -> None:
        """Cover each screen with its still."""
        self.stop()
        for screen, frame in zip(QGuiApplication.screens(), frames, strict=False):
            picker = AreaPicker(self._context, screen, image_of(frame))
            picker.area_chosen.connect(self.area_chosen)
            picker.stopped.connect(self.stopped)
            picker.entered.connect(picker.listen)
            self.pickers.append(picker)
            picker.start()

    def places(self) -> list[Rect]:
        """Return the pixels that are covered now."""
        return [native_of_screen(picker.covered) for picker in self.pickers if picker.isVisible()]

    def stop(self) -> None:
        """Take the stills away."""
        for picker in self.pickers:
            picker.stop()
            picker.deleteLater()
        self.pickers.clear()
