# SPDX-License-Identifier: MIT
"""X11, Windows and macOS through mss; the only importer of mss."""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

import mss
from mss.exception import ScreenShotError

from app.capture.listed_windows import ListedWindows
from app.capture.memory import keep_freed_memory
from app.capture.models import Backend, Frame, Screen, Surroundings, Window
from app.capture.windows_macos import MacDesk, require_permission
from app.capture.windows_win32 import Win32Desk
from app.errors import CaptureDenied, CaptureUnsupported
from app.model import Rect

if TYPE_CHECKING:
    from collections.abc import Iterable

SYSTEMS = {"win32": "mss/windows", "darwin": "mss/macos"}
FULL_SCALE_PERMILLE = 1000
FAILURES = (ScreenShotError, OSError, AssertionError, ValueError)  # the last two when a display goes away


class WindowSystem(Protocol):
    """What mss does not say: the names of the screens, and the windows on them."""

    def screens(self) -> tuple[Screen, ...]:
        """Return every monitor as it stands now."""
        ...

    def stack(self) -> tuple[Window, ...]:
        """Return everything that stands on the screen, lowest first."""
        ...

    def shows(self, pid: int, rect: Rect) -> bool:
        """Whether a window of this process shows in the rectangle."""
        ...

    def surroundings(self, pid: int, rect: Rect) -> Surroundings:
        """Return what stands in or over the rectangle."""
        ...

    def close(self) -> None:
        """Let go of the connection."""
        ...


class MssBackend(Backend):
    """Pixels by mss; screens and windows by the window system where there is a reader for it."""

    def __init__(self, name: str, display: str | None = None, system: WindowSystem | None = None) -> None:
        """Open the screen; ``display`` names it on X11, elsewhere ``system`` tells screens and windows.

        Raises:
            CaptureUnsupported: there is none, or it has colours that cannot be read.
            CaptureDenied: it is locked, or a question of the system stands before it.
        """
        self.name = name
        self.version = mss.__version__
        self.cursor_included = False
        self.lists_windows = display is not None or system is not None
        self._display = display
        keep_freed_memory()
        self._mss = self._opened()  # before Xlib, which tries the network where there is no such display
        self._system = _x11(display) if display else system
        self._screens: tuple[Screen, ...] = ()

    def screens(self) -> tuple[Screen, ...]:
        """Return every monitor as it stands now; mss is opened anew when they have changed.

        Raises:
            CaptureDenied: the system does not say.
        """
        seen = self._system.screens() if self._system else _screens(self._reopened().monitors)
        if self._system and self._screens and seen != self._screens:
            self._reopened()
        self._screens = seen
        return seen

    def stack(self) -> tuple[Window, ...]:
        """Return everything that stands on the screen or is minimised, lowest first.

        Raises:
            CaptureUnsupported: there is no reader for the windows of this system yet.
        """
        return self._lister().stack()

    def windows(self, exclude_pid: int | None) -> tuple[Window, ...]:
        """Return the windows a person may choose from, lowest first, without those of one process.

        Raises:
            CaptureUnsupported: there is no reader for the windows of this system yet.
        """
        listed = (window for window in self.stack() if window.is_ordinary)
        return tuple(window for window in listed if exclude_pid is None or window.pid != exclude_pid)

    def shows(self, pid: int, rect: Rect) -> bool:
        """Whether a window of this process shows in the rectangle; a small part of what ``stack`` costs.

        Raises:
            CaptureUnsupported: there is no reader for the windows of this system yet.
        """
        return self._lister().shows(pid, rect)

    def surroundings(self, pid: int, rect: Rect) -> Surroundings:
        """Return what stands in or over the rectangle.

        Raises:
            CaptureUnsupported: there is no reader for the windows of this system yet.
        """
        return self._lister().surroundings(pid, rect)

    def grab(self, rect: Rect) -> Frame:
        """Return the pixels of a rectangle that lies on the desktop.

        Raises:
            CaptureDenied: the system did not give the picture.
        """
        box = {"left": rect.x, "top": rect.y, "width": rect.width, "height": rect.height}
        try:
            shot = self._mss.grab(box)
            return Frame(shot.width, shot.height, memoryview(shot.raw).toreadonly())
        except FAILURES as error:  # a display with more than 8 bits a colour may give what is no frame
            raise CaptureDenied("the system did not give the picture") from error

    def close(self) -> None:
        """Let go of the screen; may be called more than once."""
        with suppress(*FAILURES):
            self._mss.close()
        if self._system:
            self._system.close()

    def _lister(self) -> WindowSystem:
        if self._system is None:
            raise CaptureUnsupported("the windows of this system cannot be listed yet")
        return self._system

    def _reopened(self) -> mss.MSS:
        """Return mss opened anew: it remembers monitors, and a buffer of their size."""
        with suppress(*FAILURES):
            self._mss.close()
        self._mss = self._opened()
        return self._mss

    def _opened(self) -> mss.MSS:
        try:
            return mss.MSS(display=self._display) if self._display else mss.MSS()
        except AttributeError as error:  # Apple has announced that a later macOS is without what mss calls
            raise CaptureUnsupported("this release of the system gives no pictures this way") from error
        except FAILURES as error:
            if self._display:
                raise CaptureUnsupported("the screen cannot be opened") from error
            raise CaptureDenied("the screen is locked") from error  # Windows gives no handle of it then


def open_x11(display: str) -> MssBackend:
    """Return the way to an X11 display.

    Raises:
        CaptureUnsupported: there is no such display, or it cannot be captured.
    """
    return MssBackend("mss/x11", display)


def open_other(platform: str, system: WindowSystem | None = None) -> MssBackend:
    """Return the way to the screen of Windows or macOS; ``system`` is the one this runs on by default.

    Raises:
        CaptureUnsupported: another system.
        CaptureDenied: the screen is locked.
        ScreenPermissionMissing: macOS was not told that pictures may be taken.
    """
    if platform not in SYSTEMS:
        raise CaptureUnsupported(f"{platform}: the screen of this system cannot be captured")
    if platform == "darwin":
        ask_for_every_pixel()
    return MssBackend(SYSTEMS[platform], system=system or _this_system())


def ask_for_every_pixel() -> None:
    """On macOS a picture has all the pixels of the display; mss asks for one a point, which blurs the text.

    Source: python-mss, ``mss.darwin.IMAGE_OPTIONS`` and its issues 257 and 396.
    """
    from mss import darwin  # noqa: PLC0415 - of this system only

    darwin.IMAGE_OPTIONS &= ~darwin.kCGWindowImageNominalResolution


def _x11(display: str) -> WindowSystem:
    from app.capture.windows_x11 import X11Windows  # noqa: PLC0415 - Xlib is installed on Linux only

    return X11Windows(display)


def _this_system() -> WindowSystem | None:
    """Return the windows of Windows or macOS.

    Raises:
        ScreenPermissionMissing: macOS was not told that pictures may be taken.
    """
    if sys.platform == "win32":
        from app.capture.win32_api import Win32Api  # noqa: PLC0415 - loads only on Windows

        windows = Win32Api()
        windows.be_dpi_aware()
        return ListedWindows(Win32Desk(windows))
    elif sys.platform == "darwin":  # noqa: RET505 - the type checker follows sys.platform only through elif
        from app.capture.macos_api import QuartzApi  # noqa: PLC0415 - installed on macOS only

        quartz = QuartzApi()
        require_permission(quartz)
        return ListedWindows(MacDesk(quartz))
    else:
        return None


def _screens(monitors: Iterable[dict[str, Any]]) -> tuple[Screen, ...]:
    """Return what mss says of the monitors; its first entry is all of them together."""
    found = [_screen(number, monitor) for number, monitor in enumerate(monitors)][1:]
    has_primary = any(screen.is_primary for screen in found)
    first = [replace(screen, is_primary=True) for screen in found[:1]]
    return tuple(found if has_primary else first + found[1:])


def _screen(number: int, monitor: dict[str, Any]) -> Screen:
    rect = Rect(monitor["left"], monitor["top"], monitor["width"], monitor["height"])
    name = str(monitor.get("output") or monitor.get("name") or f"screen {number}")
    return Screen(name, rect, FULL_SCALE_PERMILLE, bool(monitor.get("is_primary", False)))
