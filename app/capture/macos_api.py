# SPDX-License-Identifier: MIT
"""macOS itself, asked through pyobjc; the only importer of it. Nothing is decided here.

Source: Apple Developer, Core Graphics: the page of each function named below.
"""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING, Any

from app.errors import CaptureDenied, CaptureUnsupported
from app.model import Rect

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MOST_DISPLAYS = 32
SHARING_NONE, ANIMATION_NONE = 0, 2  # NSWindowSharingNone, NSWindowAnimationBehaviorNone
FULL_SCALE_PERMILLE = 1000
BOUNDS = "kCGWindowBounds"
WANTED = (
    "kCGWindowNumber",
    "kCGWindowName",
    "kCGWindowOwnerName",
    "kCGWindowOwnerPID",
    "kCGWindowLayer",
    "kCGWindowAlpha",
    "kCGWindowIsOnscreen",
    "kCGWindowSharingState",
    BOUNDS,
)


class QuartzApi:
    """Every question is asked anew; for any thread, but for ``keep_out``."""

    def __init__(self, quartz: Any = None, objc: Any = None) -> None:
        """Ask through these modules; by default those of this system.

        Raises:
            CaptureUnsupported: pyobjc is not installed, or this is not macOS.
        """
        self._quartz, self._objc = (quartz, objc) if quartz and objc else _modules()

    def windows(self) -> Sequence[Mapping[str, Any]]:
        """Return one dictionary a window on the screen, the frontmost first.

        Raises:
            CaptureDenied: macOS does not say.
        """
        quartz = self._quartz
        wanted = quartz.kCGWindowListOptionOnScreenOnly | quartz.kCGWindowListExcludeDesktopElements
        with self._objc.autorelease_pool():  # a thread of Python's has none: what it looks at would pile up
            found = quartz.CGWindowListCopyWindowInfo(wanted, quartz.kCGNullWindowID)
            if found is None:
                raise CaptureDenied("the windows cannot be listed")
            return [_plain(window) for window in found]

    def displays(self) -> list[tuple[int, Rect, int, bool]]:
        """Return number, place in points, scale in thousandths and whether it is the main one, of each.

        Raises:
            CaptureDenied: macOS does not say.
        """
        failed, numbers, count = self._quartz.CGGetActiveDisplayList(MOST_DISPLAYS, None, None)
        if failed:
            raise CaptureDenied("the displays cannot be listed")
        return [self._display(number) for number in numbers[:count]]

    def pointer(self) -> tuple[int, int] | None:
        """Return where the mouse pointer is, in points."""
        event = self._quartz.CGEventCreate(None)
        if event is None:
            return None
        point = self._quartz.CGEventGetLocation(event)
        return floor(point.x), floor(point.y)

    def may_capture(self) -> bool:
        """Whether the person allowed this program to take pictures of the screen (from macOS 11)."""
        return bool(self._quartz.CGPreflightScreenCaptureAccess())

    def ask_to_capture(self) -> None:
        """The system has asked the person, and lists this program among those that may be allowed."""
        self._quartz.CGRequestScreenCaptureAccess()

    def keep_out(self, number: int) -> bool:
        """Return whether a window of our own is left out of pictures from now on; in the main thread.

        From macOS 15 on pictures by ScreenCaptureKit show it all the same; mss does not use that.

        Args:
            number: a pointer to its NSView, as Qt's ``winId`` gives it on the platform ``cocoa``. On any
                other platform it is not one: do not call this there.
        """
        window = self._objc.objc_object(c_void_p=number).window()
        if window is None:
            return False
        window.setSharingType_(SHARING_NONE)
        window.setAnimationBehavior_(ANIMATION_NONE)  # a panel fades away otherwise, for a fifth of a second
        return True

    def _display(self, number: int) -> tuple[int, Rect, int, bool]:
        bounds = self._quartz.CGDisplayBounds(number)
        rect = Rect(
            round(bounds.origin.x),
            round(bounds.origin.y),
            round(bounds.size.width),
            round(bounds.size.height),
        )
        return number, rect, self._scale_permille(number), bool(self._quartz.CGDisplayIsMain(number))

    def _scale_permille(self, number: int) -> int:
        """Return pixels a point; both widths are those of the display before it is turned on its side."""
        mode = self._quartz.CGDisplayCopyDisplayMode(number)
        points = self._quartz.CGDisplayModeGetWidth(mode) if mode else 0
        if not points:
            return FULL_SCALE_PERMILLE
        return int(self._quartz.CGDisplayModeGetPixelWidth(mode) * FULL_SCALE_PERMILLE // points)


def _plain(window: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is wanted of a window, as objects of Python's own."""
    known = {key: window[key] for key in WANTED if key in window}
    if BOUNDS in known:
        known[BOUNDS] = dict(known[BOUNDS])
    return known


def _modules() -> tuple[Any, Any]:
    try:
        import objc  # noqa: PLC0415 - installed on macOS only
        import Quartz  # noqa: PLC0415 - with it
    except ImportError as error:
        raise CaptureUnsupported("macOS cannot be asked here") from error
    return Quartz, objc
