# SPDX-License-Identifier: MIT
"""All lines of what is looked at as dots on one band; where nothing is known the band is broken."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.timeline.spans import Scale, Span, silences, within
from ui.moments import hour, short_day
from ui.override import override
from ui.widgets.timeline_dot import DOT_PX, paint_dot

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from app.timeline import TimelineLine
    from ui.context import Context
    from ui.timeline_words import TimelineWords

SIDE_PX, AXIS_PX, HEIGHT_PX = 24, 56, 96
MOST_LEVELS = 3
TICKS = {Scale.HOUR: timedelta(minutes=15), Scale.DAY: timedelta(hours=6), Scale.WEEK: timedelta(days=1)}
MOST_TICKS = 8


class TimelineBand(QWidget):
    """Left and right go from dot to dot, a press goes to the nearest.

    Signals:
        line_chosen: carries the TimelineLine.
    """

    line_chosen = Signal(object)

    def __init__(self, context: Context, said: TimelineWords, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._context = context
        self._theme = context.theme
        self._said = said
        self._lines: tuple[TimelineLine, ...] = ()
        self._span: Span | None = None
        self._scale = Scale.ALL
        self._at = -1
        self.setObjectName("band")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(context.theme.text_px(HEIGHT_PX))

    @property
    def line(self) -> TimelineLine | None:
        """The dot that is chosen."""
        return self._lines[self._at] if 0 <= self._at < len(self._lines) else None

    def show_lines(self, lines: Sequence[TimelineLine], span: Span, scale: Scale) -> None:
        """Show these lines in this span; what was chosen stays chosen if it is among them."""
        chosen = self.line
        self._lines, self._span, self._scale = within(lines, span), span, scale
        self._at = self._lines.index(chosen) if chosen in self._lines else -1
        self.setAccessibleName(self._described())
        self.update()

    def choose(self, line: TimelineLine) -> None:
        """Mark a line; says nothing."""
        self._at = self._lines.index(line) if line in self._lines else -1
        self.update()

    def x_of(self, at: datetime) -> float:
        """Return where a moment stands, from the side where reading starts."""
        side = self._theme.text_px(SIDE_PX)
        if self._span is None:
            return side
        share = (at - self._span.start) / self._span.length
        x = side + min(1.0, max(0.0, share)) * (self.width() - 2 * side)
        return self.width() - x if self.isRightToLeft() else x

    @override
    def sizeHint(self) -> QSize:
        """A band."""
        return QSize(self._theme.text_px(480), self._theme.text_px(HEIGHT_PX))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from dot to dot."""
        back, forth = Qt.Key.Key_Left, Qt.Key.Key_Right
        if self.isRightToLeft():
            back, forth = forth, back
        last = len(self._lines) - 1
        steps = {
            back: max(0, self._at - 1),
            forth: min(last, self._at + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.key() in steps and self._lines:
            self._choose(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the nearest dot."""
        if self._lines:
            x = event.position().x()
            self._choose(min(range(len(self._lines)), key=lambda n: abs(self.x_of(self._lines[n].at) - x)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ticks, the band with its breaks, and the dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), 12, 12)
        if self._span is not None:
            self._paint_ticks(painter, self._span)
            self._paint_axis(painter, self._span)
            self._paint_dots(painter)
        painter.end()

    def _choose(self, at: int) -> None:
        self._at = at
        self.update()
        line = self.line
        if line is not None:
            self.setAccessibleName(f"{self._said.spoken(line)}. {self._described()}")
            self.line_chosen.emit(line)

    def _described(self) -> str:
        """Return how many there are, from when to when, and the longest silence."""
        if self._span is None or not self._lines:
            return self._context.words("when.band.none")
        first, last = self._lines[0], self._lines[-1]
        days = {"first": self._moment(first.at), "last": self._moment(last.at)}
        said = self._context.words("when.band", n=len(self._lines), **days)
        quiet = self._longest()
        if quiet is None:
            return said
        return f"{said} {self._context.words('when.band.silence', length=self._said.length(quiet.length))}"

    def _moment(self, at: datetime) -> str:
        local, language = self._said.local(at), self._context.settings.language
        return f"{short_day(local.date(), language)} {hour(local, language)}"

    def _longest(self) -> Span | None:
        found = silences(self._lines, self._span) if self._span else ()
        return max(found, key=lambda quiet: quiet.length, default=None)

    def _ticks(self, span: Span) -> list[datetime]:
        """Return moments that are written below the band."""
        step = TICKS.get(self._scale)
        if step is None:
            return [span.start, span.end - timedelta(seconds=1)]
        count = min(MOST_TICKS, span.length // step)
        return [span.start + n * step for n in range(count + 1)]

    def _paint_ticks(self, painter: QPainter, span: Span) -> None:
        language = self._context.settings.language
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.colour("muted"))
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # a day before its month
        line_px = self._theme.role("small").line_px
        free = 0.0
        for at in self._ticks(span):
            local = self._said.local(at)
            is_day = self._scale in {Scale.ALL, Scale.WEEK}
            words = short_day(local.date(), language) if is_day else hour(local, language)
            wide = painter.fontMetrics().horizontalAdvance(words)
            left = min(max(12.0, self.x_of(at) - wide / 2), self.width() - wide - 12.0)
            if self.isRightToLeft() or left >= free:
                box = QRect(round(left), self.height() - line_px - 4, wide + 4, line_px)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
                free = left + wide + 10

    def _paint_axis(self, painter: QPainter, span: Span) -> None:
        """Draw the band, broken where nothing is known, with the length of the longest break above it."""
        y = self._axis_y()
        quiet = silences(self._lines, span)
        solid = QPen(self._theme.colour("control"), 2)
        broken = QPen(self._theme.colour("control"), 2, Qt.PenStyle.DotLine)
        at = span.start
        for gap in quiet:
            self._stroke(painter, solid, at, gap.start, y)
            self._stroke(painter, broken, gap.start, gap.end, y)
            at = gap.end
        self._stroke(painter, solid, at, span.end, y)
        longest = self._longest()
        if longest is None:
            return
        words = self._context.words("when.band.quiet", length=self._said.length(longest.length))
        left, right = sorted((self.x_of(longest.start), self.x_of(longest.end)))
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.colour("muted"))
        if painter.fontMetrics().horizontalAdvance(words) + 16 <= right - left:
            line_px = self._theme.role("small").line_px
            box = QRectF(left, y - line_px - 4, right - left, line_px)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    def _stroke(self, painter: QPainter, pen: QPen, start: datetime, end: datetime, y: float) -> None:
        painter.setPen(pen)
        painter.drawLine(QPointF(self.x_of(start), y), QPointF(self.x_of(end), y))

    def _paint_dots(self, painter: QPainter) -> None:
        """Draw the dots; what lies close together is stacked."""
        step = self._theme.text_px(2 * DOT_PX) + 2
        last, level = float("-inf"), 0
        for n, line in enumerate(self._lines):
            x = self.x_of(line.at)
            level = (level + 1) % MOST_LEVELS if abs(x - last) < step else 0
            last = x
            middle = QPointF(x, self._axis_y() - level * step)
            paint_dot(painter, self._theme, line, middle)
            if n == self._at:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self._theme.colour("ink"), 2))
                painter.drawEllipse(middle, step * 0.8, step * 0.8)

    def _axis_y(self) -> float:
        return self._theme.text_px(AXIS_PX)
