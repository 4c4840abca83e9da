# SPDX-License-Identifier: MIT
"""Windows itself, asked through ctypes. Nothing is decided here.

Source: Microsoft Learn, Win32 API, the page of each function named below.
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes
from pathlib import PureWindowsPath

from app.capture.windows_win32 import DPI_OF_FULL_SCALE, RawMonitor, RawWindow
from app.errors import CaptureDenied
from app.model import Rect

assert sys.platform == "win32"  # noqa: S101 - the type checker reads the rest only there

DWMWA_EXTENDED_FRAME_BOUNDS, DWMWA_CLOAKED = 9, 14
GWL_EXSTYLE, WS_EX_TOOLWINDOW, WS_EX_APPWINDOW = -20, 0x80, 0x40000
PROCESS_QUERY_LIMITED_INFORMATION = 0x1000
MONITORINFOF_PRIMARY = 1
MDT_EFFECTIVE_DPI = 0
PER_MONITOR_AWARE_V2 = -4
WDA_EXCLUDEFROMCAPTURE = 0x11  # from Windows 10, version 2004
MAX_TITLE = 1024
MAX_PATH = 32_768


class MonitorInfo(ctypes.Structure):
    """MONITORINFOEXW."""

    _fields_ = (
        ("cbSize", wintypes.DWORD),
        ("rcMonitor", wintypes.RECT),
        ("rcWork", wintypes.RECT),
        ("dwFlags", wintypes.DWORD),
        ("szDevice", wintypes.WCHAR * 32),
    )


OnWindow = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)
OnMonitor = ctypes.WINFUNCTYPE(
    wintypes.BOOL, wintypes.HMONITOR, wintypes.HDC, ctypes.POINTER(wintypes.RECT), wintypes.LPARAM
)


class Win32Api:
    """Every question is asked anew."""

    def __init__(self) -> None:
        """Load the libraries, with the types of what is called."""
        self._user = ctypes.WinDLL("user32", use_last_error=True)
        self._dwm = ctypes.WinDLL("dwmapi")
        self._kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        self._core = ctypes.WinDLL("shcore")
        window = (wintypes.HWND,)
        for function, taken, given in (
            (self._user.EnumWindows, (OnWindow, wintypes.LPARAM), wintypes.BOOL),
            (self._user.GetWindowTextW, (*window, wintypes.LPWSTR, ctypes.c_int), ctypes.c_int),
            (self._user.GetClassNameW, (*window, wintypes.LPWSTR, ctypes.c_int), ctypes.c_int),
            (self._user.IsWindowVisible, window, wintypes.BOOL),
            (self._user.IsIconic, window, wintypes.BOOL),
            (self._user.GetWindowRect, (*window, ctypes.POINTER(wintypes.RECT)), wintypes.BOOL),
            (self._user.GetWindowLongW, (*window, ctypes.c_int), ctypes.c_long),
            (
                self._user.GetWindowThreadProcessId,
                (*window, ctypes.POINTER(wintypes.DWORD)),
                wintypes.DWORD,
            ),
            (
                self._user.GetWindowDisplayAffinity,
                (*window, ctypes.POINTER(wintypes.DWORD)),
                wintypes.BOOL,
            ),
            (self._kernel.OpenProcess, (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD), wintypes.HANDLE),
            (self._kernel.CloseHandle, (wintypes.HANDLE,), wintypes.BOOL),
        ):
            function.argtypes, function.restype = taken, given

    def windows(self) -> list[RawWindow]:
        """Return the top-level windows, the topmost first.

        Raises:
            CaptureDenied: Windows does not say.
        """
        numbers: list[int] = []

        def keep(number: int, _: int) -> bool:
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
        """Return where the mouse pointer is."""
        point = wintypes.POINT()
        return (point.x, point.y) if self._user.GetCursorPos(ctypes.byref(point)) else None

    def keep_out(self, number: int) -> bool:
        """Return whether a window of our own is left out of every picture from now on."""
        return bool(self._user.SetWindowDisplayAffinity(wintypes.HWND(number), WDA_EXCLUDEFROMCAPTURE))

    def be_dpi_aware(self) -> None:
        """Places are counted in pixels of each monitor; Qt may have said so before, then nothing changes."""
        self._user.SetProcessDpiAwarenessContext(ctypes.c_void_p(PER_MONITOR_AWARE_V2))

    def _window(self, number: int) -> RawWindow:
        style = self._user.GetWindowLongW(number, GWL_EXSTYLE)
        pid, affinity, cloaked = wintypes.DWORD(), wintypes.DWORD(), wintypes.DWORD()
        self._user.GetWindowThreadProcessId(number, ctypes.byref(pid))
        self._user.GetWindowDisplayAffinity(number, ctypes.byref(affinity))
        self._dwm.DwmGetWindowAttribute(
            wintypes.HWND(number), DWMWA_CLOAKED, ctypes.byref(cloaked), ctypes.sizeof(cloaked)
        )
        return RawWindow(
            number=number,
            title=self._text(self._user.GetWindowTextW, number),
            class_name=self._text(self._user.GetClassNameW, number),
            pid=pid.value,
            program=self._program(pid.value),
            bounds=self._bounds(number),
            is_visible=bool(self._user.IsWindowVisible(number)),
            is_minimised=bool(self._user.IsIconic(number)),
            is_cloaked=bool(cloaked.value),
            is_tool=bool(style & WS_EX_TOOLWINDOW) and not style & WS_EX_APPWINDOW,
            affinity=affinity.value,
        )

    def _bounds(self, number: int) -> Rect:
        """Return what is seen of it; before the window manager knows it, its own rectangle."""
        rect = wintypes.RECT()
        failed = self._dwm.DwmGetWindowAttribute(
            wintypes.HWND(number), DWMWA_EXTENDED_FRAME_BOUNDS, ctypes.byref(rect), ctypes.sizeof(rect)
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
            found = self._kernel.QueryFullProcessImageNameW(
                wintypes.HANDLE(process), 0, path, ctypes.byref(length)
            )
            return PureWindowsPath(path.value).name if found else None
        finally:
            self._kernel.CloseHandle(process)

    def _monitor(self, handle: int) -> RawMonitor:
        info = MonitorInfo(cbSize=ctypes.sizeof(MonitorInfo))
        if not self._user.GetMonitorInfoW(wintypes.HMONITOR(handle), ctypes.byref(info)):
            raise CaptureDenied("a monitor does not say where it is")
        across, down = wintypes.UINT(), wintypes.UINT()
        failed = self._core.GetDpiForMonitor(
            wintypes.HMONITOR(handle), MDT_EFFECTIVE_DPI, ctypes.byref(across), ctypes.byref(down)
        )
        dpi = DPI_OF_FULL_SCALE if failed else across.value
        return RawMonitor(
            info.szDevice, _rect(info.rcMonitor), dpi, bool(info.dwFlags & MONITORINFOF_PRIMARY)
        )

    @staticmethod
    def _text(ask: ctypes._FuncPointer, number: int) -> str:
        text = ctypes.create_unicode_buffer(MAX_TITLE)
        ask(number, text, MAX_TITLE)
        return text.value


def _rect(rect: wintypes.RECT) -> Rect:
    return Rect(rect.left, rect.top, rect.right - rect.left, rect.bottom - rect.top)
