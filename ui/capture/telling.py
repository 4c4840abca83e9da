# SPDX-License-Identifier: MIT
"""Brings what the thread of a run tells to the window, the newest only, ten times a second at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.intake.progress import Progress

if TYPE_CHECKING:
    from app.model import Exhibit

EVERY_MS = 100


class Telling(QObject):
    """One run's words to the window. A new run has a new one, so that an old thread is not heard any more.

    Attributes:
        newest: what was told last; the window may not have shown it yet.
        exhibit: the run as it is in the vault now; ``None`` before the first frame.

    Signals:
        told: carries the Progress, in the window's thread.
    """

    told = Signal(object)
    _woken = Signal()

    def __init__(self, parent: QObject, exhibit: Exhibit | None) -> None:
        """Nothing is told yet; ``exhibit``: the run that goes on, if any."""
        super().__init__(parent)
        self.exhibit = exhibit
        self.newest = self._shown = Progress(frames=0 if exhibit is None else len(exhibit.frames))
        self._is_over = False
        self._hold = QTimer(self, interval=EVERY_MS, singleShot=True)
        self._hold.timeout.connect(self._on_woken)
        self._woken.connect(self._on_woken, Qt.ConnectionType.QueuedConnection)

    def say(self, progress: Progress) -> None:
        """Tell the window when it is ready; from any thread."""
        self.newest = progress
        self._woken.emit()
        self._forget_if_over()

    def note_stored(self, exhibit: Exhibit) -> None:
        """Remember the run as it is in the vault now; from any thread."""
        self.exhibit = exhibit
        self._forget_if_over()

    def end(self) -> None:
        """Tell nothing any more and hold no picture. The thread may still speak, so the object stays."""
        self.blockSignals(True)
        self._hold.stop()
        self._is_over = True
        self._forget_if_over()

    def _forget_if_over(self) -> None:
        """What a case is about is not held beyond the end of the run; from any thread."""
        if self._is_over:
            self.newest = self._shown = Progress()
            self.exhibit = None

    def _on_woken(self) -> None:
        if not self._hold.isActive() and self._shown is not self.newest:
            self._hold.start()
            self._shown = self.newest
            self.told.emit(self._shown)
