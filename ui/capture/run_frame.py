# SPDX-License-Identifier: MIT
"""The blue frame round what a conversation is taken from: four thin windows, so that none lies over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.capture.window_frame import EDGE_PX, LINE_PX, OVERLAY, WHOLE_PX
from ui.override import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.theme import Theme


class Strip(QWidget):
    """One side of the frame."""

    def __init__(self, theme: Theme) -> None:
        """Stay hidden until there is something to frame."""
        super().__init__(None, OVERLAY)
        self._theme = theme
        self._whole = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setObjectName("run_frame")

    def stand(self, side: QRect, whole: QRect) -> None:
        """Stand there, as a part of the whole frame; a side of no size is not shown."""
        if side.isEmpty():
            self.hide()
            return
        self._whole = whole
        if self.geometry() != side:
            self.setGeometry(side)
        self.show()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """White, blue, white."""
        painter = QPainter(self)
        painter.translate(-self.pos())
        painter.fillRect(self._whole, Qt.GlobalColor.white)
        blue = self._whole.adjusted(EDGE_PX, EDGE_PX, -EDGE_PX, -EDGE_PX)
        painter.fillRect(blue, self._theme.colour("focus"))
        inner = blue.adjusted(LINE_PX, LINE_PX, -LINE_PX, -LINE_PX)
        painter.fillRect(inner, Qt.GlobalColor.white)


class RunFrame:
    """The four sides; where the screen ends, a side is left out."""

    def __init__(self, theme: Theme) -> None:
        """Stay hidden until there is something to frame."""
        self.sides = tuple(Strip(theme) for _ in range(4))

    @property
    def is_visible(self) -> bool:
        """Whether any side is on the screen."""
        return any(side.isVisible() for side in self.sides)

    def put_round(self, taken: QRect, screen: QRect) -> None:
        """Stand just outside of it, as far as the screen goes."""
        whole = taken.adjusted(-WHOLE_PX, -WHOLE_PX, WHOLE_PX, WHOLE_PX)
        across = (
            QRect(whole.left(), whole.top(), whole.width(), WHOLE_PX),
            QRect(whole.left(), taken.bottom() + 1, whole.width(), WHOLE_PX),
        )
        upright = (
            QRect(whole.left(), taken.top(), WHOLE_PX, taken.height()),
            QRect(taken.right() + 1, taken.top(), WHOLE_PX, taken.height()),
        )
        for side, area in zip(self.sides, (*across, *upright), strict=True):
            side.stand(area.intersected(screen), whole)

    def hide(self) -> None:
        """Be gone from the screen."""
        for side in self.sides:
            side.hide()
