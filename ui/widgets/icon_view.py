# SPDX-License-Identifier: MIT
"""An icon by itself, on a round ground if wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.override import override

if TYPE_CHECKING:
    from ui.context import Context


class IconView(QWidget):
    """An icon painted at the size of the text; decoration, so a screen reader passes it by."""

    def __init__(
        self,
        context: Context,
        name: str,
        *,
        colour: str = "ink",
        size_px: int = 20,
        ground: str | None = None,
        ground_px: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """Show the icon; ``ground`` is the colour of a disc of ``ground_px`` behind it."""
        super().__init__(parent)
        self._theme = context.theme
        self._icons = context.icons
        self._name = name
        self._colour = colour
        self._ground = ground
        self._size_px = self._theme.text_px(size_px)
        edge = self._theme.text_px(ground_px) if ground else self._size_px
        self.setFixedSize(edge, edge)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint disc and icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(self._ground))
            painter.drawEllipse(self.rect())
        at = QPointF((self.width() - self._size_px) / 2, (self.height() - self._size_px) / 2)
        painter.drawPixmap(
            at,
            self._icons.pixmap(
                self._name,
                self._colour,
                self._size_px,
                ratio=self.devicePixelRatioF(),
                mirrored=self.isRightToLeft(),
            ),
        )
        painter.end()


class Disc(QWidget):
    """A number in an ink disc: the same number stands in the figure and means the same thing."""

    def __init__(
        self, context: Context, number: int, *, size_px: int = 24, parent: QWidget | None = None
    ) -> None:
        """Show the number."""
        super().__init__(parent)
        self._theme = context.theme
        self._number = number
        edge = self._theme.text_px(size_px)
        self.setFixedSize(edge, edge)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint disc and number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("ink"))
        painter.drawEllipse(self.rect())
        painter.setPen(self._theme.colour("surface"))
        painter.setFont(self._theme.font("small_strong"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


class StatusRing(QWidget):
    """An empty ring for what is to do, a tick on a soft disc for what is done."""

    def __init__(self, context: Context, *, is_done: bool, parent: QWidget | None = None) -> None:
        """Show one of the two."""
        super().__init__(parent)
        self._theme = context.theme
        self._icons = context.icons
        self._is_done = is_done
        edge = self._theme.text_px(24)
        self.setFixedSize(edge, edge)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring or the tick."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_done:
            self._paint_tick(painter)
        else:
            painter.setPen(QPen(self._theme.colour("control"), 1.5))
            painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_tick(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("good_soft"))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        size = self._theme.text_px(16)
        at = QPointF((self.width() - size) / 2, (self.height() - size) / 2)
        painter.drawPixmap(at, self._icons.pixmap("check", "good", size, ratio=self.devicePixelRatioF()))
