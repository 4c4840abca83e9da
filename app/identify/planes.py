# SPDX-License-Identifier: MIT
"""Arithmetic on whole planes of pixels; only this file knows OpenCV.

A plane is a two-dimensional array of bytes. Source: OpenCV 5 documentation, imgproc.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from app.identify.values import Box

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Plane: TypeAlias = NDArray[np.uint8]
Picture: TypeAlias = NDArray[np.uint8]

_BLOCK = 8
CELL_WIDTH, CELL_HEIGHT = 4, 2  # px: a cell is lower than wide, as the gap between two rows of small text is

cv2.setNumThreads(1)  # one of the person's cores, not all


def grey(picture: Picture) -> Plane:
    """Return how bright each pixel is."""
    return _bytes(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY))


def channel(picture: Picture, index: int) -> Plane:
    """Return one of red, green and blue."""
    return _bytes(cv2.extractChannel(picture, index))


def difference(first: Plane, second: Plane) -> Plane:
    """Return how much more the first has; nothing where it has less."""
    return _bytes(cv2.subtract(first, second))


def scaled(plane: Plane, factor: float) -> Plane:
    """Return the plane with each value times a factor of at most one."""
    return plane if factor == 1 else _bytes(cv2.convertScaleAbs(plane, alpha=factor))


def steps(plane: Plane) -> Plane:
    """Return how much each pixel's nine neighbours differ."""
    return _bytes(cv2.morphologyEx(plane, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)))


def smooth(plane: Plane, width: int, height: int = 1) -> Plane:
    """Return the mean over a window of this size round each pixel."""
    return _bytes(cv2.blur(plane, (width, height)))


def opened(plane: Plane, width: int, height: int) -> Plane:
    """Return the plane without what is narrower, or lower, than this window."""
    return _bytes(cv2.morphologyEx(plane, cv2.MORPH_OPEN, np.ones((height, width), np.uint8)))


def ground_under(plane: Plane) -> Plane:
    """Return what a plane would be without its details: the middle of the means of blocks all round."""
    height, width = plane.shape
    blocks = cv2.resize(plane, (-(-width // _BLOCK), -(-height // _BLOCK)), interpolation=cv2.INTER_AREA)
    middle = cv2.medianBlur(blocks, 5)
    return _bytes(cv2.resize(middle, (width, height), interpolation=cv2.INTER_LINEAR))


def spread(plane: Plane, width: int, height: int) -> Plane:
    """Return the most within a window of this size round each pixel."""
    return _bytes(cv2.dilate(plane, np.ones((height, width), np.uint8)))


def above(plane: Plane, limit: float) -> Plane:
    """Return 255 where the plane is above the limit, and 0 elsewhere."""
    return _bytes(cv2.threshold(plane, limit, 255, cv2.THRESH_BINARY)[1])


def above_each(plane: Plane, limits: Plane, least: float) -> Plane:
    """Return 255 where the plane is above its own limit, and above the least of all, and 0 elsewhere."""
    return _bytes(cv2.compare(plane, np.maximum(limits, np.uint8(min(least, 255))), cv2.CMP_GT))


def cells(picture: Picture) -> Picture:
    """Return the mean of each cell of a plane, or of a picture."""
    height, width = picture.shape[:2]
    size = (max(width // CELL_WIDTH, 1), max(height // CELL_HEIGHT, 1))
    return _bytes(cv2.resize(picture, size, interpolation=cv2.INTER_AREA))


def resized(plane: Plane, width: int, height: int) -> Plane:
    """Return the plane at another size, without loss of thin strokes."""
    shrinks = width < plane.shape[1]
    way = cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC
    return _bytes(cv2.resize(plane, (width, height), interpolation=way))


def slanted(plane: Plane, slope: float) -> Plane:
    """Return the plane with each column moved up by its place times the slope, about the middle."""
    height, width = plane.shape[:2]
    move = np.array([[1.0, 0.0, 0.0], [-slope, 1.0, slope * width / 2]], np.float64)
    return _bytes(
        cv2.warpAffine(plane, move, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    )


def islands(mask: Plane, *, joins_corners: bool = False) -> Iterator[Box]:
    """Go through the connected parts of a mask, each by the box it fills."""
    _, _, found, _ = cv2.connectedComponentsWithStats(mask, connectivity=8 if joins_corners else 4)
    for left, top, width, height, _ in found[1:].tolist():
        yield Box(left, top, left + width, top + height)


def erase(mask: Plane, is_unwanted: Callable[[Box, int], bool]) -> bool:
    """Take unwanted connected parts, told by box and size, out of a mask; return whether there were any."""
    count, labels, found, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    stays = np.full(count, fill_value=True)
    for at, (left, top, width, height, size) in enumerate(found[1:].tolist(), start=1):
        stays[at] = not is_unwanted(Box(left, top, left + width, top + height), size)
    if stays.all():
        return False
    mask[~stays[labels]] = 0
    return True


def cut(picture: Picture, box: Box) -> Picture:
    """Return the part of a picture, or of a plane, inside a box."""
    return picture[box.top : box.bottom, box.left : box.right]


def _bytes(made: object) -> NDArray[np.uint8]:
    """Return what OpenCV made as what it is: it is annotated more widely."""
    return np.asarray(made, np.uint8)
