# SPDX-License-Identifier: MIT
"""How a still picture with a box on it is drawn; everything here is counted in pixels of the still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPen

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPainter

SHADE = QColor(0, 0, 0, 110)
WHITE = QColor(Qt.GlobalColor.white)
HANDLE_PX = 9


def paint_still(painter: QPainter, image: QImage, box: QRect, colour: QColor, line: int) -> None:
    """Draw the picture pixel for pixel, darker outside the box, and the box with its handles.

    Args:
        painter: counts in pixels of the picture.
        image: the picture.
        box: what is drawn on it; null if nothing is.
        colour: of the frame.
        line: how thick a thin line is.
    """
    painter.drawImage(0, 0, image)
    if box.isNull():
        painter.fillRect(image.rect(), SHADE)
        return
    for part in _around(box, image.rect()):
        painter.fillRect(part, SHADE)
    for grown, edge, width in ((4 * line, WHITE, line), (2 * line, colour, 3 * line)):
        pen = QPen(edge, width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(box.adjusted(-grown, -grown, grown - 1, grown - 1))
    for spot in _spots(box.adjusted(-2 * line, -2 * line, 2 * line, 2 * line)):
        handle = QRect(0, 0, HANDLE_PX * line, HANDLE_PX * line)
        handle.moveCenter(spot)
        painter.fillRect(handle, WHITE)
        painter.fillRect(handle.adjusted(line, line, -line, -line), colour)


def _around(box: QRect, whole: QRect) -> tuple[QRect, ...]:
    """Return what of the whole is not in the box, in four parts."""
    return (
        QRect(0, 0, whole.width(), box.top()),
        QRect(0, box.bottom() + 1, whole.width(), whole.bottom() - box.bottom()),
        QRect(0, box.top(), box.left(), box.height()),
        QRect(box.right() + 1, box.top(), whole.right() - box.right(), box.height()),
    )


def _spots(box: QRect) -> tuple[QPoint, ...]:
    """Return the corners and the middles of the edges."""
    middle = box.center()
    across, down = (box.left(), middle.x(), box.right()), (box.top(), middle.y(), box.bottom())
    return tuple(QPoint(x, y) for x in across for y in down if (x, y) != (middle.x(), middle.y()))
