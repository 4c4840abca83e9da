# SPDX-License-Identifier: MIT
"""Waiting for a job that cannot say how far it is: a bar that follows the time such a job takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QTimer

from ui.widgets.progress import Progress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context

STEP_MS = 100
MOST = 0.95  # the rest belongs to the end itself


class Estimate(Progress):
    """Deriving a key is one indivisible piece of work of known length; it cannot be cancelled half way."""

    def __init__(
        self, context: Context, *, words_key: str, expected_ms: int, parent: QWidget | None = None
    ) -> None:
        """Show nothing yet; ``expected_ms`` is how long the job takes as a rule."""
        super().__init__(context, words_key=words_key, can_cancel=False, parent=parent)
        self._expected_ms = expected_ms
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._on_time)

    @property
    def is_running(self) -> bool:
        """Whether it has begun and not ended."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Show an empty bar, and let it move."""
        super().begin()
        self._since.start()
        self._timer.start()

    def end(self) -> None:
        """Show nothing."""
        self._timer.stop()
        super().end()

    def _on_time(self) -> None:
        """Come close to the end, and never quite there before it is."""
        spent = self._since.elapsed() / self._expected_ms
        self.moved.emit(MOST * (1 - 1 / (1 + 2 * spent + 4 * spent * spent)))
