# SPDX-License-Identifier: MIT
"""A picture that can be made larger, moved about and fitted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QWidget

from ui.override import override
from ui.spoken_roles import speak_as
from ui.widgets.painting import CARD_RADIUS_PX, paint_edge, paint_outline, paint_picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from app.model import Rect
    from ui.theme import Theme

ZOOM_STEPS = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0)
LONG_SHAPE, LONG_VIEW = 3.0, 1.0  # how high over wide: of a long picture, of the view it is shown in
DRAG_BUTTON = Qt.MouseButton.LeftButton
READABLE_PX = 12  # a line of text of less height is a grey bar to most eyes
OUTLINE_GAP_PX, OUTLINE_PX, CHOSEN_PX = 3, 2, 3


class PictureView(QAbstractScrollArea):
    """Shows one picture. At 100 % one pixel of the picture is one pixel of the screen."""

    zoom_changed = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._image = QImage()
        self._scaled = QPixmap()
        self._zoom: float | None = None
        self._drag_from: QPoint | None = None
        self._outlines: tuple[Rect, ...] = ()
        self._chosen: int | None = None
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        speak_as(self, "picture")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # its scroll bars too
        self.viewport().setAutoFillBackground(False)

    @property
    def zoom(self) -> float:
        """How many screen pixels one picture pixel takes."""
        return self._zoom if self._zoom is not None else self._fit_zoom()

    @property
    def is_fitted(self) -> bool:
        """Whether the whole picture follows the size of the view."""
        return self._zoom is None and not self.is_long

    @property
    def is_long(self) -> bool:
        """Whether it is so high that it is fitted to the width and scrolls."""
        return self._image.height() > LONG_SHAPE * self._image.width()

    @property
    def has_picture(self) -> bool:
        """Whether there is a picture."""
        return not self._image.isNull()

    @property
    def outlines(self) -> tuple[Rect, ...]:
        """The places that have a line round them, in pixels of the picture."""
        return self._outlines

    def set_picture(self, image: QImage) -> None:
        """Show this picture, fitted; lines that were drawn on the one before are gone."""
        self._image = image
        self._zoom = None
        self._outlines, self._chosen = (), None
        self._relay()
        self.updateGeometry()

    def clear(self) -> None:
        """Forget the picture."""
        self.set_picture(QImage())

    def fit(self) -> None:
        """Show the whole picture, or the whole width of a long one; never larger than it is."""
        self._zoom = None
        self._relay()

    def set_zoom(self, zoom: float) -> None:
        """Show it this large, the middle of the view staying where it is."""
        before = self.zoom
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        middles = [(bar.value() + bar.pageStep() / 2) / before for bar in bars]
        self._zoom = min(max(zoom, ZOOM_STEPS[0]), ZOOM_STEPS[-1])
        self._relay()
        for bar, middle in zip(bars, middles, strict=True):
            bar.setValue(round(middle * self._zoom - bar.pageStep() / 2))

    def show_outlines(self, rects: Sequence[Rect], *, chosen: int | None = None) -> None:
        """Draw a line round each of these places, in pixels of the picture; the picture stays as it is.

        Args:
            rects: the places; none takes every line away.
            chosen: which of them has the thicker line, is brought into view, and large enough to be read.
        """
        self._outlines = tuple(rects)
        self._chosen = chosen if chosen is not None and 0 <= chosen < len(rects) else None
        if self._chosen is not None and self.has_picture:
            high_px = self._outlines[self._chosen].height / self.devicePixelRatioF()
            if self._zoom is None and high_px * self.zoom < READABLE_PX:
                self._zoom = self._readable_zoom(high_px)
                self._relay()
            self._bring_into_view(self._outlines[self._chosen])
        self.viewport().update()

    def outline_at(self, rect: Rect) -> QRectF:
        """Return where a place of the picture stands in the view."""
        area, factor = self._picture_area(), self.zoom / self.devicePixelRatioF()
        x, y = area.x() + rect.x * factor, area.y() + rect.y * factor
        return QRectF(x, y, rect.width * factor, rect.height * factor)

    def zoom_in(self) -> None:
        """Go to the next larger step."""
        self.set_zoom(next((step for step in ZOOM_STEPS if step > self.zoom + 0.01), ZOOM_STEPS[-1]))

    def zoom_out(self) -> None:
        """Go to the next smaller step."""
        self.set_zoom(next((step for step in reversed(ZOOM_STEPS) if step < self.zoom - 0.01), ZOOM_STEPS[0]))

    @override
    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height at which the fitted picture fills the view."""
        if self._image.isNull():
            return width * 10 // 16
        if self.is_long:
            return round(width * LONG_VIEW)
        natural = self._image.width() / self.devicePixelRatioF()
        return round(min(width, natural) * self._image.height() / self._image.width())

    @override
    def sizeHint(self) -> QSize:
        """Return a size that most pages have room for."""
        return QSize(620, self.heightForWidth(620))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the least that still shows something."""
        return QSize(200, 125)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again, and keep what was brought into view there."""
        super().resizeEvent(event)
        self._relay()
        if self._chosen is not None:
            self._bring_into_view(self._outlines[self._chosen])

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, or the part of it that is in view."""
        painter = QPainter(self.viewport())
        edge = self._theme.colour("line")
        if self._image.isNull():
            paint_edge(painter, QRectF(self.viewport().rect()), edge, CARD_RADIUS_PX)
            return
        area = self._picture_area()
        if self.is_fitted:
            paint_picture(painter, area, self._fitted(area), edge, CARD_RADIUS_PX)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.zoom < 1)
            painter.drawImage(area, self._image)
            paint_edge(painter, QRectF(self.viewport().rect()), edge, 0)
        self._paint_outlines(painter)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus, minus and 0 change the size; arrows move."""
        actions = {Qt.Key.Key_Plus: self.zoom_in, Qt.Key.Key_Minus: self.zoom_out, Qt.Key.Key_0: self.fit}
        action = actions.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
            return
        action()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel changes the size; a fitted picture leaves the wheel to the page."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
        elif self.is_fitted:
            event.ignore()
        else:
            super().wheelEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        if event.button() == DRAG_BUTTON and not self.is_fitted:
            self._drag_from = event.position().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the picture along."""
        if self._drag_from is None:
            return
        at = event.position().toPoint()
        moved = at - self._drag_from
        self._drag_from = at
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._drag_from = None

    def _paint_outlines(self, painter: QPainter) -> None:
        """A line in a strong colour with a pale one on either side of it, so that it shows on any picture."""
        strong, pale = self._theme.colour("primary"), self._theme.colour("surface")
        for index, rect in enumerate(self._outlines):
            width_px = CHOSEN_PX if index == self._chosen else OUTLINE_PX
            gap = OUTLINE_GAP_PX + width_px
            place = self.outline_at(rect).adjusted(-gap, -gap, gap, gap)
            paint_outline(painter, place, strong, pale, width_px)

    def _readable_zoom(self, high_px: float) -> float:
        """Return the first step at which a line of this height can be read; at most as it was seen."""
        most = max(1.0, self.devicePixelRatioF())
        return min(next((step for step in ZOOM_STEPS if high_px * step >= READABLE_PX), most), most)

    def _bring_into_view(self, rect: Rect) -> None:
        """Scroll so that the place stands in the middle, as far as the picture goes."""
        middle = self.outline_at(rect).center()
        room = self.viewport().rect().center()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(round(across.value() + middle.x() - room.x()))
        down.setValue(round(down.value() + middle.y() - room.y()))

    def _fit_zoom(self) -> float:
        """Return the size at which the whole picture is in view, at most 100 %."""
        if self._image.isNull():
            return 1.0
        room = self.maximumViewportSize() * self.devicePixelRatioF()
        across = room.width() / self._image.width()
        return min(across, 1.0 if self.is_long else room.height() / self._image.height(), 1.0)

    def _shown_size(self) -> QSize:
        """Return how large the picture is in the view, in Qt's pixels."""
        return QSize(
            max(1, round(self._image.width() * self.zoom / self.devicePixelRatioF())),
            max(1, round(self._image.height() * self.zoom / self.devicePixelRatioF())),
        )

    def _picture_area(self) -> QRectF:
        """Return where the picture stands in the view."""
        size = self._shown_size()
        room = self.viewport().size()
        x = max(0, (room.width() - size.width()) // 2) - self.horizontalScrollBar().value()
        y = -self.verticalScrollBar().value()
        return QRectF(x, y, size.width(), size.height())

    def _fitted(self, area: QRectF) -> QPixmap:
        """Return the picture at the size of the area; made once for each size."""
        ratio = self.devicePixelRatioF()
        wanted = QSize(round(area.width() * ratio), round(area.height() * ratio))
        if self._scaled.size() != wanted:
            scaled = self._image.scaled(
                wanted, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            self._scaled = QPixmap.fromImage(scaled)
            self._scaled.setDevicePixelRatio(ratio)
        return self._scaled

    def _relay(self) -> None:
        """Set the scroll bars to the size of the picture and say how large it is."""
        self._scaled = QPixmap()
        size = QSize(0, 0) if self.is_fitted else self._shown_size()
        room = self.viewport().size()
        for bar, whole, page in (
            (self.horizontalScrollBar(), size.width(), room.width()),
            (self.verticalScrollBar(), size.height(), room.height()),
        ):
            bar.setRange(0, max(0, whole - page))
            bar.setPageStep(page)
            bar.setSingleStep(24)
        self.viewport().update()
        self.zoom_changed.emit(self.zoom)
