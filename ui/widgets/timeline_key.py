# SPDX-License-Identifier: MIT
"""What the two marks of the timeline mean, drawn as they stand there."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.model import Certainty
from app.timeline import LineKind, TimelineLine
from ui.override import override
from ui.widgets.label import Label
from ui.widgets.timeline_dot import paint_dot

if TYPE_CHECKING:
    from ui.context import Context

SIDE_PX = 18
NEVER = datetime(2000, 1, 1, tzinfo=UTC)  # of a mark that stands for no line


class TimelineKey(QWidget):
    """A full dot and a ring, each with its sentence."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Show both."""
        super().__init__(parent)
        gap = context.theme.gap_px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap(8))
        self.sentences: list[Label] = []
        for certainty in Certainty:
            sentence = Label(context.words(f"when.key.{certainty.value}"), "small", parent=self)
            row.addWidget(_Mark(context, certainty, self))
            row.addWidget(sentence, 1)
            self.sentences.append(sentence)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


class _Mark(QWidget):
    """One mark."""

    def __init__(self, context: Context, certainty: Certainty, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = context.theme
        self._line = TimelineLine(NEVER, LineKind.EVENT, certainty, "event")
        side = context.theme.text_px(SIDE_PX)
        self.setFixedSize(QSize(side, side))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_dot(painter, self._theme, self._line, QPointF(self.width() / 2, self.height() / 2))
        painter.end()
