# SPDX-License-Identifier: MIT
"""Boxes burnt into a picture: decoded, made solid, written anew with nothing beside the pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.capture.geometry import intersection
from app.capture.png import encode
from app.capture.solid import burnt
from app.conversation.files import decode
from app.errors import BadInput
from app.model import Rect

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAST_PX = 4  # either way: smaller is a slip of the hand, and covers no letter


def preview(original: bytes, boxes: Iterable[Rect]) -> bytes:
    """Return the picture as a PNG in which these boxes are solid, as a copy of it will be.

    Raises:
        ValueError: it is no picture that can be read.
    """
    return encode(burnt(decode(original), boxes))


def fitted(boxes: Iterable[Rect], width_px: int, height_px: int) -> tuple[Rect, ...]:
    """Return boxes as they lie in a picture of this size, each once.

    Raises:
        BadInput: one lies outside, or is too small to cover anything.
    """
    picture = Rect(0, 0, width_px, height_px)
    found: dict[Rect, None] = {}
    for box in boxes:
        inside = intersection(box, picture)
        if inside is None:
            raise BadInput("a box outside the picture")
        if min(inside.width, inside.height) < LEAST_PX:
            raise BadInput(f"a box smaller than {LEAST_PX} pixels")
        found[inside] = None
    return tuple(found)
