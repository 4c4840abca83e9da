# SPDX-License-Identifier: MIT
"""The mark of the program: a sheet in a rounded square; it says nothing about what is inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.override import override
from ui.widgets.label import Label

if TYPE_CHECKING:
    from ui.context import Context
    from ui.theme import Theme

# the sheet with its folded corner, and the line on it, in a square of 24
SHEET = ((7.5, 7), (13.5, 7), (17, 10.5), (17, 17), (7.5, 17))
LINE = ((10.5, 13.5), (14, 13.5))


def paint_mark(painter: QPainter, theme: Theme, edge_px: float) -> None:
    """Paint the mark into a square at the origin."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(edge_px / 24, edge_px / 24)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("primary"))
    painter.drawRoundedRect(QRectF(0, 0, 24, 24), 6, 6)
    pen = QPen(theme.colour("on_primary"), 2)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in SHEET]))
    painter.drawLine(QPointF(*LINE[0]), QPointF(*LINE[1]))


def window_icon(theme: Theme) -> QIcon:
    """Return the mark as the icon of a window."""
    icon = QIcon()
    for edge in (16, 32, 64, 128):
        pixmap = QPixmap(edge, edge)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_mark(painter, theme, edge)
        painter.end()
        icon.addPixmap(pixmap)
    return icon


class _Square(QWidget):
    """The mark by itself."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        edge = theme.text_px(24)
        self.setFixedSize(edge, edge)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_mark(painter, self._theme, self.width())
        painter.end()


class Brand(QWidget):
    """Mark and name."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show both."""
        super().__init__(parent)
        self.square = _Square(context.theme, self)
        self.name = Label(context.words("window.name"), "h3", wraps=False, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(context.theme.gap_px(14))
        row.addWidget(self.square)
        row.addWidget(self.name)
