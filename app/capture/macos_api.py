# SPDX-License-Identifier: MIT
"""macOS itself, asked through pyobjc; the only importer of it. Nothing is decided here.

Source: Apple Developer, Core Graphics: the page of each function named below.
"""

from __future__ import annotations

import sys
from ctypes import c_void_p
from typing import TYPE_CHECKING, Any

import objc
import Quartz

from app.errors import CaptureDenied
from app.model import Rect

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

assert sys.platform == "darwin"  # noqa: S101 - the type checker reads the rest only there

MOST_DISPLAYS = 32
SHARING_NONE = 0  # NSWindowSharingNone


class QuartzApi:
    """Every question is asked anew."""

    def windows(self) -> Sequence[Mapping[str, Any]]:
        """Return one dictionary a window on the screen, the frontmost first.

        Raises:
            CaptureDenied: macOS does not say.
        """
        wanted = Quartz.kCGWindowListOptionOnScreenOnly | Quartz.kCGWindowListExcludeDesktopElements
        found = Quartz.CGWindowListCopyWindowInfo(wanted, Quartz.kCGNullWindowID)
        if found is None:
            raise CaptureDenied("the windows cannot be listed")
        return [dict(window) for window in found]

    def displays(self) -> list[tuple[int, Rect, int, bool]]:
        """Return number, place in points, width in pixels and whether it is the main one, of each.

        Raises:
            CaptureDenied: macOS does not say.
        """
        failed, numbers, count = Quartz.CGGetActiveDisplayList(MOST_DISPLAYS, None, None)
        if failed:
            raise CaptureDenied("the displays cannot be listed")
        return [self._display(number) for number in numbers[:count]]

    def pointer(self) -> tuple[int, int] | None:
        """Return where the mouse pointer is, in points."""
        event = Quartz.CGEventCreate(None)
        if event is None:
            return None
        point = Quartz.CGEventGetLocation(event)
        return round(point.x), round(point.y)

    def may_capture(self) -> bool:
        """Whether the person allowed this program to take pictures of the screen (macOS 10.15 and later)."""
        return bool(Quartz.CGPreflightScreenCaptureAccess())

    def ask_to_capture(self) -> None:
        """The system has asked the person, and lists this program among those that may be allowed."""
        Quartz.CGRequestScreenCaptureAccess()

    def keep_out(self, number: int) -> bool:
        """Return whether a window of our own (its NSView) is left out of pictures from now on.

        From macOS 15 on pictures by ScreenCaptureKit show it all the same; mss does not use that.
        """
        window = objc.objc_object(c_void_p=c_void_p(number)).window()
        if window is None:
            return False
        window.setSharingType_(SHARING_NONE)
        return True

    @staticmethod
    def _display(number: int) -> tuple[int, Rect, int, bool]:
        bounds = Quartz.CGDisplayBounds(number)
        rect = Rect(
            round(bounds.origin.x),
            round(bounds.origin.y),
            round(bounds.size.width),
            round(bounds.size.height),
        )
        mode = Quartz.CGDisplayCopyDisplayMode(number)
        width_px = Quartz.CGDisplayModeGetPixelWidth(mode) if mode else rect.width
        return number, rect, width_px, bool(Quartz.CGDisplayIsMain(number))
