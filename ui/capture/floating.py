# SPDX-License-Identifier: MIT
"""A panel with round corners that floats over other programs' windows and can be moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPainterPath, QRegion
from PySide6.QtWidgets import QWidget

from app.capture.exclusion import keep_out
from ui.override import override

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QMouseEvent, QPaintEvent, QResizeEvent, QShowEvent

    from ui.context import Context

RADIUS_PX = 16
FROM_TOP_PX = 20
KEEPING_OUT = {"windows", "cocoa"}
FLOATING = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint


class FloatingPanel(QWidget):
    """Always on top, without a frame; its corners are cut out, so that it needs no compositor.

    Attributes:
        is_drawn: it has been painted since it was shown.
        is_kept_out: pictures show what lies under it, so that none tells whether it is there.
    """

    def __init__(self, context: Context, width_px: int, height_px: int) -> None:
        """Make it this size at least; it grows with the text."""
        super().__init__(None, FLOATING)
        self._context = context
        self._theme = context.theme
        self._held_at: QPoint | None = None
        self.is_drawn = self.is_kept_out = False
        self.setMinimumSize(self._theme.text_px(width_px), self._theme.text_px(height_px))
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)

    def refit(self) -> None:
        """Be no larger than needed, and grow to the left where the screen ends on the right."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
        size = self.minimumSize().expandedTo(self.sizeHint())
        area = self.screen().availableGeometry()
        too_far = self.x() + size.width() - 1 - area.right()
        is_larger = size.width() > self.width()
        self.resize(size)
        if self.isVisible() and is_larger and too_far > 0:
            self.move(max(area.left(), self.x() - too_far), self.y())

    def place(self, screen_area: QRect) -> None:
        """Stand in the middle of the upper edge of a screen."""
        self.refit()
        beside = max(0, (screen_area.width() - self.width()) // 2)
        self.move(screen_area.left() + beside, screen_area.top() + FROM_TOP_PX)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners."""
        super().resizeEvent(event)
        self._cut_corners()

    @override
    def event(self, event: QEvent) -> bool:
        """Cut anew on a screen of another scale: what was cut stays behind in pixels of the old one."""
        done = super().event(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._cut_corners()
        return done

    def _cut_corners(self) -> None:
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), RADIUS_PX, RADIUS_PX)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Be left out of pictures where the system can do that; elsewhere it is hidden first."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._keep_out)  # the system shows it after this

    def _keep_out(self) -> None:
        """Ask the system; the number of the window means something on its own platform only."""
        if self.isVisible() and QGuiApplication.platformName() in KEEPING_OUT:
            self.is_kept_out = keep_out(int(self.winId()))

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Be undrawn."""
        self.is_drawn = self.is_kept_out = False
        super().hideEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and edge."""
        self.is_drawn = True
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.colour("control"))  # what the mask leaves of the corners
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_PX - 1, RADIUS_PX - 1)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._held_at = event.globalPosition().toPoint() - self.pos()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move along."""
        if self._held_at is not None:
            self.move(event.globalPosition().toPoint() - self._held_at)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._held_at = None
