# SPDX-License-Identifier: MIT
"""Boxes of one solid colour in the pixels themselves: what was there is in no byte of the new frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.capture.models import BYTES_PER_PIXEL, Frame

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.model import Rect

INK = 0xFF262626  # dark on paper and on both grounds of the screen, and no colour of a photograph
INK_TEXT = "#262626"


def burnt(frame: Frame, rects: Iterable[Rect]) -> Frame:
    """Return a new frame in which these rectangles are solid; what of them lies outside it does nothing."""
    import numpy as np  # noqa: PLC0415 - lazy: 75 ms at start

    pixels = np.frombuffer(frame.bgra, dtype="<u4").reshape(frame.height_px, frame.width_px).copy()
    for rect in rects:
        left, top = max(0, rect.x), max(0, rect.y)
        pixels[top : max(0, rect.y + rect.height), left : max(0, rect.x + rect.width)] = INK
    return Frame(frame.width_px, frame.height_px, pixels.data.cast("B").toreadonly())


def solid(width_px: int, height_px: int) -> Frame:
    """Return a frame that is covered whole."""
    pixel = INK.to_bytes(BYTES_PER_PIXEL, "little")
    return Frame(width_px, height_px, pixel * (width_px * height_px))
