# SPDX-License-Identifier: MIT
"""On the phone: for an hour nobody's absence locks the case. Hide, suspend and session lock do as ever."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from datetime import datetime

    from app.clock import Clock
    from ui.session import Session

AN_HOUR_MS = 60 * 60 * 1_000  # Source: look.md, section 2


class Phone(QObject):
    """Begins when it is asked for; an hour, the person or a lock ends it.

    Attributes:
        until: when it ends by itself, in UTC; ``None`` when it is not on.

    Signals:
        changed: it began or ended.
    """

    changed = Signal()

    def __init__(self, clock: Clock, session: Session) -> None:
        """Be off."""
        super().__init__(session)
        self._clock = clock
        self._ends_ns = 0
        self.until: datetime | None = None
        self._timer = QTimer(self, interval=AN_HOUR_MS, singleShot=True)
        self._timer.timeout.connect(self.end)
        session.locking.connect(self.end)

    @property
    def is_on(self) -> bool:
        """Whether it is on; a computer that slept meanwhile does not make the hour longer."""
        return self.until is not None and self._clock.now().monotonic_ns < self._ends_ns

    def begin(self) -> None:
        """It is on for an hour from now."""
        now = self._clock.now()
        self._ends_ns = now.monotonic_ns + AN_HOUR_MS * 1_000_000
        self.until = now.utc + timedelta(milliseconds=AN_HOUR_MS)
        self._timer.start()
        self.changed.emit()

    def end(self) -> None:
        """It is off."""
        self._timer.stop()
        if self.until is not None:
            self.until = None
            self.changed.emit()
