# SPDX-License-Identifier: MIT
"""Leaves every window of ours out of recordings as it appears, while the person wants that.

Not what floats over other programs while pictures are taken: whether that has gone from the screen is told by
its pixels (app/capture/settle.py), and they would never have been there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.override import override

if TYPE_CHECKING:
    from app.unrecorded import Shield


class Unrecorded(QObject):
    """Covers windows, dialogs, lists and panels; without a shield of the system it does nothing."""

    def __init__(self, app: QApplication, shield: Shield | None) -> None:
        """Cover nothing yet."""
        super().__init__(app)
        self._app = app
        self._shield = shield
        self._is_on = False

    def obey(self, is_on: bool) -> None:  # noqa: FBT001 - one plain switch
        """Cover what is shown and what will be, or uncover it."""
        if self._shield is None or is_on == self._is_on:
            return
        self._is_on = is_on
        if is_on:
            self._app.installEventFilter(self)
        else:
            self._app.removeEventFilter(self)
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                self._cover(window)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover a window when it is shown."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self._cover(watched)
        return False

    def _cover(self, window: QWidget) -> None:
        floats = bool(window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint)
        if self._shield is not None and not floats:
            self._shield.cover(int(window.winId()), is_on=self._is_on)
