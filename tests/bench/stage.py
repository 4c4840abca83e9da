# SPDX-License-Identifier: MIT
"""A screen of 1920 x 1080 with a chat that is scrolled by a timetable; a grab costs what a copy does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from app.capture.models import Frame, Screen
from app.model import Rect
from tests.fakes.backend import FakeBackend
from tests.fakes.chats import FAMILIES, FULL_HD

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

SCREEN = Screen("BENCH-1", Rect(0, 0, *FULL_HD), 1000, is_primary=True)
OPAQUE = np.uint32(0xFF000000)
GLIDE_S = 0.4  # a turn of the wheel with smooth scrolling
BLINK_S = 0.5


class Stage(FakeBackend):
    """Shows the chat as it is at the moment of the grab.

    ``offset_at``: seconds since the start to the row of the page that is first. The page is gone through up
    and down. A caret blinks.
    """

    def __init__(self, now: Callable[[], float], offset_at: Callable[[float], float]) -> None:
        """Draw the chat once; a grab only copies rows."""
        super().__init__(monitors=(SCREEN,), lists_windows=False)
        world = FAMILIES["beside"](3, FULL_HD)
        self._bars = world.shot(0, 0).pixels | OPAQUE
        self._region = world.region_at(0)
        self._page = world.page_at(0, self._region.width).pixels | OPAQUE
        self._now, self._offset_at, self._began = now, offset_at, now()

    def grab(self, rect: Rect) -> Frame:
        """Return the pixels of this moment."""
        seconds, region = self._now() - self._began, self._region
        span = len(self._page) - region.height
        way = int(self._offset_at(seconds)) % (2 * span)
        top = min(way, 2 * span - way)
        shown: NDArray[np.uint32] = self._bars.copy()
        shown[region.y : region.y + region.height, region.x : region.x + region.width] = self._page[
            top : top + region.height
        ]
        if seconds % (2 * BLINK_S) < BLINK_S:
            shown[-40:-16, region.x + 40 : region.x + 42] = OPAQUE
        return Frame(*FULL_HD, shown.tobytes())


@dataclass(frozen=True)
class Pace:
    """How a person scrolls: a stretch of pixels every so many seconds, at once or gliding."""

    stretch_px: int
    every_s: float
    glide_s: float = GLIDE_S

    def offset_at(self, seconds: float) -> float:
        """Return the row that is first after so many seconds."""
        turns, rest = divmod(seconds, self.every_s)
        share = min(1.0, rest / self.glide_s) if self.glide_s else 1.0
        return (turns + share) * self.stretch_px


STILL = Pace(0, 1.0)
READING = Pace(500, 2.5)  # half a window, then the person reads
BRISK = Pace(600, 1.0)
TEN_A_SECOND = Pace(300, 0.1, 0.0)
