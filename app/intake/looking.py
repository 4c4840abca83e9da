# SPDX-License-Identifier: MIT
"""Looks at a target ten or more times a second, and now and then at what stands around it.

A look costs little more than its pixels: where the target lies and what covers it is asked once a second and
before a frame is kept.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.capture.checks import is_blank
from app.capture.geometry import area, contains, screen_of
from app.capture.models import WindowTarget
from app.capture.occlusion import covered_parts
from app.errors import CaptureDenied, WindowGone
from app.intake.acquire import Taken, take
from app.intake.progress import Advice

if TYPE_CHECKING:
    from app.intake.progress import Source

LOCATE_NS = 1_000_000_000
DENIED_NS = 10_000_000_000  # a screen that is locked or being switched gives nothing for a moment
MOST_COVERED_PERMILLE = 250
FULL_SCALE_PERMILLE = 1000


class Looking:
    """Looks through one backend at one target."""

    def __init__(self, source: Source) -> None:
        """Nothing was looked at yet."""
        self._source = source
        self._whole: Taken | None = None
        self._denied_since_ns: int | None = None

    def look(self) -> Taken | Advice:
        """Return the target's pixels now, or why it cannot be seen; where it lies may be a second old.

        It is not for keeping: the clock is read once only.

        Raises:
            CaptureDenied: the system gave nothing for ten seconds.
        """
        known, clock = self._whole, self._source.clock
        before = clock.now()
        if known is None or before.monotonic_ns - known.before.monotonic_ns >= LOCATE_NS:
            return self.look_round()
        try:
            frame = self._source.backend.grab(known.grab.rect)
        except CaptureDenied as error:
            return self._denied(error)
        return Taken(replace(known.grab, frame=frame), before, before)

    def look_round(self) -> Taken | Advice:
        """Return the target's pixels now, with where it lies and what stands around it.

        Raises:
            CaptureDenied: as ``look``.
        """
        self._whole = None
        try:
            taken = take(self._source.backend, self._source.target, self._source.clock)
        except WindowGone:
            return Advice.WINDOW_GONE
        except CaptureDenied as error:
            return self._denied(error)
        self._denied_since_ns = None
        if taken.grab.is_covered and self._covered_permille(taken) > MOST_COVERED_PERMILLE:
            return Advice.COVERED
        if taken.grab.is_own_inside:  # the chat grew under our panel, which steps aside in a moment
            return Advice.COVERED
        if is_blank(taken.grab.frame):
            return Advice.WINDOW_GONE
        self._whole = taken
        return taken

    def pointer(self, taken: Taken) -> tuple[int, int] | None:
        """Return where the mouse pointer was in the frame; ``None`` if elsewhere or not known."""
        around, rect, frame = taken.grab.around, taken.grab.rect, taken.grab.frame
        at = around.pointer if around else None
        if at is None or not contains(rect, *at):
            return None
        x, y = at[0] - rect.x, at[1] - rect.y
        return x * frame.width_px // rect.width, y * frame.height_px // rect.height

    def density_permille(self, taken: Taken) -> int:
        """Return how many pixels of the screen make one of the layout, in thousandths."""
        screen = screen_of(taken.grab.rect, taken.grab.monitors)
        scale = self._source.scale_of.get(screen.name, screen.scale_permille)
        return max(FULL_SCALE_PERMILLE, scale)

    def _covered_permille(self, taken: Taken) -> int:
        """Return how much of the window something stands over; what overlaps counts twice."""
        window = taken.grab.window
        if window is None or not isinstance(self._source.target, WindowTarget):
            return 0
        parts = covered_parts(window, self._source.backend.stack())
        return sum(area(part) for part in parts) * 1000 // max(1, area(window.rect))

    def _denied(self, error: CaptureDenied) -> Advice:
        """Return that there is nothing to see now.

        Raises:
            CaptureDenied: that has lasted too long.
        """
        now = self._source.clock.now().monotonic_ns
        if self._denied_since_ns is None:
            self._denied_since_ns = now
        self._whole = None
        if now - self._denied_since_ns > DENIED_NS:
            raise error
        return Advice.WINDOW_GONE
