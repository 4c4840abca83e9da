# SPDX-License-Identifier: MIT
"""Qt's points and the screen's pixels: where one lies in terms of the other, on several monitors.

The top left corner of a screen is the same in both; distances from it are scaled.
Source: Qt 6, High DPI, "Screen geometry": native = origin + (point - origin) * device pixel ratio.
Where pictures are asked for in points, on Wayland and macOS, both are the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from app.model import Rect
from ui.capture.monitors import counts_in_points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QScreen


def native_of_screen(screen: QScreen) -> Rect:
    """Return the pixels one screen covers."""
    area, ratio = screen.geometry(), ratio_of(screen)
    return Rect(area.x(), area.y(), round(area.width() * ratio), round(area.height() * ratio))


def to_native(area: QRect, screen: QScreen) -> Rect:
    """Return the pixels that an area in Qt's points covers on its screen."""
    origin, ratio = screen.geometry().topLeft(), ratio_of(screen)
    left = origin.x() + round((area.x() - origin.x()) * ratio)
    top = origin.y() + round((area.y() - origin.y()) * ratio)
    return Rect(left, top, round(area.width() * ratio), round(area.height() * ratio))


def native_of(area: QRect, screens: Sequence[QScreen]) -> Rect:
    """Return the pixels a window of ours covers: it has the scale of the screen that holds its middle."""
    middle = area.center()
    return to_native(area, next((one for one in screens if one.geometry().contains(middle)), screens[0]))


def to_points(rect: Rect, screens: Sequence[QScreen]) -> QRect:
    """Return where pixels lie in Qt's points, measured on the screen that holds their middle."""
    screen = screen_at(rect.x + rect.width // 2, rect.y + rect.height // 2, screens)
    origin, ratio = screen.geometry().topLeft(), ratio_of(screen)
    return QRect(
        origin.x() + round((rect.x - origin.x()) / ratio),
        origin.y() + round((rect.y - origin.y()) / ratio),
        round(rect.width / ratio),
        round(rect.height / ratio),
    )


def point_to_native(point: QPoint, screens: Sequence[QScreen]) -> tuple[int, int]:
    """Return the pixel under a point of Qt's."""
    screen = next((one for one in screens if one.geometry().contains(point)), screens[0])
    spot = to_native(QRect(point.x(), point.y(), 1, 1), screen)
    return spot.x, spot.y


def screen_at(x: int, y: int, screens: Sequence[QScreen]) -> QScreen:
    """Return the screen that holds a pixel, or else the first one."""
    return next((one for one in screens if holds(native_of_screen(one), x, y)), screens[0])


def holds(rect: Rect, x: int, y: int) -> bool:
    """Whether a pixel lies in a rectangle."""
    return rect.x <= x < rect.x + rect.width and rect.y <= y < rect.y + rect.height


def ratio_of(screen: QScreen) -> float:
    """Return how many units of the screen a point is."""
    return 1.0 if counts_in_points() else screen.devicePixelRatio()
