# SPDX-License-Identifier: MIT
"""Drawing a box on a kept picture, by mouse or by key; and that part of it, enlarged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.model import Rect
from ui.override import override
from ui.widgets.painting import paint_edge

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from ui.context import Context

LEAST_PX = 4
HIGHEST_PX = 320
STEP_PX = 4
SHADE = QColor(0, 0, 0, 90)
STEPS = {
    Qt.Key.Key_Left: QPoint(-STEP_PX, 0),
    Qt.Key.Key_Right: QPoint(STEP_PX, 0),
    Qt.Key.Key_Up: QPoint(0, -STEP_PX),
    Qt.Key.Key_Down: QPoint(0, STEP_PX),
}
BEGIN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
FORGET = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
CROP_HEIGHT_PX = 96
CROP_MARGIN_PX = 6
CROP_ZOOM = 4.0


class RegionPicker(QWidget):
    """One picture with at most one box on it, in pixels of the picture.

    Drag draws. Space begins a box in the middle, arrows move it (with Shift: resize), Delete takes it away.

    Signals:
        region_changed: another box; carries a Rect, or None.
    """

    region_changed = Signal(object)

    def __init__(
        self, context: Context, *, highest_px: int = HIGHEST_PX, parent: QWidget | None = None
    ) -> None:
        """Show no picture yet; none will be higher than this at 100 % text."""
        super().__init__(parent)
        self._theme = context.theme
        self._highest_px = highest_px
        self._image = QImage()
        self._box = QRect()
        self._from: QPoint | None = None
        self.setAccessibleName(context.words("id.picture.box"))
        self.setAccessibleDescription(context.words("id.picture.keys"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def region(self) -> Rect | None:
        """The box, in pixels of the picture; None if there is none."""
        box = self._box
        return None if box.isEmpty() else Rect(box.x(), box.y(), box.width(), box.height())

    def set_picture(self, image: QImage, region: Rect | None = None) -> None:
        """Show a picture, with the box that was kept."""
        self._image = image
        self._box = QRect() if region is None else QRect(region.x, region.y, region.width, region.height)
        self.updateGeometry()
        self.update()

    def set_region(self, region: Rect | None) -> None:
        """Draw this box, as if by hand."""
        self._set_box(QRect() if region is None else QRect(region.x, region.y, region.width, region.height))
        self._tell()

    @override
    def hasHeightForWidth(self) -> bool:
        """The picture keeps its shape."""
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        """How high it is at a width."""
        if self._image.isNull():
            return 0
        highest = self._theme.control_px(self._highest_px)
        return min(highest, max(1, round(width * self._image.height() / self._image.width())))

    @override
    def sizeHint(self) -> QSize:
        """As wide as a card."""
        return QSize(438, self.heightForWidth(438))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, darker outside the box."""
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        area = self._area()
        painter.drawImage(area, self._image)
        if not self._box.isEmpty():
            self._paint_box(painter, area)
        focused = self.hasFocus()
        edge = self._theme.colour("focus" if focused else "line")
        paint_edge(painter, area, edge, 0, 3 if focused else 1)
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a new box."""
        self._from = self._pixel(event.position())
        self._set_box(QRect())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the box."""
        if self._from is not None:
            self._set_box(QRect(self._from, self._pixel(event.position())).normalized())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep the box if it is large enough to be meant."""
        self._from = None
        if min(self._box.width(), self._box.height()) < LEAST_PX:
            self._box = QRect()
        self._tell()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin, move, resize or take away the box."""
        key = Qt.Key(event.key())
        if key in STEPS and not self._box.isEmpty():
            self._nudge(STEPS[key], resizes=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in BEGIN and self._box.isEmpty() and not self._image.isNull():
            size = self._image.size() / 4
            middle = self._image.rect().center()
            self._set_box(QRect(middle - QPoint(size.width() // 2, size.height() // 2), size))
            self._tell()
        elif key in FORGET:
            self._set_box(QRect())
            self._tell()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys go here."""
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that keys go elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def _paint_box(self, painter: QPainter, area: QRectF) -> None:
        factor = area.width() / self._image.width()
        at = area.topLeft()
        box = QRectF(
            at.x() + self._box.x() * factor,
            at.y() + self._box.y() * factor,
            self._box.width() * factor,
            self._box.height() * factor,
        )
        painter.save()
        painter.setClipRegion(self.rect())
        outside = QPainterPath()  # one path: rectangles side by side would leave seams
        outside.addRect(area)
        outside.addRect(box)
        painter.fillPath(outside, SHADE)
        painter.setPen(QPen(QColor(Qt.GlobalColor.white), 5))
        painter.drawRect(box)
        painter.setPen(QPen(self._theme.colour("primary"), 3))
        painter.drawRect(box)
        painter.restore()

    def _nudge(self, step: QPoint, *, resizes: bool) -> None:
        """Move or resize the box inside the picture."""
        box = self._box.adjusted(0, 0, step.x(), step.y()) if resizes else self._box.translated(step)
        whole = self._image.rect().contains(box) and min(box.width(), box.height()) >= LEAST_PX
        if whole:
            self._set_box(box)
            self._tell()

    def _set_box(self, box: QRect) -> None:
        self._box = box.intersected(self._image.rect())
        self.update()

    def _tell(self) -> None:
        self.update()
        self.region_changed.emit(self.region)

    def _area(self) -> QRectF:
        """Return where the picture stands."""
        factor = min(self.width() / self._image.width(), self.height() / self._image.height())
        width, height = self._image.width() * factor, self._image.height() * factor
        return QRectF((self.width() - width) / 2, 0, width, height)

    def _pixel(self, at: QPointF) -> QPoint:
        """Return the pixel of the picture under a point of this widget."""
        if self._image.isNull():
            return QPoint()
        area = self._area()
        factor = self._image.width() / area.width()
        x = round((at.x() - area.x()) * factor)
        y = round((at.y() - area.y()) * factor)
        return QPoint(min(max(x, 0), self._image.width()), min(max(y, 0), self._image.height()))


class Crop(QWidget):
    """One part of a picture, enlarged so that letters can be told apart. Hidden while there is none."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = context.theme
        self._part = QImage()
        self.setAccessibleName(context.words("id.picture.crop"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(context.theme.text_px(CROP_HEIGHT_PX))
        self.hide()

    @property
    def part(self) -> QImage:
        """What is shown, in pixels of the picture."""
        return self._part

    def set_part(self, image: QImage, region: Rect | None) -> None:
        """Show a part of a picture, or nothing."""
        if region is None or image.isNull():
            self._part = QImage()
            self.hide()
            return
        box = QRect(region.x, region.y, region.width, region.height)
        grown = box.adjusted(-CROP_MARGIN_PX, -CROP_MARGIN_PX, CROP_MARGIN_PX, CROP_MARGIN_PX)
        self._part = image.copy(grown.intersected(image.rect()))
        self.show()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the part as large as fits."""
        if self._part.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = QRectF(self.rect())
        painter.fillRect(room, self._theme.colour("surface"))
        size = self._part.size()
        factor = min(
            room.width() / size.width(), room.height() / size.height(), CROP_ZOOM * self._theme.scale
        )
        width, height = size.width() * factor, size.height() * factor
        at = QRectF((room.width() - width) / 2, (room.height() - height) / 2, width, height)
        painter.drawImage(at, self._part)
        paint_edge(painter, room, self._theme.colour("line"), 8)
        painter.end()
