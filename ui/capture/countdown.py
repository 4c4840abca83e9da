# SPDX-License-Identifier: MIT
"""The few seconds before a picture: a ring with the seconds left, one sentence and Cancel."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.capture.floating import FloatingPanel
from ui.override import override
from ui.said_aloud import say_aloud
from ui.widgets.button import Button
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from ui.context import Context
    from ui.theme import Theme

WIDTH_PX, HEIGHT_PX = 640, 80
RING_PX = 54
RING_LINE_PX = 5
TURN_EVERY_MS = 50


class Countdown(FloatingPanel):
    """Counts down on top of everything, without taking the keyboard from the program behind it."""

    ran_out = Signal()
    cancelled = Signal()

    def __init__(self, context: Context) -> None:
        """Wait to be started."""
        super().__init__(context, WIDTH_PX, HEIGHT_PX)
        self._words = context.words
        self._what = ""
        self._left_s = 0
        self._whole_ms = 1
        self._clock = QElapsedTimer()
        self._turn = QTimer(self, interval=TURN_EVERY_MS)
        self._build()
        self._lay_out()
        self._turn.timeout.connect(self._on_turn)
        self.cancel_button.clicked.connect(self.cancel)

    def start(self, what: str, seconds: int) -> None:
        """Begin; ``what`` is what the picture will be of."""
        self._what, self._whole_ms = what, max(1, seconds * 1000)
        self._left_s = 0
        self._clock.start()
        self._turn.start()
        self._on_turn()
        say_aloud(self, self.sentence.accessibleName(), is_urgent=True)
        say_aloud(self, self.hint.accessibleName())

    def stop(self) -> None:
        """Stop without a picture and go away."""
        self._turn.stop()
        self.hide()

    def cancel(self) -> None:
        """Stop because the person said so."""
        self.stop()
        self.cancelled.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape cancels."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        self.setObjectName("countdown")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.ring = Ring(self._theme)
        self.sentence = Label("", "h3", wraps=False, parent=self)
        self.sentence.setObjectName("sentence")
        self.hint = Label(self._words("bar.count.hint"), "small", wraps=False, parent=self)
        self.hint.setObjectName("hint")
        self.cancel_button = Button(self._context, self._words("bar.cancel"), parent=self)
        self.cancel_button.setObjectName("cancel_button")

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addStretch()
        texts.addWidget(self.sentence)
        texts.addWidget(self.hint)
        texts.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(16)
        row.addWidget(self.ring)
        row.addLayout(texts, 1)
        row.addWidget(self.cancel_button)

    def _on_turn(self) -> None:
        """Turn the ring; say a new second; end at nothing."""
        left_ms = self._whole_ms - self._clock.elapsed()
        if left_ms <= 0:
            self._turn.stop()
            self.ran_out.emit()
            return
        left_s = ceil(left_ms / 1000)
        self.ring.show_left(left_ms / self._whole_ms, left_s)
        if left_s != self._left_s:
            self._left_s = left_s
            self.sentence.set_words(self._sentence())

    def _sentence(self) -> str:
        """Return the one sentence for the seconds that are left."""
        return self._words("bar.count", what=self._what, n=self._left_s)


class Ring(QWidget):
    """A ring that empties, with the seconds inside."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start full."""
        super().__init__(parent)
        self._theme = theme
        self._part = 1.0
        self._seconds = 0
        side = theme.text_px(RING_PX)
        self.setFixedSize(QSize(side, side))

    def show_left(self, part: float, seconds: int) -> None:
        """Show this part of the ring, from 0 to 1, and this number."""
        self._part, self._seconds = part, seconds
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track, arc and number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = RING_LINE_PX / 2
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        self._arc(painter, area, self._theme.colour("track"), 1.0)
        self._arc(painter, area, self._theme.colour("primary"), self._part)
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(self._theme.font("title"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._seconds))

    @staticmethod
    def _arc(painter: QPainter, area: QRectF, colour: QColor, part: float) -> None:
        """Draw a part of the circle from the top, clockwise. Qt counts sixteenths of a degree."""
        painter.setPen(QPen(colour, RING_LINE_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(area, 90 * 16, -round(360 * 16 * part))
