# SPDX-License-Identifier: MIT
"""The part of a picture in which something was found, enlarged, with what stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.override import override
from ui.widgets.painting import paint_edge

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from app.model import Rect
    from ui.context import Context

HEIGHT_PX = 54  # Source: mock/07-find-their-id
TEXT_SHARE = 0.36  # of the height, for the text; the rest shows what stands around it
SIDE_SHARE = 0.05  # of the width, free at each side of a long text
NOISE = 24  # of 255
MOST_ZOOM = 4.0  # a larger one makes letters blurred, not clearer
RADIUS_PX = 8


class FoundCrop(QWidget):
    """Fills its room with the picture round one box, enlarged smoothly: steps would hide how letters look."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = context.theme
        self._picture = QImage()
        self._box = QRectF()
        self.setAccessibleName(context.words("id.picture.crop"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(context.theme.text_px(HEIGHT_PX))

    def show_part(self, picture: QImage, box: Rect) -> None:
        """Show the picture round this box."""
        self._picture = picture
        self._box = QRectF(box.x, box.y, box.width, box.height)
        self.update()

    @property
    def part(self) -> QRectF:
        """What of the picture is shown, in its pixels, with the box in its middle as far as that goes."""
        zoom = self._zoom()
        width, height = self.width() / zoom, self.height() / zoom
        left = _within(self._box.center().x() - width / 2, width, self._picture.width())
        top = _within(self._box.center().y() - height / 2, height, self._picture.height())
        return QRectF(left, top, width, height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it with round corners; what lies outside the picture stays as the ground is."""
        if self._picture.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        room, part = QRectF(self.rect()), self.part
        round_corners = QPainterPath()
        round_corners.addRoundedRect(room, RADIUS_PX, RADIUS_PX)
        painter.setClipPath(round_corners)
        painter.fillRect(room, self._ground())
        shown = self._whole_lines(part.intersected(QRectF(self._picture.rect())))
        zoom = self._zoom()
        at = QRectF(
            (shown.x() - part.x()) * zoom,
            (shown.y() - part.y()) * zoom,
            shown.width() * zoom,
            shown.height() * zoom,
        )
        painter.drawImage(at, self._picture, shown, Qt.ImageConversionFlag.AutoColor)
        painter.setClipping(False)
        paint_edge(painter, room, self._theme.colour("line"), RADIUS_PX)
        painter.end()

    def _whole_lines(self, part: QRectF) -> QRectF:
        """Return the part without what its upper and lower edge would cut through, such as a label above."""
        ground, box = self._ground(), self._box
        above = next(
            (y for y in range(round(part.top()), round(box.top())) if self._is_bare(y, ground)), None
        )
        below = next(
            (
                y
                for y in range(round(part.bottom()) - 1, round(box.bottom()) - 1, -1)
                if self._is_bare(y, ground)
            ),
            None,
        )
        top = part.top() if above is None else max(part.top(), above)
        bottom = part.bottom() if below is None else min(part.bottom(), below + 1)
        return QRectF(part.left(), top, part.width(), bottom - top)

    def _is_bare(self, y: int, ground: QColor) -> bool:
        """Whether nothing stands over or under the box in a row of the picture."""
        columns = range(
            max(0, round(self._box.left())), min(self._picture.width(), round(self._box.right())), 2
        )
        return all(_is_near(self._picture.pixelColor(x, y), ground) for x in columns)

    def _zoom(self) -> float:
        """Return how much it is enlarged: a line of text to its share, a long one as far as it fits."""
        by_height = self.height() * TEXT_SHARE / max(1.0, self._box.height())
        by_width = self.width() * (1 - 2 * SIDE_SHARE) / max(1.0, self._box.width())
        return max(0.05, min(by_height, by_width, MOST_ZOOM * self._theme.scale))

    def _ground(self) -> QColor:
        """Return the colour just outside the box, for what lies beyond the edge of the picture."""
        x, y = round(self._box.left()) - 2, round(self._box.top()) - 2
        inside = self._picture.rect().contains(x, y)
        return self._picture.pixelColor(x, y) if inside else self._theme.colour("surface")


def _within(start: float, length: float, whole: float) -> float:
    """Return where a part begins so that it stays inside the whole; one that is longer stands round it."""
    if length >= whole:
        return (whole - length) / 2
    return min(max(0.0, start), whole - length)


def _is_near(one: QColor, other: QColor) -> bool:
    """Whether two colours are the same but for the noise of a saved or photographed picture."""
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(first - second) <= NOISE for first, second in pairs)
