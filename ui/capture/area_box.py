# SPDX-License-Identifier: MIT
"""The box that is drawn on a still picture, in pixels of the picture, whatever the screen's scale."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QPoint, QRect, QSize

LEAST_PX = 8
# Which edges are held: -1 left or top, 1 right or bottom, 0 neither; both 0: the box itself.
Grip: TypeAlias = tuple[int, int]
INSIDE: Grip = (0, 0)


class AreaBox:
    """A rectangle that never leaves the picture. Both of its corners are pixels that are in it.

    Attributes:
        rect: what is drawn now; null if nothing is.
    """

    def __init__(self, size: QSize) -> None:
        """Draw nothing yet on a picture of this size."""
        self._limits = QRect(QPoint(0, 0), size)
        self.rect = QRect()

    def inside(self, point: QPoint) -> QPoint:
        """Return the pixel of the picture that is nearest to a point."""
        right, bottom = self._limits.right(), self._limits.bottom()
        return QPoint(min(max(point.x(), 0), right), min(max(point.y(), 0), bottom))

    def draw(self, one: QPoint, other: QPoint) -> None:
        """Have both points for corners; QRect's own way is off by one to the left and up."""
        one, other = self.inside(one), self.inside(other)
        left, right = sorted((one.x(), other.x()))
        top, bottom = sorted((one.y(), other.y()))
        self.rect = QRect(QPoint(left, top), QPoint(right, bottom))

    def clear(self) -> None:
        """Draw nothing."""
        self.rect = QRect()

    def settle(self) -> None:
        """Keep the box only if it is large enough to be meant."""
        if min(self.rect.width(), self.rect.height()) < LEAST_PX:
            self.clear()

    def begin(self, last: QRect) -> None:
        """Draw the box of last time if it lies in the picture, or else the middle of the picture."""
        if not last.isNull() and self._limits.contains(last):
            self.rect = last
            return
        self.rect = QRect(QPoint(0, 0), self._limits.size() / 2)
        self.rect.moveCenter(self._limits.center())

    def grip_at(self, point: QPoint, reach_px: int) -> Grip | None:
        """Return what a press at this point takes hold of: edges, the box, or nothing."""
        reached = self.rect.adjusted(-reach_px, -reach_px, reach_px, reach_px)
        if self.rect.isNull() or not reached.contains(point):
            return None
        across = _nearer(point.x(), self.rect.left(), self.rect.right(), reach_px)
        down = _nearer(point.y(), self.rect.top(), self.rect.bottom(), reach_px)
        return across, down

    def drag(self, grip: Grip, began: QRect, by: QPoint) -> None:
        """Move what is held by a distance from where it began; an edge may be pulled past the other one."""
        if grip == INSIDE:
            self.rect = self._moved(began, by)
            return
        left, right, top, bottom = began.left(), began.right(), began.top(), began.bottom()
        left, right = _pulled(left, right, grip[0], by.x())
        top, bottom = _pulled(top, bottom, grip[1], by.y())
        self.draw(QPoint(left, top), QPoint(right, bottom))

    def nudge(self, step: QPoint, *, resizes: bool) -> None:
        """Move the box, or its right and lower edge."""
        if resizes:
            right = max(self.rect.left(), self.rect.right() + step.x())
            bottom = max(self.rect.top(), self.rect.bottom() + step.y())
            self.draw(self.rect.topLeft(), QPoint(right, bottom))
        else:
            self.rect = self._moved(self.rect, step)

    def _moved(self, rect: QRect, by: QPoint) -> QRect:
        """Return it moved, as far as it stays whole in the picture."""
        x = min(max(rect.x() + by.x(), 0), self._limits.width() - rect.width())
        y = min(max(rect.y() + by.y(), 0), self._limits.height() - rect.height())
        return QRect(QPoint(x, y), rect.size())


def _nearer(at: int, low: int, high: int, reach_px: int) -> int:
    """Return which of two edges is within reach, the nearer one where both are: -1, 1 or neither."""
    to_low, to_high = abs(at - low), abs(at - high)
    if min(to_low, to_high) > reach_px:
        return 0
    return -1 if to_low < to_high else 1


def _pulled(low: int, high: int, side: int, by: int) -> tuple[int, int]:
    """Return both edges with the one that is held moved."""
    return (low + by, high) if side < 0 else (low, high + by) if side > 0 else (low, high)
