# SPDX-License-Identifier: MIT
"""The pixels round the pointer, eight times as large, with their place on the desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui.override import override

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent

    from ui.theme import Theme

AROUND_PX, ZOOM = 8, 8
SIDE = (2 * AROUND_PX + 1) * ZOOM
AWAY = 24  # from the pointer, which is never covered
LINE_HEIGHT, PAD = 22, 6


class Magnifier(QWidget):
    """Lies beside the pointer, on whichever side there is room; it takes no clicks.

    Attributes:
        words: what stands under the pixels.
        middle: the pixel of the still in the middle.
    """

    def __init__(self, theme: Theme, still: QImage, parent: QWidget) -> None:
        """Stay hidden until the pointer moves."""
        super().__init__(parent)
        self._theme = theme
        self._still = still
        self._window = parent
        self.words = ""
        self.middle = QPoint()
        self.setObjectName("magnifier")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(SIDE, SIDE + theme.text_px(LINE_HEIGHT) + PAD)
        self.hide()

    def show_pixel(self, middle: QPoint, words: str, at: QPoint, avoided: Iterable[QRect] = ()) -> None:
        """Show the pixels round one of the still.

        Args:
            middle: that pixel.
            words: what to say of it.
            at: where it is in the window, in points.
            avoided: what should not be covered.
        """
        self.middle, self.words = middle, words
        wide = QFontMetrics(self._theme.font("small")).horizontalAdvance(words)
        self.setFixedWidth(max(SIDE, wide + 2 * PAD))
        self.move(self._beside(at, tuple(avoided)))
        self.raise_()
        self.show()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pixels, a cross over the middle one, and the words."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        lens = QRect((self.width() - SIDE) // 2, 0, SIDE, SIDE)
        painter.fillRect(lens, self._theme.colour("sunken"))
        self._draw_pixels(painter, lens)
        self._draw_cross(painter, lens)
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(self._theme.font("small"))
        under = QRect(0, SIDE, self.width(), self.height() - SIDE)
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, self.words)
        painter.setPen(QPen(self._theme.colour("control"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _draw_pixels(self, painter: QPainter, lens: QRect) -> None:
        """Enlarge what there is of the still; past its edge there is nothing."""
        wanted = QRect(self.middle - QPoint(AROUND_PX, AROUND_PX), self.middle + QPoint(AROUND_PX, AROUND_PX))
        there = wanted.intersected(self._still.rect())
        into = QRectF(
            lens.x() + (there.x() - wanted.x()) * ZOOM,
            lens.y() + (there.y() - wanted.y()) * ZOOM,
            there.width() * ZOOM,
            there.height() * ZOOM,
        )
        # the fourth byte of a pixel of the screen may be anything, and enlarging would take it for alpha
        part = self._still.copy(there).convertToFormat(QImage.Format.Format_ARGB32)
        painter.drawImage(into, part)

    def _draw_cross(self, painter: QPainter, lens: QRect) -> None:
        """Frame the middle pixel, and lead to it from all four sides."""
        pixel = QRect(lens.x() + AROUND_PX * ZOOM, lens.y() + AROUND_PX * ZOOM, ZOOM, ZOOM)
        colour = self._theme.colour("focus")
        middle = pixel.center()
        for bar in (
            QRect(lens.x(), middle.y(), pixel.left() - lens.x(), 1),
            QRect(pixel.right() + 1, middle.y(), lens.right() - pixel.right(), 1),
            QRect(middle.x(), lens.y(), 1, pixel.top() - lens.y()),
            QRect(middle.x(), pixel.bottom() + 1, 1, lens.bottom() - pixel.bottom()),
        ):
            painter.fillRect(bar, colour)
        painter.setPen(QPen(Qt.GlobalColor.white, 1))
        painter.drawRect(pixel.adjusted(-2, -2, 1, 1))
        painter.setPen(QPen(colour, 1))
        painter.drawRect(pixel.adjusted(-1, -1, 0, 0))

    def _beside(self, at: QPoint, avoided: tuple[QRect, ...]) -> QPoint:
        """Return the first of four places round a point that has room and covers nothing it should not."""
        left, right = at.x() - AWAY - self.width(), at.x() + AWAY
        above, below = at.y() - AWAY - self.height(), at.y() + AWAY
        places = [QPoint(right, below), QPoint(left, below), QPoint(right, above), QPoint(left, above)]
        window = self._window.rect()
        free = [place for place in places if window.contains(QRect(place, self.size()))]
        clear = [
            place for place in free if not any(QRect(place, self.size()).intersects(each) for each in avoided)
        ]
        return (clear or free or places)[0]
