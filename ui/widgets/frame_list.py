# SPDX-License-Identifier: MIT
"""The pictures of a conversation in a row: arrows go from one to the next, a dashed line stands at a gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.model import DerivativeRecord
from ui.models.frames import FrameRole, FramesModel
from ui.override import override
from ui.widgets.painting import THUMBNAIL_RADIUS_PX, paint_edge, paint_picture, top_cut

if TYPE_CHECKING:
    from ui.context import Context

Index = QModelIndex | QPersistentModelIndex
PICTURE_W_PX, PICTURE_H_PX = 104, 72
GUTTER_PX, UNDER_PX, SCROLL_PX = 14, 4, 16
MARK_PX, MARK_ICON_PX = 26, 18


class FrameList(QListView):
    """Left and right go through the pictures of a run.

    Signals:
        part_chosen: carries the Original, or the DerivativeRecord of the long picture.
    """

    part_chosen = Signal(object)

    def __init__(self, context: Context, model: FramesModel, parent: QWidget | None = None) -> None:
        """Show the model."""
        super().__init__(parent)
        self._model = model
        self.setObjectName("frame_list")
        self.setAccessibleName(context.words("conversation.run.list"))
        self.setModel(model)
        self.delegate = FrameDelegate(context, self)
        self.setItemDelegate(self.delegate)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setUniformItemSizes(True)
        self.setFixedHeight(self.delegate.card.height() + SCROLL_PX)
        self.selectionModel().currentChanged.connect(self._on_current)

    def choose(self, index: QModelIndex) -> None:
        """Choose a picture as if it had been pressed."""
        self.setCurrentIndex(index)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is chosen in sight."""
        super().resizeEvent(event)
        self._show_current()

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        part = self._model.part_at(index)
        if part is not None:
            self._show_current()
            self.part_chosen.emit(part)

    def _show_current(self) -> None:
        """Scroll to what is chosen; to the very beginning where the long picture stands just before it."""
        index = self.currentIndex()
        if index.row() <= self._model.first_frame().row():
            self.scrollTo(self._model.index(0))
        self.scrollTo(index)


class FrameDelegate(QStyledItemDelegate):
    """Draws one picture with its number."""

    def __init__(self, context: Context, frames: FrameList) -> None:
        """Measure once what all share."""
        super().__init__(frames)
        self._context = context
        self._theme = context.theme
        self._frames = frames
        theme = context.theme
        self._picture = QSize(theme.control_px(PICTURE_W_PX), theme.control_px(PICTURE_H_PX))
        line_px = theme.role("small").line_px
        self.card = QSize(self._picture.width() + GUTTER_PX, self._picture.height() + UNDER_PX + line_px)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All are of one size."""
        return self.card

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the picture, its number, the ring of the chosen one, and the gap after it."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        is_rtl = self._frames.isRightToLeft()
        left = area.left() + (GUTTER_PX if is_rtl else 0)
        picture = QRect(left, area.top(), self._picture.width(), self._picture.height())
        self._paint_picture(painter, picture, index)
        if index.data(FrameRole.IS_MARKED):
            self._paint_mark(painter, picture)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            token, width_px = ("focus", 3) if has_focus else ("primary", 2)
            paint_edge(painter, QRectF(picture), self._theme.colour(token), THUMBNAIL_RADIUS_PX, width_px)
        if index.data(FrameRole.IS_BEFORE_GAP):
            middle = area.left() + GUTTER_PX / 2 if is_rtl else area.right() - GUTTER_PX / 2 + 1
            painter.setPen(QPen(self._theme.colour("attention"), 2.5, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(middle, area.top()), QPointF(middle, area.bottom()))
        line = QRect(left, picture.bottom() + UNDER_PX, picture.width(), area.bottom() - picture.bottom())
        painter.setPen(self._theme.colour("ink" if is_chosen else "muted"))
        painter.setFont(self._theme.font("small_strong" if is_chosen else "small"))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()

    def _paint_mark(self, painter: QPainter, area: QRect) -> None:
        """A disc in the corner where reading ends: parts of it are covered."""
        side, icon_px = self._theme.text_px(MARK_PX), self._theme.text_px(MARK_ICON_PX)
        left = area.left() + 4 if self._frames.isRightToLeft() else area.right() - side - 3
        disc = QRectF(left, area.bottom() - side - 3, side, side)
        painter.setPen(QPen(self._theme.colour("surface"), 2))
        painter.setBrush(self._theme.colour("ink"))
        painter.drawEllipse(disc)
        ratio = self._frames.devicePixelRatioF()
        icon = self._context.icons.pixmap("cover", "surface", icon_px, ratio=ratio)
        inset = (side - icon_px) / 2
        painter.drawPixmap(QPointF(disc.x() + inset, disc.y() + inset), icon)

    def _paint_picture(self, painter: QPainter, area: QRect, index: Index) -> None:
        thumbnail = index.data(Qt.ItemDataRole.DecorationRole)
        edge = self._theme.colour("line")
        if isinstance(thumbnail, QPixmap):
            cut = top_cut(thumbnail, area.width(), area.height())
            paint_picture(painter, QRectF(area), cut, edge, THUMBNAIL_RADIUS_PX)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("sunken"))
        painter.drawRoundedRect(QRectF(area), THUMBNAIL_RADIUS_PX, THUMBNAIL_RADIUS_PX)
        paint_edge(painter, QRectF(area), edge, THUMBNAIL_RADIUS_PX)
        is_joined = isinstance(index.data(FrameRole.PART), DerivativeRecord)
        side, ratio = self._theme.text_px(24), self._frames.devicePixelRatioF()
        icon = self._context.icons.pixmap("conversation" if is_joined else "hide", "muted", side, ratio=ratio)
        at = QRectF(area).center()
        painter.drawPixmap(QPointF(at.x() - side / 2, at.y() - side / 2), icon)
