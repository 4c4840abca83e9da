# SPDX-License-Identifier: MIT
"""Rectangles on a desktop of one or several monitors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Rect

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.capture.models import Screen


def intersection(one: Rect, other: Rect) -> Rect | None:
    """Return what lies in both, or ``None`` if nothing does."""
    left, top = max(one.x, other.x), max(one.y, other.y)
    width = min(one.x + one.width, other.x + other.width) - left
    height = min(one.y + one.height, other.y + other.height) - top
    return Rect(left, top, width, height) if width > 0 and height > 0 else None


def lies_in(inner: Rect, outer: Rect) -> bool:
    """Whether nothing of one rectangle lies outside the other."""
    return intersection(inner, outer) == inner


def touch(one: Rect, other: Rect, margin: int = 0) -> bool:
    """Whether two rectangles have a pixel in common, or come as near to each other as this."""
    around = Rect(one.x - margin, one.y - margin, one.width + 2 * margin, one.height + 2 * margin)
    return intersection(around, other) is not None


def bounding(rects: Iterable[Rect]) -> Rect:
    """Return the smallest rectangle that holds them all.

    Raises:
        ValueError: there are none.
    """
    held = tuple(rects)
    left, top = min(rect.x for rect in held), min(rect.y for rect in held)
    width = max(rect.x + rect.width for rect in held) - left
    height = max(rect.y + rect.height for rect in held) - top
    return Rect(left, top, width, height)


def contains(rect: Rect, x: int, y: int) -> bool:
    """Whether the pixel lies in the rectangle."""
    return 0 <= x - rect.x < rect.width and 0 <= y - rect.y < rect.height


def area(rect: Rect | None) -> int:
    """Return the number of pixels; 0 for nothing."""
    return rect.width * rect.height if rect else 0


def screen_of(rect: Rect, screens: Iterable[Screen]) -> Screen:
    """Return the screen that shows most of the rectangle; the first of several that show the same.

    Raises:
        ValueError: there are no screens.
    """
    return max(screens, key=lambda screen: area(intersection(rect, screen.rect)))


def to_logical(rect: Rect, screen: Screen) -> Rect:
    """Return the rectangle as Qt counts it: the screen's origin stays, distances shrink by its scale.

    Source: Qt 6, High DPI: native = origin + (logical - origin) * device pixel ratio.
    """
    scale, origin = screen.scale_permille, screen.rect
    return Rect(
        origin.x + (rect.x - origin.x) * 1000 // scale,
        origin.y + (rect.y - origin.y) * 1000 // scale,
        max(1, rect.width * 1000 // scale),
        max(1, rect.height * 1000 // scale),
    )
