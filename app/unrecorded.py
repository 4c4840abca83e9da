# SPDX-License-Identifier: MIT
"""A window that recordings, screen sharing and pictures of the screen leave out, where the system can.

Windows and macOS can. X11 and Wayland have nothing that says it: every program that may see the screen, sees
all of it. Written from the documents and run with fakes only. Source: Win32, SetWindowDisplayAffinity;
AppKit, NSWindow.sharingType. Why so: docs/adr/0032-left-out-of-recordings.md.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Any, Protocol

OBJC = "/usr/lib/libobjc.dylib"
SHOWN, LEFT_OUT = 0x00, 0x11  # WDA_NONE; WDA_EXCLUDEFROMCAPTURE, Windows 10 2004 and later
BLACK = 0x01  # WDA_MONITOR: before that it is black in a recording
SHARED_NOT, SHARED_TO_READ = 0, 1  # NSWindowSharingNone, NSWindowSharingReadOnly


class Shield(Protocol):
    """What the system has for it."""

    def cover(self, handle: int, *, is_on: bool) -> bool:
        """Leave a window out of recordings, or show it there again; return whether the system did.

        Args:
            handle: what the toolkit calls the window by: HWND, or a pointer to its NSView.
            is_on: whether it is left out.
        """
        ...


def shield(platform: str = sys.platform) -> Shield | None:
    """Return what this system has; ``None`` where it has nothing."""
    if platform == "win32":
        return WindowsShield()
    if platform == "darwin":
        return MacShield()
    return None


class WindowsShield:
    """The display affinity of a window."""

    def __init__(self, user32: Any = None) -> None:
        """Open the library, unless it is given."""
        self._user32 = user32 or ctypes.WinDLL("user32")  # type: ignore[attr-defined,unused-ignore]
        call = self._user32.SetWindowDisplayAffinity
        call.argtypes, call.restype = (ctypes.c_void_p, ctypes.c_uint32), ctypes.c_int

    def cover(self, handle: int, *, is_on: bool) -> bool:
        """Leave it out, or black where the system is older."""
        ways = (LEFT_OUT, BLACK) if is_on else (SHOWN,)
        return any(bool(self._user32.SetWindowDisplayAffinity(handle, way)) for way in ways)


class MacShield:
    """The sharing type of the view's window, by messages of the Objective-C runtime."""

    def __init__(self, objc: Any = None) -> None:
        """Open the library, unless it is given."""
        self._objc = objc or ctypes.CDLL(OBJC)
        self._objc.sel_registerName.argtypes = (ctypes.c_char_p,)
        self._objc.sel_registerName.restype = ctypes.c_void_p

    def cover(self, handle: int, *, is_on: bool) -> bool:
        """Let nobody but the screen have its pixels, or anybody again."""
        window = self._send(handle, b"window", ctypes.c_void_p)
        if not window:
            return False
        kind = SHARED_NOT if is_on else SHARED_TO_READ
        self._send(window, b"setSharingType:", None, (ctypes.c_ulong, kind))
        return True

    def _send(self, target: int, name: bytes, gives: Any, *given: tuple[Any, int]) -> Any:
        """Send one message; its types are those of this call."""
        send = self._objc.objc_msgSend
        send.restype = gives
        send.argtypes = (ctypes.c_void_p, ctypes.c_void_p, *(kind for kind, _ in given))
        return send(target, self._objc.sel_registerName(name), *(value for _, value in given))
