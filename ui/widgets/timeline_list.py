# SPDX-License-Identifier: MIT
"""The lines of the timeline under their days: only what is in view is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen

from app.timeline import LineKind, TimelineLine
from ui.models.timeline import DayHeading, Index, LineRole, TimelineModel
from ui.override import override
from ui.widgets.day_list import GAP_PX, HEADING_PX, DayDelegate, DayList
from ui.widgets.timeline_dot import paint_dot

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from ui.context import Context
    from ui.timeline_words import TimelineWords

TIME_PX, MARK_PX, HOW_PX, WHERE_PX = 132, 28, 112, 128
ROW_PAD_PX, SIDE_PX = 10, 18
Cells = tuple[QRect, QRect, QRect, QRect, QRect]


class TimelineList(DayList):
    """As high as all its lines, so that the page alone scrolls; arrows go through it, Enter opens.

    Signals:
        line_chosen: carries the TimelineLine that was pressed, or opened by Enter.
        picture_chosen: its picture was pressed; carries the same.
        line_reached: another row has the focus.
    """

    line_chosen = Signal(object)
    picture_chosen = Signal(object)
    line_reached = Signal()

    def __init__(
        self, context: Context, said: TimelineWords, model: TimelineModel, parent: QWidget | None = None
    ) -> None:
        """Show the model."""
        super().__init__(model, context.words("when.page.list"), parent)
        self._model = model
        self.delegate = LineDelegate(context, said, self)
        self.setItemDelegate(self.delegate)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def choose(self, line: TimelineLine) -> None:
        """Go to a line as the keyboard would."""
        index = self._model.index_of(line)
        if index.isValid():
            self.setCurrentIndex(index)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell the page where the keyboard is; it scrolls there."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.line_reached.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the line that has the focus."""
        line = self._model.line_at(self.currentIndex())
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and line is not None:
            self.line_chosen.emit(line)
            return
        super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was pressed: the picture where it stands, the line elsewhere."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        line = self._model.line_at(index)
        if line is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        where = self.delegate.where_rect(self.visualRect(index))
        is_on_picture = bool(line.exhibits) and where.contains(event.position().toPoint())
        (self.picture_chosen if is_on_picture else self.line_chosen).emit(line)

    @override
    def _grow(self) -> None:
        """Be as high as everything in it."""
        self.delegate.forget()
        self.doItemsLayout()
        rows = range(self._model.rowCount())
        height = sum(self.delegate.height_of(self._model.index(row)) for row in rows)
        self.setFixedHeight(height + self.delegate.foot_px)


class LineDelegate(DayDelegate):
    """Draws days and lines: time, a mark on the thread, what happened, how it is known, where."""

    def __init__(self, context: Context, said: TimelineWords, view: TimelineList) -> None:
        """Measure once what all lines share."""
        super().__init__(context, view)
        self._said = said
        self._heights: dict[int, int] = {}

    def forget(self) -> None:
        """Measure anew."""
        self._heights.clear()

    @property
    def foot_px(self) -> int:
        """Room below the last line."""
        return self._theme.gap_px(ROW_PAD_PX)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list, as high as its words."""
        return QSize(self.width_px, self.height_of(index))

    def height_of(self, index: Index) -> int:
        """Return the height of a row."""
        row = index.row()
        if row not in self._heights:
            self._heights[row] = self._measured(index.data(LineRole.ROW))
        return self._heights[row]

    def where_rect(self, area: QRect) -> QRect:
        """Return where the pictures of a line stand in its row."""
        _, _, _, _, where = self._cells(area)
        return where

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a day or a line."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row, area = index.data(LineRole.ROW), option.rect
        if isinstance(row, DayHeading):
            self._paint_day(painter, area, self._said.day(row.day), self._theme.gap_px(SIDE_PX))
        elif isinstance(row, TimelineLine):
            self._paint_state(painter, area, option.state)
            self._paint_line(painter, area, row)
        painter.restore()

    def _measured(self, row: object) -> int:
        if not isinstance(row, TimelineLine):
            return self._theme.text_px(HEADING_PX)
        time, _, what, how, where = self._cells(QRect(0, 0, self.width_px, 10_000))
        tall = [
            self._tall("body", what.width(), self._said.what(row)),
            self._tall("strong", time.width(), self._said.time(row))
            + self._tall("small", time.width(), self._said.utc(row)),
            self._tall("small", how.width(), self._said.mark(row)),
            self._tall("small_strong", where.width(), self._said.where(row)),
        ]
        used = tall[0] + max(tall[1:]) + self._theme.gap_px(4) if self.is_narrow else max(tall)
        return used + 2 * self._theme.gap_px(ROW_PAD_PX)

    def _cells(self, area: QRect) -> Cells:
        """Return where time, mark, words, how and where stand, from the side where reading starts."""
        px, pad = self._theme.text_px, self._theme.gap_px(ROW_PAD_PX)
        gap, top, bottom = self._theme.gap_px(GAP_PX), area.top() + pad, area.bottom() - pad
        height, mark = bottom - top, px(MARK_PX)
        if self.is_narrow:
            return self._stacked(area, top, height, mark)
        time, how, where = px(TIME_PX), px(HOW_PX), px(WHERE_PX)
        side = self._theme.gap_px(SIDE_PX)
        words = max(px(120), area.width() - time - mark - how - where - 3 * gap - 2 * side)
        places, x = [], area.left() + side
        for width, after in ((time, 0), (mark, gap // 2), (words, gap), (how, gap), (where, 0)):
            places.append(QRect(x, top, width, height))
            x += width + after
        return self._placed(area, places)

    def _stacked(self, area: QRect, top: int, height: int, mark: int) -> Cells:
        """Return the places in a narrow list: the words, and the rest below them."""
        left = area.left() + mark
        width = area.width() - mark - self._theme.gap_px(ROW_PAD_PX)
        third = width // 3
        return self._placed(
            area,
            [
                QRect(left, top, third, height),
                QRect(area.left(), top, mark, height),
                QRect(left, top, width, height),
                QRect(left + third, top, third, height),
                QRect(left + 2 * third, top, third, height),
            ],
        )

    def _placed(self, area: QRect, places: list[QRect]) -> Cells:
        """Return the places, from the other side where reading starts there."""
        time, mark, words, how, where = (self._mirrored(area, place) for place in places)
        return time, mark, words, how, where

    def _paint_line(self, painter: QPainter, area: QRect, line: TimelineLine) -> None:
        time, mark, words, how, where = self._cells(area)
        if self.is_narrow:
            below = self._tall("body", words.width(), self._said.what(line)) + self._theme.gap_px(4)
            time, how, where = (place.adjusted(0, below, 0, 0) for place in (time, how, where))
        tint = "attention" if line.kind is LineKind.DEADLINE else "ink"
        used = self._text(painter, "strong", tint, time, self._said.time(line))
        self._text(painter, "small", "muted", time.adjusted(0, used, 0, 0), self._said.utc(line))
        self._text(painter, "body", "ink", words, self._said.what(line))
        self._text(painter, "small", "muted", how, self._said.mark(line))
        if line.exhibits:
            self._text(painter, "small_strong", "primary", where, self._said.where(line))
        else:
            self._text(painter, "small", "muted", where, self._said.where(line))
        self._paint_mark(painter, area.toRectF(), mark, line)

    def _paint_mark(self, painter: QPainter, area: QRectF, place: QRect, line: TimelineLine) -> None:
        """Draw the thread, and on it a full dot for what is seen, a ring for what is remembered."""
        middle = QPointF(place.center().x(), place.top() + self._theme.role("strong").line_px / 2)
        painter.setPen(QPen(self._theme.colour("line"), 2))
        painter.drawLine(QPointF(middle.x(), area.top()), QPointF(middle.x(), area.bottom()))
        paint_dot(painter, self._theme, line, middle)
