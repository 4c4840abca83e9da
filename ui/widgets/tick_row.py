# SPDX-License-Identifier: MIT
"""One of several things to tick: the whole row can be pressed, long words wrap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ui.override import override
from ui.widgets.choice import ChoiceRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context


class TickRow(ChoiceRow):
    """Any number of them may be ticked."""

    def __init__(self, context: Context, words: str, *, parent: QWidget | None = None) -> None:
        """Show the words, not ticked."""
        super().__init__(context, words, parent=parent)
        self.setAutoExclusive(False)

    @override
    def _paint_ring(self, painter: QPainter) -> None:
        """Paint a box, with a tick in it where it is chosen."""
        edge = self._theme.text_px(22)
        x = self._theme.gap_px(18)
        if self.isRightToLeft():
            x = self.width() - x - edge
        box = QRectF(x, (self.height() - edge) / 2, edge, edge)
        is_on = self.isChecked()
        painter.setPen(QPen(self._theme.colour("primary" if is_on else "control"), 2))
        painter.setBrush(self._theme.colour("primary" if is_on else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if is_on:
            pen = QPen(self._theme.colour("on_primary"), edge / 9)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            corners = ((0.26, 0.52), (0.44, 0.70), (0.75, 0.33))
            places = [QPointF(box.x() + across * edge, box.y() + down * edge) for across, down in corners]
            painter.drawPolyline(QPolygonF(places))
