# SPDX-License-Identifier: MIT
"""What was chosen last: the area for "Same area again", and what the shortcut takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.model import Rect

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from app.settings import Settings
    from ui.capture.taking import Aim

NUMBERS = 8  # x, y, width, height of the area, then of its screen


@dataclass(frozen=True, slots=True)
class Area:
    """An area with the screen it was drawn on, both in pixels of the desktop."""

    rect: Rect
    screen: Rect

    def fits(self, screens: Collection[Rect]) -> bool:
        """Whether its screen is there, at the same place and of the same size."""
        return self.screen in screens


class Remembered:
    """Kept for as long as the window is open; the area also in the settings, as plain numbers."""

    def __init__(self, settings: Settings, keep: Callable[[str, object], object]) -> None:
        """Begin with what the settings hold; ``keep`` writes one of them: its name, its value."""
        self._keep = keep
        self.area = _area_of(settings.last_area)
        self.aim: Aim | None = None

    def keep_area(self, rect: Rect, screen: Rect) -> None:
        """Remember an area that was drawn."""
        self.area = Area(rect, screen)
        numbers = tuple(
            number for each in (rect, screen) for number in (each.x, each.y, each.width, each.height)
        )
        self._keep("last_area", numbers)

    def keep_wait(self, seconds: int) -> None:
        """Remember how long to wait before a picture."""
        self._keep("wait_seconds", seconds)


def _area_of(numbers: Sequence[int]) -> Area | None:
    """Return the area that the settings name, if they name one that can be."""
    if len(numbers) != NUMBERS or min(numbers[2], numbers[3], numbers[6], numbers[7]) < 1:
        return None
    return Area(Rect(*numbers[:4]), Rect(*numbers[4:]))
