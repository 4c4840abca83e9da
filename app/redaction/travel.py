# SPDX-License-Identifier: MIT
"""Which boxes every frame of a run has, from those that were drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.model import RedactedBox

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.capture.models import Frame
    from app.model import Exhibit, Rect


@dataclass(frozen=True, slots=True)
class Reach:
    """What reaches one frame."""

    boxes: tuple[RedactedBox, ...] = ()
    came_along: bool = False
    is_found: bool = False
    is_beyond: bool = False
    is_waiting: bool = False


class Travel:
    """From frame to frame of one exhibit."""

    def __init__(self, exhibit: Exhibit, asked: Mapping[int, Sequence[Rect]]) -> None:
        """Hold what was drawn, by the number of the frame."""
        self._exhibit = exhibit
        self._asked = asked

    def look(self, number: int, frame: Frame) -> None:
        """What is drawn in this frame can be found again."""

    def needs_pixels(self, _numbers: Sequence[int]) -> bool:
        """Whether the pixels of these frames decide what reaches them."""
        return False

    def reach(self, number: int, _frame: Frame | None) -> Reach:
        """Return what reaches a frame."""
        own = self._exhibit.originals[number - 1].record.content.sha256
        return Reach(tuple(RedactedBox(rect, own) for rect in self._asked.get(number, ())))
