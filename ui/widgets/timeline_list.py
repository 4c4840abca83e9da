# SPDX-License-Identifier: MIT
"""The lines of the timeline under their days: only what is in view is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.timeline import LineKind, TimelineLine
from ui.legible import breakable
from ui.models.timeline import DayHeading, Index, LineRole, TimelineModel
from ui.override import override
from ui.widgets.painting import paint_edge
from ui.widgets.timeline_dot import paint_dot

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

    from ui.context import Context
    from ui.timeline_words import TimelineWords

TIME_PX, MARK_PX, HOW_PX, WHERE_PX = 132, 28, 112, 128
ROW_PAD_PX, SIDE_PX, HEADING_PX, RADIUS_PX = 10, 18, 52, 8
GAP_PX = 12
NARROW_BELOW = 700  # of list width over text scale: two lines a row instead of columns
Cells = tuple[QRect, QRect, QRect, QRect, QRect]
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)


class TimelineList(QListView):
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
        super().__init__(parent)
        self._model = model
        self.setObjectName("list")
        self.setAccessibleName(context.words("when.page.list"))
        self.setModel(model)
        self.delegate = LineDelegate(context, said, self)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        model.modelReset.connect(self._grow)

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
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Other letters take other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._grow()

    def _grow(self) -> None:
        """Be as high as everything in it."""
        self.delegate.forget()
        self.doItemsLayout()
        rows = range(self._model.rowCount())
        height = sum(self.delegate.height_of(self._model.index(row)) for row in rows)
        self.setFixedHeight(height + self.delegate.foot_px)


class LineDelegate(QStyledItemDelegate):
    """Draws days and lines: time, a mark on the thread, what happened, how it is known, where."""

    def __init__(self, context: Context, said: TimelineWords, view: TimelineList) -> None:
        """Measure once what all lines share."""
        super().__init__(view)
        self._theme = context.theme
        self._said = said
        self._view = view
        self._heights: dict[int, int] = {}

    def forget(self) -> None:
        """Measure anew."""
        self._heights.clear()

    @property
    def foot_px(self) -> int:
        """Room below the last line."""
        return self._theme.gap_px(ROW_PAD_PX)

    @property
    def is_narrow(self) -> bool:
        """Whether there is no room for columns."""
        return self._view.viewport().width() < self._theme.text_px(NARROW_BELOW)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list, as high as its words."""
        return QSize(max(1, self._view.viewport().width()), self.height_of(index))

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
            self._paint_day(painter, area, row)
        elif isinstance(row, TimelineLine):
            self._paint_state(painter, area, option.state)
            self._paint_line(painter, area, row)
        painter.restore()

    def _measured(self, row: object) -> int:
        if not isinstance(row, TimelineLine):
            return self._theme.text_px(HEADING_PX)
        width = max(1, self._view.viewport().width())
        time, _, what, how, where = self._cells(QRect(0, 0, width, 10_000))
        tall = [
            self._tall("body", what.width(), self._said.what(row)),
            self._tall("strong", time.width(), self._said.time(row))
            + self._tall("small", time.width(), self._said.utc(row)),
            self._tall("small", how.width(), self._said.mark(row)),
            self._tall("small_strong", where.width(), self._said.where(row)),
        ]
        used = tall[0] + max(tall[1:]) + self._theme.gap_px(4) if self.is_narrow else max(tall)
        return used + 2 * self._theme.gap_px(ROW_PAD_PX)

    def _tall(self, role: str, width: int, words: str) -> int:
        """Return how high words are in this width."""
        if not words:
            return 0
        metrics = QFontMetrics(self._theme.font(role))
        return metrics.boundingRect(QRect(0, 0, max(1, width), 100_000), WRAP, breakable(words)).height()

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
        return self._mirrored(area, places)

    def _stacked(self, area: QRect, top: int, height: int, mark: int) -> Cells:
        """Return the places in a narrow list: the words, and the rest below them."""
        left = area.left() + mark
        width = area.width() - mark - self._theme.gap_px(ROW_PAD_PX)
        third = width // 3
        return self._mirrored(
            area,
            [
                QRect(left, top, third, height),
                QRect(area.left(), top, mark, height),
                QRect(left, top, width, height),
                QRect(left + third, top, third, height),
                QRect(left + 2 * third, top, third, height),
            ],
        )

    def _mirrored(self, area: QRect, places: list[QRect]) -> Cells:
        """Return the places as they are, or from the other side where reading starts there."""
        if self._view.isRightToLeft():
            places = [
                QRect(area.left() + area.right() - place.right(), place.top(), place.width(), place.height())
                for place in places
            ]
        time, mark, words, how, where = places
        return time, mark, words, how, where

    def _paint_day(self, painter: QPainter, area: QRect, row: DayHeading) -> None:
        side = self._theme.gap_px(SIDE_PX)
        line = area.adjusted(side, 0, -side, 0)
        line = line.adjusted(0, 0, 0, -self._theme.gap_px(8))
        flags = int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading)
        self._text(painter, "h3", "ink", line, self._said.day(row.day), flags)

    def _paint_state(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        """Show where the pointer is, and which line has the focus."""
        if state & QStyle.StateFlag.State_MouseOver or state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("primary_soft"))
            painter.drawRoundedRect(area, RADIUS_PX, RADIUS_PX)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_edge(painter, area.toRectF(), self._theme.colour("focus"), RADIUS_PX, 3)

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

    def _text(
        self,
        painter: QPainter,
        role: str,
        token: str,
        place: QRect,
        words: str,
        flags: int = WRAP,
    ) -> int:
        """Draw words; return how high they are."""
        if not words:
            return 0
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.colour(token))
        painter.drawText(place, flags, breakable(words))
        return self._tall(role, place.width(), words)
