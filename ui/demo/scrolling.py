# SPDX-License-Identifier: MIT
"""The staged conversation scrolls back to its first message by itself, at a pace that a person would keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollBar

STEP_PERMILLE = 550  # of what is in view: nearly half of each view is seen again in the next
EVERY_MS = 600


class ScrollBack(QObject):
    """Moves a scroll bar up, step by step.

    Signals:
        ended: it stands at the top, and has stood there as long as at each step.
    """

    ended = Signal()

    def __init__(self, bar: QScrollBar, parent: QObject | None = None) -> None:
        """Wait to be started."""
        super().__init__(parent)
        self._bar = bar
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._on_turn)

    def start(self) -> None:
        """Begin with a wait, so that the view that stands there is seen first."""
        self._timer.start()

    def _on_turn(self) -> None:
        if self._bar.value() == self._bar.minimum():
            self._timer.stop()
            self.ended.emit()
            return
        self._bar.setValue(self._bar.value() - self._bar.pageStep() * STEP_PERMILLE // 1000)
