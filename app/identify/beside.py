# SPDX-License-Identifier: MIT
"""What stands beside, above and below a line of text, where labels, values and names stand.

Distances are in heights of the line, so that scale does not matter. A photograph may be turned a little.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.identify.lines import find_lines
from app.identify.values import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.identify.planes import Picture
    from app.identify.values import TextLine

_REACH = 45  # heights: how far a value may be from the label at its left
_TURN = 0.035  # of the distance: two degrees
_NEAR = 3.4  # heights from the top of a line to the top of its label above
_INDENT = 1.6  # heights: how far a label above may begin from where its value begins
_STEP = 8
_BACK, _ON = 8, 4  # heights: how far left of a value, and right of its end, its name may begin
_ASIDE = 24  # heights: how far beside these places lines are followed, so that none is cut
_UP = 20  # heights: how far above a value its name may be


def left_of(rgb: Picture, line: TextLine) -> list[TextLine]:
    """Return the lines at the left of this one at the same height, the nearest first."""
    box, high = line.box, line.box.height_px
    strip = inside(rgb, Box(box.left - _REACH * high, box.top - high, box.left - 2, box.bottom + high))
    return nearest_left(box, find_lines(rgb, strip))


def nearest_left(box: Box, among: Iterable[TextLine]) -> list[TextLine]:
    """Return those that end left of a box at its height, the nearest first."""
    level = [one for one in among if one.box.right <= box.left + 2 and is_level(one.box, box)]
    return sorted(level, key=lambda one: box.left - one.box.right)[:2]


def nearest_right(box: Box, among: Iterable[TextLine]) -> list[TextLine]:
    """Return those that begin right of a box at its height, the nearest first."""
    level = [one for one in among if one.box.left >= box.right - 2 and is_level(one.box, box)]
    near = [one for one in level if one.box.left - box.right <= _REACH * box.height_px]
    return sorted(near, key=lambda one: one.box.left)[:1]


def over(rgb: Picture, line: TextLine) -> list[TextLine]:
    """Return the lines right above this one that begin, or are centred, where it does, the nearest first."""
    box, high = line.box, line.box.height_px
    wide = max(box.width_px, 14 * high)
    strip = Box(box.left - 2 * high, box.top - round(_NEAR * high), box.left + wide, box.top - 1)
    return nearest_over(box, find_lines(rgb, inside(rgb, strip)))


def nearest_over(box: Box, among: Iterable[TextLine]) -> list[TextLine]:
    """Return those that end right above a box and begin, or are centred, where it does, the nearest first."""
    found = [one for one in among if _is_over(one.box, box) and _is_aligned(one.box, box)]
    return sorted(found, key=lambda one: box.top - one.box.bottom)[:1]


def nearest_under(box: Box, among: Iterable[TextLine]) -> list[TextLine]:
    """Return those right below a box that begin, or are centred, where it does, the nearest first."""
    found = [one for one in among if _is_over(box, one.box) and _is_aligned(one.box, box)]
    return sorted(found, key=lambda one: one.box.top - box.bottom)[:1]


def values_of(label: Box, among: Sequence[TextLine]) -> list[TextLine]:
    """Return what may be the value of a label: what is right of it and what is below it, the nearer first.

    A step down counts as eight to the side, for columns are wider apart than rows.
    """
    right = [((one.box.left - label.right) / _STEP, one) for one in nearest_right(label, among)]
    under = [(float(one.box.top - label.bottom), one) for one in nearest_under(label, among)]
    return [one for _, one in sorted([*right, *under], key=lambda pair: pair[0])]


def names_over(rgb: Picture, box: Box) -> list[TextLine]:
    """Return the lines well above a value that may be the name of its person, the highest letters first."""
    high = box.height_px
    start, end = box.left - _BACK * high, box.right + _ON * high
    strip = Box(start - _ASIDE * high, box.top - _UP * high, end + _ASIDE * high, box.top - high // 2)
    found = find_lines(rgb, inside(rgb, strip))
    near = [one for one in found if start <= one.box.left <= end and is_long(one.box)]
    return sorted(near, key=lambda one: -one.box.height_px)


def is_long(box: Box) -> bool:
    """Whether a box is that of a word rather than of a picture."""
    return box.width_px >= 1.5 * box.height_px


def is_level(one: Box, two: Box) -> bool:
    """Whether two boxes stand in one line of a page that may be turned a little."""
    gap = max(one.left - two.right, two.left - one.right, 0)
    high = max(min(one.height_px, two.height_px), 1)
    apart = abs(one.top + one.bottom - two.top - two.bottom) / 2
    return apart <= 0.4 * high + min(_TURN * gap, 0.5 * high) and _is_like(one, two)


def are_apart(one: Box, two: Box) -> bool:
    """Whether two boxes have no pixel in common."""
    is_beside = one.right <= two.left or two.right <= one.left
    return is_beside or one.bottom <= two.top or two.bottom <= one.top


def _is_over(upper: Box, lower: Box) -> bool:
    """Whether one box ends above another that is of its kind, and no further than a label does."""
    high = max(upper.height_px, lower.height_px)
    gap = lower.top - upper.bottom
    return -0.3 * high <= gap <= (_NEAR - 1) * high and _is_like(upper, lower)


def _is_aligned(one: Box, two: Box) -> bool:
    high = max(one.height_px, two.height_px)
    centred = abs(one.left + one.right - two.left - two.right) / 2
    return min(abs(one.left - two.left), abs(one.right - two.right), centred) <= _INDENT * high


def _is_like(one: Box, two: Box) -> bool:
    """Whether two boxes are of letters of about one size; some words have no long letters."""
    lower, higher = sorted((one.height_px, two.height_px))
    return higher <= 2.2 * lower


def inside(rgb: Picture, box: Box) -> Box:
    """Return the part of a box that lies in the picture."""
    height, width = rgb.shape[:2]
    return Box(max(box.left, 0), max(box.top, 0), min(box.right, width), min(box.bottom, height))
