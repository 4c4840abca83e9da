# SPDX-License-Identifier: MIT
"""Two pictures of a conversation as they meet, or with the gap that is between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.intake.progress import Seam, Side
from ui.override import override

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from ui.context import Context

WIDTH_PX, HEIGHT_PX, LEAST_PX = 330, 292, 44
MARGIN_PX = 39  # left and right of the pictures
BAND_PX = 40
HEAD_PX = 18  # over the upper picture where they meet
RADIUS_PX = 8
DISC_PX = 26
FAINT = 0.38  # how much of the upper picture shows over the lower one


class FramesView(QWidget):
    """Draws what was taken last: two sheets that lie on each other, or a gap where one is."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = context.theme
        self._icons = context.icons
        self._words = context.words
        self._sides: tuple[Side, ...] = ()
        self._pixmaps: dict[int, QPixmap] = {}
        self._is_turned = self._is_resized = False
        self.setObjectName("frames")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    @override
    def sizeHint(self) -> QSize:
        """As drawn; it grows a little with the text."""
        return QSize(WIDTH_PX, self._theme.gap_px(HEIGHT_PX))

    @override
    def minimumSizeHint(self) -> QSize:
        """The band of a gap can still be read."""
        return QSize(MARGIN_PX * 4, self._theme.gap_px(LEAST_PX))

    def show_sides(self, sides: Sequence[Side], heading: int, *, is_resized: bool = False) -> None:
        """Show these; where the person scrolls to older messages the later picture lies above.

        Args:
            sides: two at most.
            heading: which way the person scrolls: below 0 to older messages.
            is_resized: a gap is there because the window has another size.
        """
        self._is_resized = is_resized
        self._is_turned = heading < 0
        self._sides = tuple(sides)[-2:]
        self._pixmaps = {side.index: self._pixmaps.get(side.index) or _decoded(side) for side in self._sides}
        self.setAccessibleName(self._said())
        self.update()

    def forget(self) -> None:
        """Hold no picture any more."""
        self.show_sides((), 0)

    @property
    def has_pictures(self) -> bool:
        """Whether there is anything to show."""
        return bool(self._sides)

    @property
    def has_gap(self) -> bool:
        """Whether a gap is shown."""
        return len(self._sides) == 2 and self._sides[0].seam is Seam.GAP

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the pictures on it, and what is between them."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        ground = QPainterPath()
        ground.addRoundedRect(QRectF(self.rect()), RADIUS_PX, RADIUS_PX)
        painter.fillPath(ground, self._theme.colour("sunken"))
        painter.setClipPath(ground)
        shown = [self._pixmaps[side.index] for side in self._sides]
        upper, *rest = reversed(shown) if self._is_turned else shown or [QPixmap()]
        if not rest:
            self._paint_sheet(painter, upper, HEAD_PX)
        elif self.has_gap:
            self._paint_gap(painter, upper, rest[0])
        else:
            self._paint_meeting(painter, upper, rest[0])

    def _paint_sheet(self, painter: QPainter, picture: QPixmap, top: float) -> None:
        """Draw a picture from its head on, as far as there is room."""
        if picture.isNull():
            return
        width = self.width() - 2 * MARGIN_PX
        height = width * picture.height() / picture.width()
        target = QRectF(MARGIN_PX, top, width, height)
        painter.drawPixmap(target, picture, QRectF(picture.rect()))
        painter.setPen(QPen(self._theme.colour("control"), 1.5))
        painter.drawRect(target)

    def _paint_gap(self, painter: QPainter, upper: QPixmap, lower: QPixmap) -> None:
        """Draw the foot of one picture, the band, and the head of the other."""
        band_px = self._theme.text_px(BAND_PX)
        top = (self.height() - band_px) / 2
        width = self.width() - 2 * MARGIN_PX
        if not upper.isNull():
            self._paint_sheet(painter, upper, top - 8 - width * upper.height() / upper.width())
        self._paint_sheet(painter, lower, top + band_px + 8)
        band = QRectF(0, top, self.width(), band_px)
        painter.fillRect(band, self._theme.colour("attention_soft"))
        pen = QPen(self._theme.colour("attention"), 2.5)
        pen.setDashPattern([4, 2])
        painter.setPen(pen)
        for y in (band.top(), band.bottom()):
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
        painter.setPen(self._theme.colour("attention"))
        painter.setFont(self._theme.font("small_strong"))
        painter.drawText(band, Qt.AlignmentFlag.AlignCenter, self._gap_words())

    def _gap_words(self) -> str:
        return self._words("conversation.missing.resized" if self._is_resized else "conversation.missing")

    def _paint_meeting(self, painter: QPainter, upper: QPixmap, lower: QPixmap) -> None:
        """Draw the lower picture over the foot of the upper one, with a tick where they are known to meet."""
        seam = HEAD_PX + (self.height() - HEAD_PX) * FAINT
        self._paint_sheet(painter, upper, HEAD_PX)
        painter.setOpacity(1.0)
        self._paint_sheet(painter, lower, seam)
        if self._sides[0].seam is None:
            return
        painter.setPen(QPen(self._theme.colour("good"), 2.5))
        painter.drawLine(QPointF(MARGIN_PX, seam), QPointF(self.width() - MARGIN_PX, seam))
        disc_px = self._theme.gap_px(DISC_PX)
        at = QPointF(MARGIN_PX if not self.isRightToLeft() else self.width() - MARGIN_PX, seam)
        painter.setBrush(self._theme.colour("good_soft"))
        painter.setPen(QPen(self._theme.colour("good"), 1.5))
        painter.drawEllipse(at, disc_px / 2, disc_px / 2)
        icon_px = round(disc_px * 0.66)
        tick = self._icons.pixmap("check", "good", icon_px, ratio=self.devicePixelRatioF())
        painter.drawPixmap(QPointF(at.x() - icon_px / 2, at.y() - icon_px / 2), tick)

    def _said(self) -> str:
        """Return what a screen reader says of it."""
        if not self._sides:
            return self._words("conversation.frames.none")
        if len(self._sides) == 1:
            return self._words("conversation.last", a=self._sides[0].index)
        first, second = self._sides
        kinds = {Seam.GAP: "meet.not", None: "meet.open"}
        key = f"conversation.{kinds.get(first.seam, 'meet')}"
        return self._words(key, a=first.index, b=second.index)


def _decoded(side: Side) -> QPixmap:
    picture = QPixmap()
    picture.loadFromData(side.jpeg)
    return picture
