# SPDX-License-Identifier: MIT
"""The staged conversation: bubbles under date rows, in a list that really scrolls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QVBoxLayout, QWidget

from ui.demo import paint
from ui.override import override

if TYPE_CHECKING:
    from datetime import date, datetime

    from ui.demo.script import Line, Script

DATE_ROW_PX = 44.0
GAP_PX = 10.0


@dataclass(frozen=True, slots=True)
class Row:
    """A date or a message, and where it stands in the list."""

    top: float
    height: float
    day: date | None = None
    line: Line | None = None


def rows_of(lines: tuple[Line, ...], family: str) -> tuple[Row, ...]:
    """Return date rows and messages from the top down, none over another."""
    rows: list[Row] = []
    top, day = GAP_PX, None
    for line in lines:
        if line.at.date() != day:
            day = line.at.date()
            rows.append(Row(top, DATE_ROW_PX, day=day))
            top += DATE_ROW_PX
        height = paint.bubble_size(line, paint.font(family, 16)).height() + paint.STAMP_PX + GAP_PX
        rows.append(Row(top, height, line=line))
        top += height
    return tuple(rows)


def draw_row(painter: QPainter, row: Row, offset: float, width: float, family: str) -> None:
    """One row stands at its place, moved up by ``offset``."""
    if row.line is not None:
        paint.draw_bubble(painter, row.line, row.top - offset, width, family)
    if row.day is not None:
        area = QRectF(0, row.top - offset, width, DATE_ROW_PX)
        middle = int(Qt.AlignmentFlag.AlignCenter.value)
        words = f"{row.day:%A} {row.day.day} {row.day:%B %Y}"
        paint.draw_text(painter, area, words, paint.font(family, 13), paint.GREY, middle)


class MessageList(QAbstractScrollArea):
    """The scrolled part between header and composer; it starts at the newest message."""

    def __init__(self, lines: tuple[Line, ...], family: str, parent: QWidget | None = None) -> None:
        """Lay the rows out once; their heights do not depend on the width."""
        super().__init__(parent)
        self.setObjectName("messages")
        self.setAccessibleName("Messages")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows = rows_of(lines, family)
        self._family = family
        self._has_started = False

    @property
    def height_px(self) -> int:
        """Height of all rows together."""
        last = self._rows[-1]
        return int(last.top + last.height + GAP_PX)

    def shown_from(self) -> datetime | None:
        """Return the time of the first message that is in view whole."""
        offset = self.verticalScrollBar().value()
        return next((row.line.at for row in self._rows if row.line and row.top >= offset), None)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The scroll bar spans what does not fit; the first time it goes to the end."""
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(40)
        bar.setRange(0, max(0, self.height_px - self.viewport().height()))
        if not self._has_started:
            bar.setValue(bar.maximum())
            self._has_started = True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows that are in view."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.viewport().rect())
        painter.fillRect(area, paint.WHITE)
        offset = float(self.verticalScrollBar().value())
        for row in self._rows:
            if row.top + row.height >= offset and row.top <= offset + area.height():
                draw_row(painter, row, offset, area.width(), self._family)
        painter.end()


class Band(QWidget):
    """A fixed strip drawn by a function: the header or the composer."""

    def __init__(self, height: float, name: str, family: str, parent: QWidget | None = None) -> None:
        """A header if it has a name to show, else the composer."""
        super().__init__(parent)
        self.setFixedHeight(int(height))
        self._name = name
        self._family = family

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the strip."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._name:
            paint.draw_header(painter, self.width(), self._name, self._family)
        else:
            paint.draw_composer(painter, QRectF(QPointF(0, 0), self.rect().size()), self._family)
        painter.end()


class ConversationView(QWidget):
    """The whole conversation window."""

    def __init__(self, script: Script, family: str, parent: QWidget | None = None) -> None:
        """Header, messages and composer stand from the top down."""
        super().__init__(parent)
        self.messages = MessageList(script.lines, family, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Band(paint.HEADER_PX, script.profile.display_name, family, self))
        column.addWidget(self.messages, 1)
        column.addWidget(Band(paint.COMPOSER_PX, "", family, self))

    def id_area(self) -> QRectF | None:
        """No identifier stands in a conversation."""
        return None

    def shown_from(self) -> datetime | None:
        """Return the time of the first message that is in view whole."""
        return self.messages.shown_from()
