# SPDX-License-Identifier: MIT
"""Stripes over the parts of a window that something else covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QBitmap, QPainter, QPen, QRegion
from PySide6.QtWidgets import QWidget

from ui.capture.window_frame import OVERLAY, go_to
from ui.override import override

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from ui.theme import Theme

STRIPE_PX, EVERY_PX = 3, 28


class Hatch(QWidget):
    """Only its stripes exist: what is below shows between them without a compositor, and gets the clicks."""

    def __init__(self, theme: Theme) -> None:
        """Stay hidden until something is covered."""
        super().__init__(None, OVERLAY)
        self._theme = theme
        self._parts: tuple[QRect, ...] = ()
        self._spared = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setObjectName("hatch")

    @property
    def parts(self) -> tuple[QRect, ...]:
        """What is striped now, in points of the desktop."""
        return self._parts if self.isVisible() else ()

    def put_over(self, parts: Sequence[QRect], spared: QRect) -> None:
        """Draw stripes over these parts but for what is spared; none take it away."""
        if not parts:
            self._parts = ()
            self.hide()
            return
        if tuple(parts) == self._parts and self.isVisible():
            return
        self._parts = tuple(parts)
        whole = parts[0]
        for part in parts[1:]:
            whole = whole.united(part)
        self._spared = spared
        go_to(self, whole)
        self.setMask(self._stripes())
        self.show()

    @override
    def event(self, event: QEvent) -> bool:
        """Cut anew on a screen of another scale."""
        done = super().event(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange and self._parts:
            self.setMask(self._stripes())
        return done

    def _stripes(self) -> QRegion:
        """Return the stripes, which run on from one part to the next."""
        whole = self.geometry()
        bits = QBitmap(whole.size())
        bits.clear()
        painter = QPainter(bits)
        region = QRegion()
        for part in self._parts:
            region += QRegion(part.translated(-whole.topLeft()))
        painter.setClipRegion(region)
        painter.setPen(QPen(Qt.GlobalColor.color1, STRIPE_PX))
        for start in range(-whole.height(), whole.width(), EVERY_PX):
            painter.drawLine(start, whole.height(), start + whole.height(), 0)
        painter.end()
        return QRegion(bits) - QRegion(self._spared.translated(-whole.topLeft()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the stripes."""
        QPainter(self).fillRect(self.rect(), self._theme.colour("focus"))
