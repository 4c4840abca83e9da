# SPDX-License-Identifier: MIT
"""What the reading process read, as lines of text that can be kept and searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Rect
from app.search.values import ReadText, Unsure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.identify.values import Box
    from app.identify.wire import ReadLine


def texts_of(lines: Iterable[ReadLine]) -> tuple[ReadText, ...]:
    """Return each line that holds text, from top to bottom, with its rectangle in pixels of the original."""
    return tuple(_text_of(line) for line in lines if line.reading.text.strip())


def _text_of(line: ReadLine) -> ReadText:
    reading = line.reading
    return ReadText(
        rect=_rect(line.box),
        text=reading.text,
        permille=_permille(reading.confidence),
        edges_permille=tuple(_permille(edge) for edge in reading.edges),
        unsure=tuple(Unsure(doubt.index, doubt.options) for doubt in reading.doubts),
    )


def _rect(box: Box) -> Rect:
    return Rect(box.left, box.top, max(1, box.width_px), max(1, box.height_px))


def _permille(share: float) -> int:
    return round(1000 * min(max(share, 0.0), 1.0))
