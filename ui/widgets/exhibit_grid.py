# SPDX-License-Identifier: MIT
"""The grid of exhibits: a heading for each day, then cards with picture, number, time and one plain line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.model import Listed
from ui.models.exhibits import ExhibitsModel, Heading, Role
from ui.moments import heading_day, hour
from ui.override import override
from ui.run_words import badge, has_gap
from ui.widgets.exhibit_thumbnails import ExhibitThumbnails
from ui.widgets.painting import THUMBNAIL_RADIUS_PX, paint_edge

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from ui.context import Context

PICTURE_W_PX, PICTURE_H_PX = 230, 140
GUTTER_PX = 17
UNDER_PX = 10
TITLE_LINES = 2
ROW_GAP_PX = 18
HEADING_PX = 40
BATCH = 120
BY_KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}
Index = QModelIndex | QPersistentModelIndex


class ExhibitGrid(QListView):
    """Shows an ``ExhibitsModel``; only what is in view is drawn or asked for.

    Attributes:
        has_ring: the person came by keyboard, so the card with the focus shows it.

    Signals:
        exhibit_opened: carries the Listed.
    """

    exhibit_opened = Signal(object)

    def __init__(self, context: Context, model: ExhibitsModel, parent: QWidget | None = None) -> None:
        """Show the model."""
        super().__init__(parent)
        self._model = model
        self.has_ring = False
        self.setObjectName("grid")
        self.setAccessibleName(context.words("evidence.page.list"))
        self.setModel(model)
        self.delegate = ExhibitDelegate(context, self)
        self.setItemDelegate(self.delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(BATCH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(40)
        self.clicked.connect(self._on_chosen)
        self._least_px: int | None = None
        self.verticalScrollBar().rangeChanged.connect(self._on_range)

    def show_all(self, least_px: int | None) -> None:
        """Grow to what is in it, so that the page alone scrolls; ``None``: have a scroll bar of its own."""
        self._least_px = least_px
        if least_px is not None:
            self.setMinimumHeight(least_px)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the exhibit that has the focus."""
        self.has_ring = True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_chosen(self.currentIndex())
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring to whoever comes by keyboard."""
        self.has_ring = event.reason() in BY_KEYBOARD
        super().focusInEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A pointer needs no ring."""
        self.has_ring = False
        super().mousePressEvent(event)

    def _on_range(self, _least: int, most: int) -> None:
        """Add what the scroll bar would have to reach."""
        if self._least_px is not None and most > 0:
            self.setMinimumHeight(self.height() + most)

    def _on_chosen(self, index: QModelIndex) -> None:
        exhibit = self._model.exhibit_at(index)
        if exhibit is not None:
            self.exhibit_opened.emit(exhibit)


class ExhibitDelegate(QStyledItemDelegate):
    """Draws headings and cards."""

    def __init__(self, context: Context, grid: ExhibitGrid) -> None:
        """Measure once what all cards share."""
        super().__init__(grid)
        self._context = context
        self._theme = context.theme
        self._grid = grid
        self._thumbnails = ExhibitThumbnails(context, grid)
        self._language = context.settings.language
        theme = self._theme
        self._picture = QSize(theme.text_px(PICTURE_W_PX), theme.text_px(PICTURE_H_PX))
        lines_px = theme.role("strong").line_px + TITLE_LINES * theme.role("small").line_px
        height = self._picture.height() + UNDER_PX + lines_px + theme.gap_px(ROW_GAP_PX)
        self._card = QSize(self._picture.width() + GUTTER_PX, height)
        self.today: date | None = None

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A card has its size; a heading takes the whole width, so that a new day begins a new row."""
        if index.data(Role.HEADING) is None:
            return self._card
        return QSize(max(1, self._grid.viewport().width() - 1), self._theme.text_px(HEADING_PX))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a heading or a card."""
        painter.save()
        heading = index.data(Role.HEADING)
        area: QRect = option.rect
        if isinstance(heading, Heading):
            self._paint_heading(painter, area, heading)
        else:
            self._paint_card(painter, area, option, index)
        painter.restore()

    def day_words(self, day: date) -> str:
        """Return what stands over a day."""
        if day == self.today:
            return self._context.words("evidence.page.today")
        return heading_day(day, self._language)

    def _paint_heading(self, painter: QPainter, area: QRect, heading: Heading) -> None:
        """Day, and how many."""
        words = self._context.words
        count = "" if heading.count is None else words("evidence.page.count", n=heading.count)
        day = self.day_words(heading.day)
        line = area.adjusted(0, 0, 0, -self._theme.text_px(8))
        painter.setFont(self._theme.font("h3"))
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(line, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading, day)
        shift = painter.fontMetrics().horizontalAdvance(day) + self._theme.text_px(11)
        rest = line.adjusted(0, 0, -shift, 0) if self._grid.isRightToLeft() else line.adjusted(shift, 0, 0, 0)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.colour("muted"))
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # the number before its word
        painter.drawText(rest.adjusted(0, 0, 0, -1), int(self._side() | Qt.AlignmentFlag.AlignBottom), count)

    def _paint_card(self, painter: QPainter, area: QRect, option: QStyleOptionViewItem, index: Index) -> None:
        """Picture, number and time, one plain line."""
        exhibit = index.data(Role.EXHIBIT)
        if not isinstance(exhibit, Listed):
            return
        left = area.left() + (GUTTER_PX if self._grid.isRightToLeft() else 0)
        picture = QRect(left, area.top(), self._picture.width(), self._picture.height())
        self._thumbnails.paint(painter, picture, exhibit, index.data(Qt.ItemDataRole.DecorationRole))
        self._paint_badge(painter, picture, exhibit)
        self._paint_state(painter, picture, option.state)
        strong, small = self._theme.role("strong"), self._theme.role("small")
        line = QRect(left, picture.bottom() + UNDER_PX, picture.width(), strong.line_px)
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(self._theme.font("strong"))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, exhibit.ref)
        painter.setPen(self._theme.colour("muted"))
        painter.setFont(self._theme.font("small"))
        at = hour(exhibit.taken_at, self._language)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing, at)
        text = QRect(left, line.bottom() + 1, picture.width(), TITLE_LINES * small.line_px)
        flags = int(Qt.TextFlag.TextWordWrap | self._side() | Qt.AlignmentFlag.AlignTop)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # as its letters run
        painter.drawText(text, flags, title_of(exhibit))

    def _side(self) -> Qt.AlignmentFlag:
        """Return where lines begin, whichever way their own letters run."""
        side = Qt.AlignmentFlag.AlignRight if self._grid.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignAbsolute

    def _paint_badge(self, painter: QPainter, area: QRect, exhibit: Listed) -> None:
        """Of a conversation: how many pictures and gaps, at the foot of the first one."""
        said = badge(self._context.words, exhibit)
        if not said:
            return
        painter.setFont(self._theme.font("small_strong"))
        side, high = self._theme.text_px(8), self._theme.text_px(26)
        wide = min(painter.fontMetrics().horizontalAdvance(said) + 2 * side, area.width() - 2 * side)
        x = area.right() - side - wide + 1 if self._grid.isRightToLeft() else area.left() + side
        pill = QRectF(x, area.bottom() - side - high + 1, wide, high)
        ink, ground = ("attention", "attention_soft") if has_gap(exhibit) else ("ink", "surface")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.colour(ground))
        painter.setPen(QPen(self._theme.colour("attention_line" if has_gap(exhibit) else "control"), 1))
        painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), high / 2, high / 2)
        painter.setPen(self._theme.colour(ink))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, said)

    def _paint_state(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        """A ring for the keyboard, a darker edge under the pointer."""
        if self._grid.has_ring and state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 3))
            painter.drawRoundedRect(QRectF(area).adjusted(1.5, 1.5, -1.5, -1.5), 7, 7)
        elif state & QStyle.StateFlag.State_MouseOver:
            paint_edge(painter, QRectF(area), self._theme.colour("control"), THUMBNAIL_RADIUS_PX)


def title_of(exhibit: Listed) -> str:
    """Return the one plain line: what the person says it shows, or the window it is of."""
    return exhibit.facts.title or exhibit.facts.shows or exhibit.window_title or ""
