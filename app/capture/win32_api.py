# SPDX-License-Identifier: MIT
"""Windows itself, asked through ctypes.

Every function has its types: a handle has 64 bits, and ctypes passes what it is not told about in 32.
Source: Microsoft Learn, Win32 API, the page of each function named below.
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes
from dataclasses import dataclass
from pathlib import PureWindowsPath
from typing import Any

from app.capture.windows_win32 import DPI_OF_FULL_SCALE, SHOWN_TO_ALL, RawMonitor, RawWindow
from app.errors import CaptureDenied, CaptureUnsupported
from app.model import Rect

DWMWA_EXTENDED_FRAME_BOUNDS, DWMWA_CLOAKED = 9, 14
GWL_EXSTYLE, WS_EX_TOOLWINDOW, WS_EX_APPWINDOW = -20, 0x80, 0x40000
WS_EX_TRANSPARENT, WS_EX_LAYERED = 0x20, 0x80000
PROCESS_QUERY_LIMITED_INFORMATION = 0x1000
MONITORINFOF_PRIMARY = 1
MDT_EFFECTIVE_DPI = 0
PER_MONITOR_AWARE_V2 = -4
WDA_EXCLUDEFROMCAPTURE = 0x11
EXCLUDES_FROM_BUILD = 19_041  # Windows 10, version 2004; before it the window comes out black instead
APP_FRAME, APP_INSIDE = "ApplicationFrameWindow", "Windows.UI.Core.CoreWindow"
MAX_TITLE = 1024
MAX_PATH = 32_768

if sys.platform == "win32":
    _callback = ctypes.WINFUNCTYPE
else:
    _callback = ctypes.CFUNCTYPE  # tests call the same code with libraries of their own

_TEXT, _DWORD_OUT = ctypes.POINTER(wintypes.WCHAR), ctypes.POINTER(wintypes.DWORD)
_RECT_OUT, _UINT_OUT = ctypes.POINTER(wintypes.RECT), ctypes.POINTER(wintypes.UINT)
_HRESULT = ctypes.c_int32  # ctypes.HRESULT would raise; what failed is answered another way here


class MonitorInfo(ctypes.Structure):
    """MONITORINFOEXW."""

    _fields_ = (
        ("cbSize", wintypes.DWORD),
        ("rcMonitor", wintypes.RECT),
        ("rcWork", wintypes.RECT),
        ("dwFlags", wintypes.DWORD),
        ("szDevice", wintypes.WCHAR * 32),
    )


OnWindow = _callback(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)
OnMonitor = _callback(wintypes.BOOL, wintypes.HMONITOR, wintypes.HDC, _RECT_OUT, wintypes.LPARAM)

# library, function, what it returns, what it takes
CALLS: tuple[tuple[str, str, Any, tuple[Any, ...]], ...] = (
    ("user", "EnumWindows", wintypes.BOOL, (OnWindow, wintypes.LPARAM)),
    ("user", "GetWindowTextW", ctypes.c_int, (wintypes.HWND, _TEXT, ctypes.c_int)),
    ("user", "GetClassNameW", ctypes.c_int, (wintypes.HWND, _TEXT, ctypes.c_int)),
    ("user", "IsWindowVisible", wintypes.BOOL, (wintypes.HWND,)),
    ("user", "IsIconic", wintypes.BOOL, (wintypes.HWND,)),
    ("user", "GetWindowRect", wintypes.BOOL, (wintypes.HWND, _RECT_OUT)),
    ("user", "GetWindowLongW", wintypes.LONG, (wintypes.HWND, ctypes.c_int)),
    (
        "user",
        "FindWindowExW",
        wintypes.HWND,
        (wintypes.HWND, wintypes.HWND, wintypes.LPCWSTR, wintypes.LPCWSTR),
    ),
    ("user", "GetWindowThreadProcessId", wintypes.DWORD, (wintypes.HWND, _DWORD_OUT)),
    ("user", "GetWindowDisplayAffinity", wintypes.BOOL, (wintypes.HWND, _DWORD_OUT)),
    ("user", "SetWindowDisplayAffinity", wintypes.BOOL, (wintypes.HWND, wintypes.DWORD)),
    ("user", "EnumDisplayMonitors", wintypes.BOOL, (wintypes.HDC, _RECT_OUT, OnMonitor, wintypes.LPARAM)),
    ("user", "GetMonitorInfoW", wintypes.BOOL, (wintypes.HMONITOR, ctypes.POINTER(MonitorInfo))),
    ("user", "GetCursorPos", wintypes.BOOL, (ctypes.POINTER(wintypes.POINT),)),
    ("user", "SetProcessDpiAwarenessContext", wintypes.BOOL, (wintypes.HANDLE,)),
    (
        "dwm",
        "DwmGetWindowAttribute",
        _HRESULT,
        (wintypes.HWND, wintypes.DWORD, ctypes.c_void_p, wintypes.DWORD),
    ),
    ("kernel", "OpenProcess", wintypes.HANDLE, (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)),
    ("kernel", "CloseHandle", wintypes.BOOL, (wintypes.HANDLE,)),
    (
        "kernel",
        "QueryFullProcessImageNameW",
        wintypes.BOOL,
        (wintypes.HANDLE, wintypes.DWORD, _TEXT, _DWORD_OUT),
    ),
    ("core", "GetDpiForMonitor", _HRESULT, (wintypes.HMONITOR, ctypes.c_int, _UINT_OUT, _UINT_OUT)),
)


@dataclass(frozen=True, slots=True)
class Libraries:
    """The libraries of Windows, and the number of its build."""

    user: Any
    dwm: Any
    kernel: Any
    core: Any
    build: int


def opened() -> Libraries:
    """Return the libraries of this system.

    Raises:
        CaptureUnsupported: another system.
    """
    if sys.platform == "win32":
        load = ctypes.WinDLL  # an object of our own: types set here change nobody else's
        build = sys.getwindowsversion().build
        return Libraries(load("user32"), load("dwmapi"), load("kernel32"), load("shcore"), build)
    raise CaptureUnsupported("this is not Windows")


class Win32Api:
    """Every question is asked anew; for any thread."""

    def __init__(self, libraries: Libraries | None = None) -> None:
        """Set the types of what is called; the libraries are those of this system unless given.

        Raises:
            CaptureUnsupported: another system.
        """
        self._libraries = libraries or opened()
        for library, name, given, taken in CALLS:
            function = getattr(getattr(self._libraries, library), name)
            function.restype, function.argtypes = given, taken
        self._user, self._dwm = self._libraries.user, self._libraries.dwm
        self._kernel, self._core = self._libraries.kernel, self._libraries.core

    def windows(self) -> list[RawWindow]:
        """Return the top-level windows that are visible or minimised, the topmost first.

        Of some hundred windows few are; only those are asked for more.

        Raises:
            CaptureDenied: Windows does not say.
        """
        numbers: list[int] = []

        def keep(number: int, _: int) -> bool:
            if self._user.IsWindowVisible(number):
                numbers.append(number)
            return True

        if not self._user.EnumWindows(OnWindow(keep), 0):
            raise CaptureDenied("the windows cannot be listed")
        return [self._window(number) for number in numbers]

    def monitors(self) -> list[RawMonitor]:
        """Return the monitors in use.

        Raises:
            CaptureDenied: Windows does not say.
        """
        handles: list[int] = []

        def keep(handle: int, *_: object) -> bool:
            handles.append(handle)
            return True

        if not self._user.EnumDisplayMonitors(None, None, OnMonitor(keep), 0):
            raise CaptureDenied("the monitors cannot be listed")
        return [self._monitor(handle) for handle in handles]

    def pointer(self) -> tuple[int, int] | None:
        """Return where the mouse pointer is; not known while another desktop has it, such as a password."""
        point = wintypes.POINT()
        return (point.x, point.y) if self._user.GetCursorPos(ctypes.byref(point)) else None

    def keep_out(self, number: int) -> bool:
        """Return whether a window of our own is left out of every picture from now on.

        It has to be said again after each time it is shown.
        """
        if self._libraries.build < EXCLUDES_FROM_BUILD:
            return False
        return bool(self._user.SetWindowDisplayAffinity(number, WDA_EXCLUDEFROMCAPTURE))

    def be_dpi_aware(self) -> None:
        """Places are counted in pixels of each monitor; Qt may have said so before, then nothing changes."""
        self._user.SetProcessDpiAwarenessContext(PER_MONITOR_AWARE_V2)

    def _window(self, number: int) -> RawWindow:
        style = self._user.GetWindowLongW(number, GWL_EXSTYLE)
        cloaked = wintypes.DWORD()
        class_name = self._text(self._user.GetClassNameW, number)
        pid = self._pid(number, class_name)
        self._dwm.DwmGetWindowAttribute(number, DWMWA_CLOAKED, ctypes.byref(cloaked), ctypes.sizeof(cloaked))
        return RawWindow(
            number=number,
            title=self._text(self._user.GetWindowTextW, number),
            class_name=class_name,
            pid=pid,
            program=self._program(pid),
            bounds=self._bounds(number),
            is_minimised=bool(self._user.IsIconic(number)),
            is_cloaked=bool(cloaked.value),
            is_tool=bool(style & WS_EX_TOOLWINDOW) and not style & WS_EX_APPWINDOW,
            is_click_through=bool(style & WS_EX_LAYERED and style & WS_EX_TRANSPARENT),
            affinity=self._affinity(number),
        )

    def _pid(self, number: int, class_name: str) -> int:
        """Return its process; an app of the Store stands inside a window of the system."""
        inside = self._user.FindWindowExW(number, None, APP_INSIDE, None) if class_name == APP_FRAME else None
        pid = wintypes.DWORD()
        self._user.GetWindowThreadProcessId(inside or number, ctypes.byref(pid))
        return pid.value

    def _affinity(self, number: int) -> int:
        """Return whether pictures are allowed; windows of other processes tell it too."""
        affinity = wintypes.DWORD(SHOWN_TO_ALL)
        told = self._user.GetWindowDisplayAffinity(number, ctypes.byref(affinity))
        return affinity.value if told else SHOWN_TO_ALL

    def _bounds(self, number: int) -> Rect:
        """Return what is seen of it; before the window manager knows it, its own rectangle."""
        rect = wintypes.RECT()
        failed = self._dwm.DwmGetWindowAttribute(
            number, DWMWA_EXTENDED_FRAME_BOUNDS, ctypes.byref(rect), ctypes.sizeof(rect)
        )
        if failed:
            self._user.GetWindowRect(number, ctypes.byref(rect))
        return _rect(rect)

    def _program(self, pid: int) -> str | None:
        """Return the file name of the program; some of the system's own may not be asked."""
        process = self._kernel.OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, False, pid)
        if not process:
            return None
        try:
            length = wintypes.DWORD(MAX_PATH)
            path = ctypes.create_unicode_buffer(MAX_PATH)
            found = self._kernel.QueryFullProcessImageNameW(process, 0, path, ctypes.byref(length))
            return PureWindowsPath(path.value).name if found else None
        finally:
            self._kernel.CloseHandle(process)

    def _monitor(self, handle: int) -> RawMonitor:
        info = MonitorInfo(cbSize=ctypes.sizeof(MonitorInfo))
        if not self._user.GetMonitorInfoW(handle, ctypes.byref(info)):
            raise CaptureDenied("a monitor does not say where it is")
        across, down = wintypes.UINT(), wintypes.UINT()
        failed = self._core.GetDpiForMonitor(
            handle, MDT_EFFECTIVE_DPI, ctypes.byref(across), ctypes.byref(down)
        )
        dpi = DPI_OF_FULL_SCALE if failed else across.value
        return RawMonitor(
            info.szDevice, _rect(info.rcMonitor), dpi, bool(info.dwFlags & MONITORINFOF_PRIMARY)
        )

    @staticmethod
    def _text(ask: Any, number: int) -> str:
        text = ctypes.create_unicode_buffer(MAX_TITLE)
        ask(number, text, MAX_TITLE)
        return text.value


def _rect(rect: wintypes.RECT) -> Rect:
    return Rect(rect.left, rect.top, rect.right - rect.left, rect.bottom - rect.top)
