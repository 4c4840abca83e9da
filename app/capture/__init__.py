# SPDX-License-Identifier: MIT
"""Pictures of the screen: backends, windows, PNG, checks.

``choose_backend`` opens the way to the screen, ``grab`` takes one target through it.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from app.capture.asking import pixels_of
from app.capture.checks import occluders
from app.capture.geometry import bounding, intersection
from app.capture.models import (
    AreaTarget,
    DesktopTarget,
    Grab,
    ScreenTarget,
    WindowTarget,
)
from app.errors import CaptureDenied, CaptureUnsupported, WindowGone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.capture.models import Backend, Screen, Target, Window
    from app.model import Rect

__all__ = ["choose_backend", "grab", "is_wayland"]


def is_wayland(environ: Mapping[str, str]) -> bool:
    """Whether the session is Wayland, where X11's way to the screen gives a black picture and no error."""
    return environ.get("XDG_SESSION_TYPE", "").lower() == "wayland" or bool(environ.get("WAYLAND_DISPLAY"))


def choose_backend(
    environ: Mapping[str, str], *, platform: str = sys.platform, monitors: Sequence[Screen] = ()
) -> Backend:
    """Return an open way to the screen of this session.

    Args:
        environ: the environment of this process.
        platform: as ``sys.platform`` names it.
        monitors: every monitor in points, as the caller's window system has them. Needed on Wayland only,
            where the desktop gives one picture of them all.

    Raises:
        CaptureUnsupported: no display, none that can be captured, or a Wayland session without a portal.
        CaptureDenied: a portal that does not answer, or a screen that is locked.
        ScreenPermissionMissing: macOS was not told that pictures may be taken.
    """
    is_x11 = platform.startswith("linux")
    if is_x11 and is_wayland(environ):
        from app.capture import portal_backend  # noqa: PLC0415 - lazy: 20 ms at start, jeepney

        return portal_backend.PortalBackend(environ, monitors)
    if is_x11 and not environ.get("DISPLAY"):
        raise CaptureUnsupported("no display: there is no screen to capture")
    from app.capture import mss_backend  # noqa: PLC0415 - lazy: 50 ms at start, mss and Xlib

    return mss_backend.open_x11(environ["DISPLAY"]) if is_x11 else mss_backend.open_other(platform)


def grab(backend: Backend, target: Target) -> Grab:
    """Return the pixels of the target as they stand now, clipped to the desktop.

    Raises:
        WindowGone: the window is closed, minimised or off every screen; or the screen or area is gone.
        CaptureUnsupported: windows cannot be captured on this system yet.
        CaptureDenied: the system did not give the picture.
    """
    screens = backend.screens()
    if not screens:
        raise CaptureDenied("the system names no screen")
    stack = backend.stack() if isinstance(target, WindowTarget) else ()
    window, asked = _asked(target, screens, stack)
    rect = intersection(asked, bounding(screen.rect for screen in screens))
    if rect is None:
        raise WindowGone("nothing of it lies on a screen")
    return Grab(
        frame=backend.grab(rect),
        pixels=pixels_of(backend, rect),
        rect=rect,
        monitors=screens,
        window=window,
        is_cut_off=rect != asked,
        is_covered=bool(occluders(window, stack)) if window else None,
        around=backend.surroundings(os.getpid(), rect) if backend.lists_windows else None,
        is_pointer_drawn=backend.cursor_included,
    )


def _asked(target: Target, screens: Sequence[Screen], stack: Sequence[Window]) -> tuple[Window | None, Rect]:
    """Return where the target lies now, and its window if it is one."""
    match target:
        case WindowTarget(window_id):
            window = _window_in(stack, window_id)
            return window, window.rect
        case ScreenTarget(screen):
            return None, _screen_in(screens, screen.name).rect
        case AreaTarget(rect):
            return None, rect
        case DesktopTarget():
            return None, bounding(screen.rect for screen in screens)


def _screen_in(screens: Sequence[Screen], name: str) -> Screen:
    """Return the screen as it stands now; it may have moved since it was chosen."""
    found = next((screen for screen in screens if screen.name == name), None)
    if found is None:
        raise WindowGone("that screen is not there any more")
    return found


def _window_in(stack: Sequence[Window], window_id: int) -> Window:
    """Return the window as it stands now."""
    found = next((window for window in stack if window.id == window_id), None)
    if found is None:
        raise WindowGone("the window is closed")
    if found.is_minimised:
        raise WindowGone("the window is minimised")
    return found
