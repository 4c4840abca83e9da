# SPDX-License-Identifier: MIT
"""A small Windows: windows and monitors behind the functions that win32_api calls."""

from __future__ import annotations

from ctypes import POINTER, c_ulong, cast, wintypes
from dataclasses import dataclass, field
from typing import Any

from app.capture.win32_api import (
    APP_INSIDE,
    DWMWA_CLOAKED,
    DWMWA_EXTENDED_FRAME_BOUNDS,
    EXCLUDES_FROM_BUILD,
    MONITORINFOF_PRIMARY,
    Libraries,
)
from tests.fakes.libraries import Library

INSIDE = 1 << 50
FAILED = -2147024891  # E_ACCESSDENIED
Box = tuple[int, int, int, int]


@dataclass
class FakeWindow:
    """One top-level window; boxes are left, top, right, bottom."""

    number: int
    title: str = "Skype"
    class_name: str = "Chrome_WidgetWin_1"
    pid: int = 4711
    whole: Box = (92, 50, 908, 658)
    frame: Box | None = (100, 50, 900, 650)
    style: int = 0
    is_visible: bool = True
    is_iconic: bool = False
    cloaked: int = 0
    affinity: int | None = 0
    inside: int = 0  # the process of an app of the Store


@dataclass
class FakeWindows:
    """The topmost window first; monitors are handle, name, box, dpi (``None``: not told), whether primary."""

    standing: list[FakeWindow] = field(default_factory=list)
    monitors: list[tuple[int, str, Box, int | None, bool]] = field(default_factory=list)
    programs: dict[int, str] = field(default_factory=dict)
    at: tuple[int, int] | None = (-7, 12)
    lists: bool = True
    build: int = EXCLUDES_FROM_BUILD
    asked: list[tuple[Any, ...]] = field(default_factory=list)
    processes: set[int] = field(default_factory=set)

    def libraries(self) -> Libraries:
        user = Library(
            EnumWindows=self._enum_windows,
            GetWindowTextW=lambda number, out, room: _write(out, self._one(number).title, room),
            GetClassNameW=lambda number, out, room: _write(out, self._one(number).class_name, room),
            IsWindowVisible=lambda number: self._one(number).is_visible,
            IsIconic=lambda number: self._one(number).is_iconic,
            GetWindowRect=lambda number, out: _fill(out, self._one(number).whole),
            GetWindowLongW=lambda number, _: self._one(number).style,
            FindWindowExW=self._inside,
            GetWindowThreadProcessId=self._thread_of,
            GetWindowDisplayAffinity=self._affinity_of,
            SetWindowDisplayAffinity=self._set_affinity,
            EnumDisplayMonitors=self._enum_monitors,
            GetMonitorInfoW=self._monitor_info,
            GetCursorPos=self._cursor,
            SetProcessDpiAwarenessContext=lambda context: self.asked.append(("dpi", context)) is None,
        )
        kernel = Library(
            OpenProcess=self._open,
            CloseHandle=lambda handle: self.processes.remove(handle) is None,
            QueryFullProcessImageNameW=self._image_name,
        )
        dwm, core = Library(DwmGetWindowAttribute=self._attribute), Library(GetDpiForMonitor=self._dpi)
        return Libraries(user, dwm, kernel, core, self.build)

    def _one(self, number: int) -> FakeWindow:
        self.asked.append(("window", number))
        return next(window for window in self.standing if window.number == number)

    def _enum_windows(self, told: Any, extra: int) -> bool:
        return self.lists and all(told(window.number, extra) for window in self.standing)

    def _enum_monitors(self, device: Any, clip: Any, told: Any, extra: int) -> bool:
        assert device is None
        assert not clip
        return self.lists and all(told(one[0], None, None, extra) for one in self.monitors)

    def _inside(self, number: int, after: int | None, class_name: str, title: str | None) -> int:
        assert (after, class_name, title) == (None, APP_INSIDE, None)
        return INSIDE + number if self._one(number).inside else 0

    def _thread_of(self, number: int, out: Any) -> int:
        window = self._one(number - INSIDE if number > INSIDE else number)
        out[0] = window.inside if number > INSIDE else window.pid
        return 1

    def _affinity_of(self, number: int, out: Any) -> bool:
        affinity = self._one(number).affinity
        out[0] = 99 if affinity is None else affinity  # what a call that failed leaves is not to be read
        return affinity is not None

    def _set_affinity(self, number: int, affinity: int) -> bool:
        self.asked.append(("affinity", number, affinity))
        return any(window.number == number for window in self.standing)

    def _attribute(self, number: int, which: int, out: int, size: int) -> int:
        window = self._one(number)
        if which == DWMWA_CLOAKED:
            cast(out, POINTER(c_ulong))[0] = window.cloaked
            return 0
        assert which == DWMWA_EXTENDED_FRAME_BOUNDS
        return 0 if window.frame and _fill(cast(out, POINTER(wintypes.RECT)), window.frame) else FAILED

    def _monitor_info(self, handle: int, out: Any) -> bool:
        _, name, box, _, is_primary = next(one for one in self.monitors if one[0] == handle)
        info = out.contents
        info.szDevice, info.dwFlags = name, MONITORINFOF_PRIMARY if is_primary else 0
        info.rcMonitor = wintypes.RECT(*box)
        return bool(info.cbSize)

    def _dpi(self, handle: int, _kind: int, across: Any, down: Any) -> int:
        dpi = next(one[3] for one in self.monitors if one[0] == handle)
        across[0] = down[0] = dpi or 0
        return FAILED if dpi is None else 0

    def _cursor(self, out: Any) -> bool:
        if self.at:
            out.contents.x, out.contents.y = self.at
        return self.at is not None

    def _open(self, _access: int, _inherit: bool, pid: int) -> int:
        if pid not in self.programs:
            return 0
        handle = (1 << 40) + pid
        self.processes.add(handle)
        return handle

    def _image_name(self, handle: int, _flags: int, out: Any, room: Any) -> bool:
        assert handle in self.processes
        return bool(_write(out, self.programs[handle - (1 << 40)], room[0]))


def _write(out: Any, text: str, room: int) -> int:
    for at, letter in enumerate(text[: room - 1] + "\0"):
        out[at] = letter
    return len(text)


def _fill(out: Any, box: Box) -> bool:
    out[0] = wintypes.RECT(*box)
    return True
