# SPDX-License-Identifier: MIT
"""Pictures that the desktop gives after nobody waits for them any more: looked for until none can come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.capture import portal_late

if TYPE_CHECKING:
    from ui.context import Context

LOOK_EVERY_MS = 1000


class LatePictures(QObject):
    """Deletes them within a second.

    Signals:
        failed: one could not be deleted; carries the error.
    """

    failed = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        """Wait for ``watch``."""
        super().__init__(parent)
        self._context = context
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_on(self) -> bool:
        """Whether one may still come."""
        return self._timer.isActive()

    def watch(self) -> None:
        """Look now, and go on while one may still come."""
        self._timer.start()
        self._look()

    def _look(self) -> None:
        self._context.background.run(
            portal_late.sweep, owner=self, then=self._on_looked, otherwise=self.failed.emit
        )

    def _on_looked(self, may_come: bool) -> None:  # noqa: FBT001 - what a worker hands over
        if not may_come:
            self._timer.stop()
