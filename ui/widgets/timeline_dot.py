# SPDX-License-Identifier: MIT
"""The mark of a line: full where it is seen, a ring where it is remembered, square for a deadline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from app.model import Certainty
from app.timeline import LineKind, TimelineLine

if TYPE_CHECKING:
    from ui.theme import Theme

DOT_PX = 5.5
TOKENS = {
    LineKind.PAYMENT: "good",
    LineKind.THREAT: "ink",
    LineKind.DEMAND: "ink",
    LineKind.DEADLINE: "attention",
    LineKind.CAPTURE: "muted",
}


def paint_dot(painter: QPainter, theme: Theme, line: TimelineLine, middle: QPointF) -> None:
    """Draw the mark round this point; the words beside it say the same."""
    side = theme.text_px(2 * DOT_PX)
    colour = theme.colour(TOKENS.get(line.kind, "primary"))
    is_seen = line.certainty is Certainty.SEEN
    width = max(2.0, side / 5)
    painter.setPen(QPen(colour, width))
    painter.setBrush(colour if is_seen else theme.colour("surface"))
    inner = side - width
    box = QRectF(middle.x() - inner / 2, middle.y() - inner / 2, inner, inner)
    if line.kind is LineKind.DEADLINE:
        painter.drawRect(box)
    else:
        painter.drawEllipse(box)
