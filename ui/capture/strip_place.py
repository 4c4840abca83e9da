# SPDX-License-Identifier: MIT
"""Where the panel stands: beside what is taken, on whichever screen has room, and never inside it."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from ui.capture.placing import ratio_of, screen_at
from ui.capture.window_frame import WHOLE_PX

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QScreen

    from app.model import Rect

    Fits = Callable[[int], "QSize | None"]

AWAY_PX, LEAST_AWAY_PX = 44, WHOLE_PX + 4  # from what is taken. Source: mock/13-conversation-strip
EDGE_PX = 8  # of a screen


@dataclass(frozen=True, slots=True)
class Place:
    """Where it stands, and in which form."""

    area: QRect
    is_line: bool = False


def outer_points(rect: Rect, screens: Sequence[QScreen]) -> QRect:
    """Return an area in Qt's points that leaves out no pixel of the rectangle."""
    screen = screen_at(rect.x + rect.width // 2, rect.y + rect.height // 2, screens)
    origin, ratio = screen.geometry().topLeft(), ratio_of(screen)
    left, top = (rect.x - origin.x()) / ratio, (rect.y - origin.y()) / ratio
    right, bottom = left + rect.width / ratio, top + rect.height / ratio
    corner = QPoint(origin.x() + floor(left), origin.y() + floor(top))
    return QRect(corner, QPoint(origin.x() + ceil(right) - 1, origin.y() + ceil(bottom) - 1))


def place(taken: QRect, screens: Sequence[QRect], panel: Fits, line: Fits, *, is_rtl: bool) -> Place | None:
    """Return where the panel stands, or None where there is no room outside what is taken.

    Args:
        taken: what is taken, in points.
        screens: what may be stood on of each screen; the one with most of what is taken comes first.
        panel: gives the size of the whole panel for a height, or None.
        line: gives the size of the short form for a width, or None.
        is_rtl: the side where reading ends is the left one.
    """
    for area in sorted(screens, key=lambda one: -_shared(one, taken)):
        size = panel(area.height() - 2 * EDGE_PX)
        found = _beside(taken, area, size, is_rtl=is_rtl) if size is not None else None
        if found is not None:
            return Place(found)
    for area in sorted(screens, key=lambda one: -_shared(one, taken)):
        size = line(area.width() - 2 * EDGE_PX)
        found = _over_or_under(taken, area, size) if size is not None else None
        if found is not None:
            return Place(found, is_line=True)
    return None


def _beside(taken: QRect, screen: QRect, size: QSize, *, is_rtl: bool) -> QRect | None:
    """Return a place left or right of it; anywhere near on a screen that shows nothing of it."""
    room = screen.adjusted(EDGE_PX, EDGE_PX, -EDGE_PX, -EDGE_PX)
    if not screen.intersects(taken):
        x = _within(taken.right() + AWAY_PX, room.left(), room.right() - size.width() + 1)
        return QRect(QPoint(x, _top(taken, room, size)), size)
    right = room.right() - taken.right() - LEAST_AWAY_PX - size.width()
    left = taken.left() - room.left() - LEAST_AWAY_PX - size.width()
    sides = (left, right) if is_rtl else (right, left)
    for at, spare in enumerate(sides):
        if spare < 0:
            continue
        away = LEAST_AWAY_PX + min(spare, AWAY_PX - LEAST_AWAY_PX)
        is_right = (at == 0) != is_rtl
        x = taken.right() + 1 + away if is_right else taken.left() - away - size.width()
        return QRect(QPoint(x, _top(taken, room, size)), size)
    return None


def _over_or_under(taken: QRect, screen: QRect, size: QSize) -> QRect | None:
    """Return a place over or under it."""
    room = screen.adjusted(EDGE_PX, 0, -EDGE_PX, 0)
    x = _within(taken.center().x() - size.width() // 2, room.left(), room.right() - size.width() + 1)
    over = taken.top() - LEAST_AWAY_PX - size.height()
    under = taken.bottom() + 1 + LEAST_AWAY_PX
    if over >= room.top():
        return QRect(QPoint(x, over), size)
    if under + size.height() <= room.bottom() + 1:
        return QRect(QPoint(x, under), size)
    return None


def _top(taken: QRect, room: QRect, size: QSize) -> int:
    return _within(taken.top() - WHOLE_PX, room.top(), room.bottom() - size.height() + 1)


def _within(value: int, least: int, most: int) -> int:
    return max(least, min(value, most))


def _shared(one: QRect, other: QRect) -> int:
    both = one.intersected(other)
    return both.width() * both.height() if not both.isEmpty() else 0
