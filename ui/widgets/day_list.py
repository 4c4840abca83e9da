# SPDX-License-Identifier: MIT
"""Rows under their days, as high as all of them, so that the page alone scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QWidget

from ui.legible import breakable
from ui.override import override
from ui.widgets.painting import paint_edge

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractListModel
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from ui.context import Context

RADIUS_PX, HEADING_PX, GAP_PX = 8, 52, 12
NARROW_BELOW = 700  # of list width over text scale: two lines a row instead of columns
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
AT_FOOT = int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading)


class DayList(QListView):
    """Arrows go through it. What a row leads to, and how high all of it is, its kind says."""

    def __init__(self, model: QAbstractListModel, name: str, parent: QWidget | None = None) -> None:
        """Show the model under this name."""
        super().__init__(parent)
        self.setObjectName("list")
        self.setAccessibleName(name)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        model.modelReset.connect(self._on_reset)

    def _on_reset(self) -> None:
        """Measure what is shown; what is not is measured when it is."""
        if self.isVisible():
            self._grow()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Measure what came meanwhile."""
        super().showEvent(event)
        self._grow()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew in another width."""
        super().resizeEvent(event)
        if self.isVisible() and event.size().width() != event.oldSize().width():
            self._grow()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Other letters take other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._grow()

    def _grow(self) -> None:
        """Lay the rows out anew; a kind that knows their heights is as high as all of them."""
        self.scheduleDelayedItemsLayout()


class DayDelegate(QStyledItemDelegate):
    """Draws words, days, and where pointer and keyboard are; what stands in a row, its kind says."""

    def __init__(self, context: Context, view: DayList) -> None:
        """Draw in this list."""
        super().__init__(view)
        self._theme = context.theme
        self._view = view
        self._metrics: dict[str, QFontMetrics] = {}

    @property
    def width_px(self) -> int:
        """How wide a row is."""
        return max(1, self._view.viewport().width())

    @property
    def is_narrow(self) -> bool:
        """Whether there is no room for columns."""
        return self._view.viewport().width() < self._theme.text_px(NARROW_BELOW)

    def _mirrored(self, area: QRect, place: QRect) -> QRect:
        """Return the place as it is, or from the other side where reading starts there."""
        if not self._view.isRightToLeft():
            return place
        left = area.left() + area.right() - place.right()
        return QRect(left, place.top(), place.width(), place.height())

    def _paint_day(self, painter: QPainter, area: QRect, day: str, side: int) -> None:
        """Draw the heading of a day at the foot of its row."""
        place = area.adjusted(side, 0, -side, -self._theme.gap_px(8))
        self._text(painter, "h3", "ink", place, day, AT_FOOT)

    def _paint_state(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        """Show where the pointer is, and which line has the focus."""
        if state & QStyle.StateFlag.State_MouseOver or state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("primary_soft"))
            painter.drawRoundedRect(area, RADIUS_PX, RADIUS_PX)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_edge(painter, area.toRectF(), self._theme.colour("focus"), RADIUS_PX, 3)

    def _text(
        self, painter: QPainter, role: str, token: str, place: QRect, words: str, flags: int = WRAP
    ) -> int:
        """Draw words; return how high they are."""
        if not words:
            return 0
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.colour(token))
        leading = int(Qt.AlignmentFlag.AlignLeading)
        if flags & leading and self._view.isRightToLeft():  # from the right, but as its own letters run
            flags = flags & ~leading | int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(place, flags, self._laid(words))
        return self._tall(role, place.width(), words)

    def _tall(self, role: str, width: int, words: str) -> int:
        """Return how high words are in this width."""
        if not words:
            return 0
        metrics = self._metrics_of(role)
        if "\n" not in words and metrics.horizontalAdvance(words) <= width:  # nothing to lay out
            return metrics.height()
        return metrics.boundingRect(QRect(0, 0, max(1, width), 100_000), WRAP, self._laid(words)).height()

    def _metrics_of(self, role: str) -> QFontMetrics:
        """Return the measures of a font, taken once."""
        if role not in self._metrics:
            self._metrics[role] = QFontMetrics(self._theme.font(role))
        return self._metrics[role]

    def _laid(self, words: str) -> str:
        """Return the words with places to break lines in long runs."""
        return breakable(words)
