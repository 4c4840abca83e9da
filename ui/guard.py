# SPDX-License-Identifier: MIT
"""Watches the keys for the way out (Esc three times), and the time since anybody was here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from ui.override import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.clock import Clock

ESC_TIMES, ESC_WITHIN_MS = 3, 1_500  # Source: look.md, section 2
LOST_AFTER_MS = (
    40  # a press this long after another is a new one, even if its release went to another program
)
REPEAT_WITHIN_MS = 2  # X11 lets a held key go and presses it again at once, and Qt does not always say so
LOOK_EVERY_MS = 5_000
MINUTE_NS = 60 * 1_000_000_000
KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease})
TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Guard(QObject):
    """Sees every event of the application and swallows none.

    Signals:
        hide_asked: Esc three times within a second and a half.
        left_alone: nobody touched anything for the time given; sleep of the computer counts.
    """

    hide_asked = Signal()
    left_alone = Signal()

    def __init__(self, app: QApplication, clock: Clock, idle_minutes: int) -> None:
        """Start watching."""
        super().__init__(app)
        self._clock = clock
        self.set_idle(idle_minutes)
        self._is_touched = True
        self._touched_ns = 0
        self._is_esc_up = True
        self._esc_at_ms = self._esc_let_go_ms = 0
        self._escs: list[int] = []
        app.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def set_idle(self, minutes: int) -> None:
        """Being left alone is noticed after so long from now on; a minute at least."""
        self._idle_ns = max(1, minutes) * MINUTE_NS

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note keys and touches."""
        kind = event.type()
        if kind in TOUCHES:
            self._is_touched = True
        if kind in KEYS and isinstance(event, QKeyEvent):
            self._note_key(event)
        return False

    def look(self) -> None:
        """Say so if nobody has been here for too long; the timer asks every few seconds."""
        now_ns = self._clock.now().monotonic_ns
        if self._is_touched:
            self._is_touched = False
            self._touched_ns = now_ns
        elif now_ns - self._touched_ns >= self._idle_ns:
            self._touched_ns = now_ns
            self.left_alone.emit()

    def _note_key(self, event: QKeyEvent) -> None:
        """Count Esc; one press reaches several objects, so it counts once until it is let go."""
        if event.key() != Qt.Key.Key_Escape or event.isAutoRepeat():
            return
        if event.type() == QEvent.Type.KeyRelease:
            self._is_esc_up, self._esc_let_go_ms = True, event.timestamp()
            return
        at_ms = event.timestamp()
        is_held = at_ms > 0 and 0 <= at_ms - self._esc_let_go_ms <= REPEAT_WITHIN_MS
        is_new = not is_held and (self._is_esc_up or at_ms - self._esc_at_ms >= LOST_AFTER_MS)
        self._is_esc_up, self._esc_at_ms = False, at_ms
        if is_new:
            self._count_esc()

    def _count_esc(self) -> None:
        now_ms = self._clock.now().monotonic_ns // 1_000_000
        self._escs = [at for at in self._escs if now_ms - at < ESC_WITHIN_MS] + [now_ms]
        if len(self._escs) >= ESC_TIMES:
            self._escs.clear()
            self.hide_asked.emit()
