# SPDX-License-Identifier: MIT
"""A screen that stands still in memory."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from app.capture.checks import is_over, own_window_inside
from app.capture.models import Frame, Screen, Surroundings, Window
from app.errors import CaptureUnsupported
from app.model import Rect

ONE_SCREEN = (Screen("FAKE-1", Rect(0, 0, 640, 480), 1000, is_primary=True),)


def drawn(width: int, height: int, seed: int = 1) -> Frame:
    """Return a frame of many colours, always the same for one seed."""
    pixels = np.random.default_rng(seed).integers(0, 256, (height, width, 4), dtype=np.uint8)
    return Frame(width, height, pixels.tobytes())


def plain(width: int, height: int, colour: int = 0) -> Frame:
    """Return a frame of one colour; the unused byte differs from pixel to pixel."""
    pixels = np.full((height, width), colour, dtype="<u4")
    pixels |= (np.arange(width * height, dtype="<u4").reshape(height, width) % 256) << 24
    return Frame(width, height, pixels.tobytes())


@dataclass
class FakeBackend:
    """Gives the frame it was made with, or one drawn to the size that is asked for.

    Attributes:
        shown: what every grab gives; ``None`` draws one.
        standing: windows and menus, lowest first.
        asked: every rectangle that was grabbed.
    """

    shown: Frame | None = None
    monitors: tuple[Screen, ...] = ONE_SCREEN
    standing: tuple[Window, ...] = ()
    lists_windows: bool = True
    name: str = "mss/fake"
    version: str = "10.2.0"
    cursor_included: bool = False
    is_clock_in_sight: bool | None = True
    pointer: tuple[int, int] | None = None
    asked: list[Rect] = field(default_factory=list)
    is_closed: bool = False

    def screens(self) -> tuple[Screen, ...]:
        """Return the monitors."""
        return self.monitors

    def stack(self) -> tuple[Window, ...]:
        """Return what stands there."""
        if not self.lists_windows:
            raise CaptureUnsupported("no list of windows here")
        return self.standing

    def windows(self, exclude_pid: int | None) -> tuple[Window, ...]:
        """Return the windows a person may choose from."""
        listed = (window for window in self.stack() if window.is_ordinary)
        return tuple(window for window in listed if exclude_pid is None or window.pid != exclude_pid)

    def shows(self, pid: int, rect: Rect) -> bool:
        """Whether a window of the process shows there."""
        return own_window_inside(rect, self.stack(), pid)

    def surroundings(self, pid: int, rect: Rect) -> Surroundings:
        """Return what stands in or over the rectangle."""
        menus = [window for window in self.stack() if not window.is_ordinary and window.pid != pid]
        return Surroundings(
            is_own_inside=self.shows(pid, rect),
            is_menu_over=any(is_over(menu, rect) for menu in menus),
            is_clock_in_sight=self.is_clock_in_sight,
            pointer=self.pointer,
        )

    def grab(self, rect: Rect) -> Frame:
        """Return the pixels."""
        self.asked.append(rect)
        return self.shown or drawn(rect.width, rect.height)

    def close(self) -> None:
        """Remember that it was closed."""
        self.is_closed = True
