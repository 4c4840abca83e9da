# SPDX-License-Identifier: MIT
"""What was found, a row an exhibit: small picture, number, and the line with the found words marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.legible import breakable
from ui.models.finds import FIND, Find
from ui.moments import hour, short_day
from ui.override import override
from ui.widgets.exhibit_grid import BY_KEYBOARD, title_of
from ui.widgets.exhibit_thumbnails import ExhibitThumbnails
from ui.widgets.found_line import FoundLine, foot_of, shown_line
from ui.widgets.painting import THUMBNAIL_RADIUS_PX, paint_edge

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from ui.context import Context
    from ui.models.finds import FindsModel

PICTURE_W_PX, PICTURE_H_PX = 168, 104  # Source: mock/08b-evidence-search.png
NARROW_PICTURE_W_PX, NARROW_PICTURE_H_PX = 96, 60
NARROW_BELOW_PX = 560
BESIDE_PX, BETWEEN_PX, LINE_GAP_PX = 20, 33, 4
SIDE_PX = 8  # for the ring
Index = QModelIndex | QPersistentModelIndex


class FindList(QListView):
    """As high as what is in it: the page scrolls, and follows the row that has the focus.

    Signals:
        find_opened: carries the Find.
    """

    find_opened = Signal(object)

    def __init__(self, context: Context, model: FindsModel, parent: QWidget | None = None) -> None:
        """Show the model."""
        super().__init__(parent)
        self._model = model
        self.has_ring = False
        self.setObjectName("find_list")
        self.setAccessibleName(context.words("search.hits.list"))
        self.setModel(model)
        self.delegate = FindDelegate(context, self)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_chosen)
        model.modelReset.connect(self._fit)
        self.selectionModel().currentChanged.connect(self._on_current)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines wrap in another place at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the exhibit that has the focus."""
        self.has_ring = True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            current = self.currentIndex()
            self._on_chosen(current if current.isValid() else self._model.index(0))
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring to whoever comes by keyboard, on the first row at first."""
        self.has_ring = event.reason() in BY_KEYBOARD
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0))
        super().focusInEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A pointer needs no ring."""
        self.has_ring = False
        super().mousePressEvent(event)

    def _fit(self) -> None:
        """Be as high as the rows."""
        heights = [self.delegate.height_of(find, self.viewport().width()) for find in self._model.finds]
        self.setFixedHeight(max(1, sum(heights)))
        self.scheduleDelayedItemsLayout()

    def _on_chosen(self, index: QModelIndex) -> None:
        find = self._model.find_at(index)
        if find is not None:
            self.find_opened.emit(find)

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        """Bring the row into view, in the page that scrolls."""
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if parent is None or not index.isValid() or not self.hasFocus():
            return
        row = self.visualRect(index)
        bar = parent.verticalScrollBar()
        at = self.viewport().mapTo(parent, row.center()) + QPoint(0, bar.value())
        parent.ensureVisible(at.x(), at.y(), 0, row.height())


class FindDelegate(QStyledItemDelegate):
    """Draws one row."""

    def __init__(self, context: Context, view: FindList) -> None:
        """Measure once what all rows share."""
        super().__init__(view)
        self._context = context
        self._theme = context.theme
        self._view = view
        self._thumbnails = ExhibitThumbnails(context, view)
        self.between_px = context.theme.gap_px(BETWEEN_PX)
        self.side_px = context.theme.gap_px(SIDE_PX)
        self.today: date | None = None

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list, as high as its lines."""
        width = self._view.viewport().width()
        find = index.data(FIND)
        return QSize(width, self.height_of(find, width) if isinstance(find, Find) else 1)

    def height_of(self, find: Find, width: int) -> int:
        """Return how high a row is in a list of this width, with what keeps it from the next."""
        picture = self._picture_size(width)
        return max(picture.height(), self._text_height(find, width)) + self.between_px

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw picture, head, line, and where it stands."""
        find = index.data(FIND)
        if not isinstance(find, Find):
            return
        painter.save()
        area: QRect = option.rect
        size = self._picture_size(area.width())
        over = self.between_px // 2
        content = area.adjusted(self.side_px, over, -self.side_px, over - self.between_px)
        picture = QRect(content.topLeft(), size)
        picture.moveTop(content.top() + (content.height() - size.height()) // 2)
        text = content.adjusted(size.width() + self._theme.gap_px(BESIDE_PX), 0, 0, 0)
        if self._view.isRightToLeft():
            picture.moveRight(content.right())
            text.moveLeft(content.left())
        self._thumbnails.paint(painter, picture, find.exhibit, index.data(Qt.ItemDataRole.DecorationRole))
        self._paint_state(painter, picture, area, option.state)
        self._paint_text(painter, text, find)
        if index.row() < index.model().rowCount() - 1:
            line = QRect(content.left(), area.bottom(), content.width(), 1)
            painter.fillRect(line, self._theme.colour("line"))
        painter.restore()

    def moment_words(self, find: Find) -> str:
        """Return when it was taken: today by the hour, otherwise with the day."""
        at, language = find.exhibit.taken_at, self._context.settings.language
        said = "today" if at.date() == self.today else "day"
        day, time = short_day(at.date(), language), hour(at, language)
        return self._context.words(f"search.hits.{said}", day=day, time=time)

    def _paint_text(self, painter: QPainter, area: QRect, find: Find) -> None:
        strong = self._theme.role("strong")
        top = area.top() + (area.height() - self._text_height(find, self._view.viewport().width())) // 2
        head = QRect(area.left(), top, area.width(), strong.line_px)
        self._paint_head(painter, head, find)
        line = self._line(find, area.width())
        at = head.bottom() + 1 + self._title_height(find, area.width()) + LINE_GAP_PX
        line.draw(painter, QPointF(area.left(), at))
        foot = QRect(area.left(), at + line.height + LINE_GAP_PX, area.width(), area.height())
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.colour("muted"))
        flags = Qt.TextFlag.TextWordWrap | self._side() | Qt.AlignmentFlag.AlignTop
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # a name as its letters run
        painter.drawText(foot, int(flags), foot_of(self._context, find))

    def _paint_head(self, painter: QPainter, area: QRect, find: Find) -> None:
        """Number, title, and when it was taken at the far end."""
        middle, exhibit = Qt.AlignmentFlag.AlignVCenter, find.exhibit
        painter.setPen(self._theme.colour("muted"))
        painter.setFont(self._theme.font("small"))
        moment = self.moment_words(find)
        end = Qt.AlignmentFlag.AlignLeft if self._view.isRightToLeft() else Qt.AlignmentFlag.AlignRight
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # a day before its month
        painter.drawText(area, int(middle | end | Qt.AlignmentFlag.AlignAbsolute), moment)
        painter.restore()
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(self._theme.font("strong"))
        painter.drawText(area, int(middle | self._side()), exhibit.ref)
        painter.setPen(self._theme.colour("muted"))
        painter.setFont(self._theme.font("body"))
        near_px, far_px = self._beside_title(find)
        near, far = (far_px, near_px) if self._view.isRightToLeft() else (near_px, far_px)
        below = self._title_height(find, area.width())
        room = area.adjusted(near, 0, -far, 0)
        if below:
            room = QRect(area.left(), area.bottom() + 1, area.width(), below)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # as its letters run
        painter.drawText(room, int(self._side() | middle | Qt.TextFlag.TextWordWrap), self._title(find))

    def _title(self, find: Find) -> str:
        """Return what is said beside the number, unless it is the line that was found."""
        title = title_of(find.exhibit)
        return "" if title == find.line else breakable(title)

    def _beside_title(self, find: Find) -> tuple[int, int]:
        """Return how much room the number takes at the near end, and the time at the far one."""
        near = QFontMetrics(self._theme.font("strong")).horizontalAdvance(find.exhibit.ref)
        far = QFontMetrics(self._theme.font("small")).horizontalAdvance(self.moment_words(find))
        return near + self._theme.gap_px(10), far + self._theme.gap_px(16)

    def _title_height(self, find: Find, width: int) -> int:
        """Return how high a title is that goes below the number, for it is never cut; 0 if it fits beside."""
        title, metrics = self._title(find), QFontMetrics(self._theme.font("body"))
        if metrics.horizontalAdvance(title) <= width - sum(self._beside_title(find)):
            return 0
        return metrics.boundingRect(QRect(0, 0, width, 10_000), int(Qt.TextFlag.TextWordWrap), title).height()

    def _side(self) -> Qt.AlignmentFlag:
        """Return where lines begin, whichever way their own letters run."""
        side = Qt.AlignmentFlag.AlignRight if self._view.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignAbsolute

    def _paint_state(self, painter: QPainter, picture: QRect, row: QRect, state: QStyle.StateFlag) -> None:
        """A ring for the keyboard, a darker edge under the pointer."""
        if self._view.has_ring and state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 3))
            painter.drawRoundedRect(QRectF(row).adjusted(1.5, 3.5, -1.5, -4.5), 7, 7)
        elif state & QStyle.StateFlag.State_MouseOver:
            paint_edge(painter, QRectF(picture), self._theme.colour("control"), THUMBNAIL_RADIUS_PX, 2)

    def _picture_size(self, width: int) -> QSize:
        """Return how large the small picture is in a list of this width."""
        is_narrow = width < self._theme.text_px(NARROW_BELOW_PX)
        wide, high = (NARROW_PICTURE_W_PX, NARROW_PICTURE_H_PX) if is_narrow else (PICTURE_W_PX, PICTURE_H_PX)
        return QSize(self._theme.control_px(wide), self._theme.control_px(high))

    def _text_height(self, find: Find, width: int) -> int:
        beside = self._picture_size(width).width() + self._theme.gap_px(BESIDE_PX)
        room = max(1, width - 2 * self.side_px - beside)
        foot = QFontMetrics(self._theme.font("small")).boundingRect(
            QRect(0, 0, room, 10_000), int(Qt.TextFlag.TextWordWrap), foot_of(self._context, find)
        )
        head = self._theme.role("strong").line_px + self._title_height(find, room)
        lines = head + self._line(find, room).height + foot.height()
        return lines + 2 * LINE_GAP_PX

    def _line(self, find: Find, width: int) -> FoundLine:
        text, marks = shown_line(self._context, find)
        return FoundLine(self._theme, text, marks, width, is_rtl=self._view.isRightToLeft())
