# SPDX-License-Identifier: MIT
"""What macOS says of its windows and displays, in this program's terms. Places are in points, not pixels.

The system lists more than a person sees: the Dock lays a clear window over all that is below the menu bar,
and the window server has small ones of its own, on the layer of ordinary windows too.
Source: Apple Developer, Quartz Window Services (CGWindowListCopyWindowInfo, required and optional keys) and
Quartz Display Services; lists of macOS 10.6 to 26 printed in public bug reports.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from app.capture.geometry import intersection
from app.capture.models import Screen, Window
from app.errors import ScreenPermissionMissing
from app.model import Rect

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    RawWindow: TypeAlias = Mapping[str, Any]

# Source: CGWindowLevel.h: the window levels as CGWindowLevelForKey gives them.
ORDINARY_LAYER = 0
MENU_BAR_LAYERS = frozenset({24, 25})  # kCGMainMenuWindowLevel, kCGStatusWindowLevel
DOCK_LAYER = 20
NOT_SHARED = 0  # kCGWindowSharingNone
WINDOW_SERVER = "Window Server"  # the same in every language
LEAST_POINTS = 40  # the mark of a window that is being shared is an ordinary window of 66 x 20


class Quartz(Protocol):
    """The questions asked of macOS."""

    def windows(self) -> Sequence[RawWindow]:
        """Return one dictionary a window on the screen, the frontmost first."""
        ...

    def displays(self) -> Sequence[tuple[int, Rect, int, bool]]:
        """Return number, place in points, scale in thousandths and whether it is the main one, of each."""
        ...

    def pointer(self) -> tuple[int, int] | None:
        """Return where the mouse pointer is, in points."""
        ...

    def may_capture(self) -> bool:
        """Whether the person allowed this program to take pictures of the screen."""
        ...

    def ask_to_capture(self) -> None:
        """The system has asked the person, and lists this program among those that may be allowed."""
        ...


class MacDesk:
    """The desktop of macOS; asks anew each time."""

    def __init__(self, api: Quartz, own_pid: int | None = None) -> None:
        """Ask by this; ``own_pid`` is this process unless given."""
        self._api = api
        self._own_pid = os.getpid() if own_pid is None else own_pid

    def screens(self) -> tuple[Screen, ...]:
        """Return every display with its scale."""
        return tuple(
            Screen(f"display {number}", rect, scale_permille, is_main)
            for number, rect, scale_permille, is_main in self._api.displays()
        )

    def windows(self) -> tuple[Window, ...]:
        """Return everything that shows, lowest first; what is minimised is not listed by the system."""
        displays = [rect for _, rect, _, _ in self._api.displays()]
        seen = (window_of(raw) for raw in reversed(self._api.windows()))
        return tuple(
            window
            for window in seen
            if window and (window.pid == self._own_pid or not _is_clear(window, displays))
        )

    def clock_strips(self) -> tuple[Rect, ...]:
        """Return the menu bars."""
        return tuple(
            rect_of(raw) for raw in self._api.windows() if raw.get("kCGWindowLayer") in MENU_BAR_LAYERS
        )

    def pointer(self) -> tuple[int, int] | None:
        """Return where the mouse pointer is."""
        return self._api.pointer()


def require_permission(api: Quartz) -> None:
    """The person has allowed pictures of the screen; without it macOS gives the wallpaper and no error.

    Raises:
        ScreenPermissionMissing: not yet; the system has been told to ask.
    """
    if api.may_capture():
        return
    api.ask_to_capture()
    raise ScreenPermissionMissing("macOS has not been told that Safehold may take pictures of the screen")


def window_of(raw: RawWindow) -> Window | None:
    """Return the window, or ``None`` for one that nobody sees or that has no number."""
    number, rect = raw.get("kCGWindowNumber"), rect_of(raw)
    layer = int(raw.get("kCGWindowLayer", ORDINARY_LAYER))
    if number is None or float(raw.get("kCGWindowAlpha", 1)) <= 0 or min(rect.width, rect.height) < 1:
        return None
    if layer == DOCK_LAYER or (
        raw.get("kCGWindowOwnerName") == WINDOW_SERVER and layer not in MENU_BAR_LAYERS
    ):
        return None
    return Window(
        id=int(number),
        title=str(raw.get("kCGWindowName") or ""),
        program=str(raw["kCGWindowOwnerName"]) if raw.get("kCGWindowOwnerName") else None,
        pid=int(raw["kCGWindowOwnerPID"]) if "kCGWindowOwnerPID" in raw else None,
        rect=rect,
        is_minimised=not raw.get("kCGWindowIsOnscreen", True),
        is_ordinary=layer == ORDINARY_LAYER and min(rect.width, rect.height) >= LEAST_POINTS,
        is_protected=raw.get("kCGWindowSharingState") == NOT_SHARED,
        is_panel=layer in MENU_BAR_LAYERS,
    )


def _is_clear(window: Window, displays: Sequence[Rect]) -> bool:
    """Whether it lies over a whole display without hiding it: only ordinary windows fill one."""
    return not window.is_ordinary and any(intersection(window.rect, one) == one for one in displays)


def rect_of(raw: RawWindow) -> Rect:
    """Return the place of a window in whole points; nothing where the system names none."""
    bounds = raw.get("kCGWindowBounds") or {}
    x, y, width, height = (round(float(bounds.get(key, 0))) for key in ("X", "Y", "Width", "Height"))
    return Rect(x, y, width, height)
