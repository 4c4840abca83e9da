# SPDX-License-Identifier: MIT
"""The blue frame with a white edge round the window that would be taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from ui.override import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from ui.theme import Theme

EDGE_PX = 1
LINE_PX = 3
WHOLE_PX = 2 * EDGE_PX + LINE_PX
OVERLAY = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.X11BypassWindowManagerHint
    | Qt.WindowType.WindowTransparentForInput
    | Qt.WindowType.WindowDoesNotAcceptFocus
)
_NOTHING = QRect()


def go_to(overlay: QWidget, area: QRect) -> None:
    """Put a window of ours there, with the scale of that screen first: its mask would keep the old one."""
    screen = QGuiApplication.screenAt(area.center())
    if screen is not None and screen is not overlay.screen():
        overlay.setScreen(screen)
    overlay.setGeometry(area)


class WindowFrame(QWidget):
    """A hollow window: only its frame exists, so it needs no compositor and takes no clicks.

    Attributes:
        is_drawn: it has been painted where it stands now.
    """

    def __init__(self, theme: Theme) -> None:
        """Stay hidden until a window is to be framed."""
        super().__init__(None, OVERLAY)
        self._theme = theme
        self._spared = QRect()
        self.is_drawn = False
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)  # another program is in front
        self.setObjectName("window_frame")

    def put_round(self, window: QRect, screen: QRect, spared: QRect = _NOTHING) -> None:
        """Stand just outside the window, or inside its edge where the screen ends.

        Args:
            window: what to frame, in points.
            screen: how far the frame may go.
            spared: where nothing is drawn, as the words of the bar stand there.
        """
        outside = window.adjusted(-WHOLE_PX, -WHOLE_PX, WHOLE_PX, WHOLE_PX)
        area = outside.intersected(screen)
        if (area, spared) != (self.geometry(), self._spared) or not self.isVisible():
            self.is_drawn = False
            self._spared = spared
            go_to(self, area)
            self._cut_out()
            self.show()
            self.update()

    def strips(self) -> tuple[QRect, ...]:
        """Return the two parts of it that tell whether it is still on the screen; none if it is not drawn."""
        if not self.isVisible() or not self.is_drawn:
            return ()
        area = self.geometry()
        return (
            QRect(area.left(), area.top(), area.width(), WHOLE_PX),
            QRect(area.left(), area.bottom() - WHOLE_PX + 1, area.width(), WHOLE_PX),
        )

    @override
    def event(self, event: QEvent) -> bool:
        """Cut anew on a screen of another scale: what was cut out stays behind in pixels of the old one."""
        done = super().event(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._cut_out()
        return done

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut out the middle."""
        super().resizeEvent(event)
        self._cut_out()

    def _cut_out(self) -> None:
        """Leave only the frame, and not even that where it is to be spared."""
        inner = self.rect().adjusted(WHOLE_PX, WHOLE_PX, -WHOLE_PX, -WHOLE_PX)
        spared = self._spared.translated(-self.pos())
        self.setMask(QRegion(self.rect()) - QRegion(inner) - QRegion(spared))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """White, blue, white."""
        self.is_drawn = True
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        blue = self.rect().adjusted(EDGE_PX, EDGE_PX, -EDGE_PX, -EDGE_PX)
        painter.fillRect(blue, self._theme.colour("focus"))
        inner = blue.adjusted(LINE_PX, LINE_PX, -LINE_PX, -LINE_PX)
        painter.fillRect(inner, Qt.GlobalColor.white)
