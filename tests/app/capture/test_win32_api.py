# SPDX-License-Identifier: MIT
"""What is asked of Windows, by real ctypes calls into libraries written here; and Windows itself, there."""

from __future__ import annotations

import os
import sys
from dataclasses import replace

import pytest

from app.capture.mss_backend import open_other
from app.capture.win32_api import (
    APP_FRAME,
    EXCLUDES_FROM_BUILD,
    WDA_EXCLUDEFROMCAPTURE,
    WS_EX_APPWINDOW,
    WS_EX_LAYERED,
    WS_EX_TOOLWINDOW,
    WS_EX_TRANSPARENT,
    Win32Api,
    opened,
)
from app.errors import CaptureDenied, CaptureUnsupported
from app.model import Rect
from tests.fakes.win32 import FakeWindow, FakeWindows

HIGH = 0x7FF6_0000_1234  # a handle that does not fit into 32 bits
CHAT = FakeWindow(HIGH)
MONITORS = [
    (HIGH + 1, r"\\.\DISPLAY1", (0, 0, 1920, 1080), 96, True),
    (HIGH + 2, r"\\.\DISPLAY2", (-2880, -200, 0, 1600), 144, False),
]
on_windows = pytest.mark.skipif(sys.platform != "win32", reason="needs Windows")


def test_all_that_is_asked_of_a_window() -> None:
    system = FakeWindows([CHAT], programs={4711: r"C:\Program Files\Skype\Skype.exe"})
    (window,) = Win32Api(system.libraries()).windows()
    assert (window.number, window.title, window.class_name) == (HIGH, "Skype", "Chrome_WidgetWin_1")
    assert (window.pid, window.program, window.affinity) == (4711, "Skype.exe", 0)
    assert window.bounds == Rect(100, 50, 800, 600)
    assert (window.is_minimised, window.is_cloaked, window.is_tool) == (False, False, False)
    assert not system.processes  # every handle was closed


def test_the_topmost_comes_first_and_what_is_not_visible_is_asked_nothing_more() -> None:
    standing = [CHAT, replace(CHAT, number=2, is_visible=False), replace(CHAT, number=3, is_iconic=True)]
    system = FakeWindows(standing)
    found = Win32Api(system.libraries()).windows()
    assert [(one.number, one.is_minimised) for one in found] == [(HIGH, False), (3, True)]
    assert system.asked.count(("window", 2)) == 1


def test_before_the_window_manager_knows_it_a_window_has_its_own_rectangle() -> None:
    (window,) = Win32Api(FakeWindows([replace(CHAT, frame=None)]).libraries()).windows()
    assert window.bounds == Rect(92, 50, 816, 608)


@pytest.mark.parametrize(("affinity", "known"), [(0, 0), (1, 1), (0x11, 0x11), (None, 0)])
def test_whether_pictures_are_allowed_if_the_window_says(affinity: int | None, known: int) -> None:
    (window,) = Win32Api(FakeWindows([replace(CHAT, affinity=affinity)]).libraries()).windows()
    assert window.affinity == known


@pytest.mark.parametrize(
    ("style", "is_tool", "is_click_through"),
    [
        (WS_EX_TOOLWINDOW, True, False),
        (WS_EX_TOOLWINDOW | WS_EX_APPWINDOW, False, False),
        (WS_EX_LAYERED, False, False),
        (WS_EX_TRANSPARENT, False, False),
        (-(1 << 31) | WS_EX_LAYERED | WS_EX_TRANSPARENT, False, True),
    ],
)
def test_what_its_style_means(style: int, is_tool: bool, is_click_through: bool) -> None:
    (window,) = Win32Api(FakeWindows([replace(CHAT, style=style)]).libraries()).windows()
    assert (window.is_tool, window.is_click_through) == (is_tool, is_click_through)


def test_a_suspended_program_is_cloaked_and_one_of_the_system_has_no_name() -> None:
    (window,) = Win32Api(FakeWindows([replace(CHAT, cloaked=2)]).libraries()).windows()
    assert window.is_cloaked
    assert window.program is None


def test_an_app_of_the_store_is_named_and_not_the_frame_round_it() -> None:
    framed = replace(CHAT, class_name=APP_FRAME, inside=99)
    system = FakeWindows([framed, replace(framed, number=5, inside=0)], programs={99: r"C:\Apps\Chat.exe"})
    app, empty = Win32Api(system.libraries()).windows()
    assert (app.number, app.pid, app.program) == (HIGH, 99, "Chat.exe")
    assert (empty.pid, empty.program) == (4711, None)


def test_monitors_and_their_scale() -> None:
    first, second = Win32Api(FakeWindows(monitors=MONITORS).libraries()).monitors()
    assert (first.name, first.bounds, first.dpi, first.is_primary) == (
        r"\\.\DISPLAY1",
        Rect(0, 0, 1920, 1080),
        96,
        True,
    )
    assert (second.bounds, second.dpi, second.is_primary) == (Rect(-2880, -200, 2880, 1800), 144, False)


def test_a_monitor_that_does_not_tell_its_scale_has_none() -> None:
    untold = [(5, "one", (0, 0, 10, 10), None, True)]
    assert Win32Api(FakeWindows(monitors=untold).libraries()).monitors()[0].dpi == 96


def test_a_list_that_is_refused_is_said() -> None:
    api = Win32Api(FakeWindows([CHAT], MONITORS, lists=False).libraries())
    with pytest.raises(CaptureDenied):
        api.windows()
    with pytest.raises(CaptureDenied):
        api.monitors()


def test_the_pointer_may_be_left_of_the_first_monitor_or_not_known() -> None:
    assert Win32Api(FakeWindows().libraries()).pointer() == (-7, 12)
    assert Win32Api(FakeWindows(at=None).libraries()).pointer() is None


def test_a_window_is_kept_out_where_that_leaves_no_black_rectangle() -> None:
    system = FakeWindows([CHAT])
    assert Win32Api(system.libraries()).keep_out(HIGH)
    assert system.asked == [("affinity", HIGH, WDA_EXCLUDEFROMCAPTURE)]
    assert not Win32Api(system.libraries()).keep_out(9)
    old = FakeWindows([CHAT], build=EXCLUDES_FROM_BUILD - 1)
    assert not Win32Api(old.libraries()).keep_out(HIGH)
    assert not old.asked


def test_pixels_are_those_of_each_monitor() -> None:
    system = FakeWindows()
    Win32Api(system.libraries()).be_dpi_aware()
    assert system.asked == [("dpi", 2 ** (8 * 8) - 4)]  # DPI_AWARENESS_CONTEXT_PER_MONITOR_AWARE_V2


@pytest.mark.skipif(sys.platform == "win32", reason="needs another system")
def test_elsewhere_there_are_no_such_libraries() -> None:
    with pytest.raises(CaptureUnsupported):
        opened()


@on_windows
def test_the_monitors_are_those_that_mss_captures() -> None:
    backend = open_other("win32")
    try:
        screens = backend.screens()
        assert sum(screen.is_primary for screen in screens) == 1
        assert all(screen.scale_permille >= 1000 for screen in screens)
        frame = backend.grab(screens[0].rect)
        assert (frame.width_px, frame.height_px) == (screens[0].rect.width, screens[0].rect.height)
    finally:
        backend.close()


@on_windows
def test_a_window_of_this_process_is_listed_and_can_be_kept_out() -> None:
    tkinter = pytest.importorskip("tkinter")
    root = tkinter.Tk()
    root.title("a window to find")
    root.geometry("300x200+100+100")
    root.update()
    try:
        api = Win32Api()
        mine = [one for one in api.windows() if one.pid == os.getpid() and one.title == "a window to find"]
        assert len(mine) == 1
        assert mine[0].program
        assert mine[0].affinity == 0
        assert api.keep_out(mine[0].number)
        again = next(one for one in api.windows() if one.number == mine[0].number)
        assert again.affinity == WDA_EXCLUDEFROMCAPTURE
    finally:
        root.destroy()
