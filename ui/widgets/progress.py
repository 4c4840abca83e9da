# SPDX-License-Identifier: MIT
"""Waiting: a bar with a figure and Cancel; and the quiet bar that only shows how far one has come."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from ui.override import override
from ui.said_aloud import say_aloud
from ui.widgets.button import Button
from ui.widgets.label import Label

if TYPE_CHECKING:
    from ui.context import Context


class Bar(QProgressBar):
    """A bar that is full to a share of it, in one piece or in equal parts; Qt tells others its value."""

    def __init__(
        self,
        context: Context,
        *,
        colour: str = "good",
        parts: int = 1,
        height_px: int = 8,
        width_px: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show an empty bar; ``width_px`` fixes its width."""
        super().__init__(parent)
        self._theme = context.theme
        self._colour = colour
        self._parts = parts
        self._share = 0.0
        self.setRange(0, 100)
        self.setValue(0)
        self.setTextVisible(False)
        self.setFixedHeight(height_px)
        if width_px is not None:
            self.setFixedWidth(width_px)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def share(self) -> float:
        """How full it is, 0.0 to 1.0."""
        return self._share

    def set_share(self, share: float, colour: str | None = None) -> None:
        """Fill it to a share, 0.0 to 1.0."""
        self._share = min(1.0, max(0.0, share))
        self._colour = colour or self._colour
        self.setValue(round(self._share * 100))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint each part: its track, and what is full of it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        gap = 4.0
        width = (self.width() - gap * (self._parts - 1)) / self._parts
        radius = self.height() / 2
        for index in range(self._parts):
            full = min(1.0, max(0.0, self._share * self._parts - index))
            x = index * (width + gap)
            painter.setBrush(self._theme.colour("track"))
            painter.drawRoundedRect(QRectF(x, 0, width, self.height()), radius, radius)
            if full > 0:
                painter.setBrush(self._theme.colour(self._colour))
                painter.drawRoundedRect(
                    QRectF(x, 0, max(width * full, self.height()), self.height()), radius, radius
                )
        painter.end()


class Progress(QWidget):
    """A long job: a sentence with a figure, the bar, and Cancel. Hidden until ``begin``.

    Attributes:
        cancelled: hand it to the job; set when Cancel is pressed.

    Signals:
        moved: the job's ``progress`` callback emits it from any thread, with 0.0 to 1.0.
        cancel_pressed: the job was told to stop.
    """

    moved = Signal(float)
    cancel_pressed = Signal()

    def __init__(
        self, context: Context, *, words_key: str, can_cancel: bool = True, parent: QWidget | None = None
    ) -> None:
        """Show nothing yet; the sentence of ``words_key`` has the field ``n``, a percentage."""
        super().__init__(parent)
        self._context = context
        self._words_key = words_key
        self.cancelled = threading.Event()
        self.words = Label("", parent=self)
        self.words.setObjectName("words")
        self.bar = Bar(context, colour="primary", parent=self)
        self.bar.setObjectName("bar")
        self.cancel = Button(context, context.words("window.cancel"), "quiet", parent=self)
        self.cancel.setObjectName("cancel")
        self.cancel.setVisible(can_cancel)
        line = QHBoxLayout()
        line.addWidget(self.bar, 1)
        line.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.gap_px(6))
        column.addWidget(self.words)
        column.addLayout(line)
        self.moved.connect(self._on_moved, Qt.ConnectionType.QueuedConnection)
        self.cancel.clicked.connect(self._on_cancel)
        self.hide()

    def begin(self) -> None:
        """Show an empty bar for a new job, with a fresh ``cancelled``."""
        self.cancelled = threading.Event()
        self.cancel.setEnabled(True)
        self._on_moved(0.0)
        self.show()
        say_aloud(self, self.words.accessibleName())

    def end(self) -> None:
        """Show nothing."""
        self.hide()

    def _on_moved(self, share: float) -> None:
        self.bar.set_share(share)
        self.words.set_words(self._context.words(self._words_key, n=round(share * 100)))
        self.bar.setAccessibleName(self.words.accessibleName())

    def _on_cancel(self) -> None:
        self.cancelled.set()
        self.cancel.setEnabled(False)
        self.cancel_pressed.emit()
