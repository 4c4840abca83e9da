# SPDX-License-Identifier: MIT
"""Hide, Lock and the closing of the window: what is typed is saved, what was copied cleared, all locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

from ui.widgets.copied import clear_copied

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context
    from ui.main_window import MainWindow


class Leaving(QObject):
    """The ways out.

    Signals:
        began: every window is gone; another start may have the place of this one.
        left: everything is saved and locked; the process may end.
    """

    began = Signal()
    left = Signal()

    def __init__(self, context: Context, window: MainWindow) -> None:
        """Wait to be asked."""
        super().__init__(window)
        self._context = context
        self._session = context.session
        self._window = window
        self.is_leaving = False
        self._session.locking.connect(self._on_locking)
        self._session.locked.connect(self._on_locked)

    def turn_to(self, context: Context, window: MainWindow) -> None:
        """Lead out of this window from now on: it stands in place of the one before."""
        self._context, self._window = context, window
        self.setParent(window)

    def hide(self) -> None:
        """Take every window away at once, then save and lock, then end."""
        self._leave("hide")

    def close(self) -> None:
        """End as the window's own button asks: the same, without haste."""
        self._leave("quit")

    def lock(self, why: str = "lock") -> None:
        """Save, lock and show that it is locked."""
        self._session.lock(why)

    def lock_when_left_alone(self) -> None:
        """Lock because nobody was here; not while something is taken or made, or somebody is on the phone."""
        flow = self._window.flow
        is_taking = flow is not None and flow.is_on
        if not (is_taking or self._context.phone.is_on or _is_waited_for(self._window)):
            self.lock("idle")

    def _leave(self, why: str) -> None:
        if self.is_leaving:
            return
        self.is_leaving = True
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                window.hide()
        if self._window.flow is not None:
            self._window.flow.dismiss()
        self.began.emit()
        if self._session.is_busy:
            self._session.lock(why)
        else:
            clear_copied()
            self.left.emit()

    def _on_locking(self) -> None:
        clear_copied()

    def _on_locked(self, why: str) -> None:
        QPixmapCache.clear()
        if self.is_leaving:
            self.left.emit()
        else:
            self._window.show_locked(why)


def _is_waited_for(window: QWidget) -> bool:
    """Whether something that takes a while is going on, such as a package that is written."""
    from ui.widgets.progress import Progress  # noqa: PLC0415 - the first paint needs none (G7)

    return any(one.isVisible() for one in window.findChildren(Progress))
