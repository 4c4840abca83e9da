# SPDX-License-Identifier: MIT
"""Lists of windows as Windows gives them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from app.capture.listed_windows import ListedWindows
from app.capture.windows_win32 import RawMonitor, RawWindow, Win32Desk, window_of
from app.model import Rect

CHAT = RawWindow(0x1A, "Skype", "Chrome_WidgetWin_1", 4711, "Skype.exe", Rect(100, 50, 800, 600))
BAR = RawWindow(0x2B, "", "Shell_TrayWnd", 900, "explorer.exe", Rect(0, 1040, 1920, 40), is_tool=True)
WALLPAPER = RawWindow(0x3C, "Program Manager", "Progman", 900, "explorer.exe", Rect(0, 0, 1920, 1080))
MENU = RawWindow(0x4D, "", "#32768", 4711, "Skype.exe", Rect(300, 200, 150, 220))
MONITORS = (
    RawMonitor(r"\\.\DISPLAY1", Rect(0, 0, 1920, 1080), 96, is_primary=True),
    RawMonitor(r"\\.\DISPLAY2", Rect(-2880, 0, 2880, 1800), 144, is_primary=False),
)


@dataclass
class FakeWin32:
    """Answers with what it was given, the topmost window first."""

    standing: tuple[RawWindow, ...] = (MENU, CHAT, BAR, WALLPAPER)
    screens: tuple[RawMonitor, ...] = MONITORS
    at: tuple[int, int] | None = (5, 6)
    asked: list[str] = field(default_factory=list)

    def windows(self) -> tuple[RawWindow, ...]:
        self.asked.append("windows")
        return self.standing

    def monitors(self) -> tuple[RawMonitor, ...]:
        return self.screens

    def pointer(self) -> tuple[int, int] | None:
        return self.at


def system(*standing: RawWindow) -> ListedWindows:
    return ListedWindows(Win32Desk(FakeWin32(standing) if standing else FakeWin32()))


def test_the_lowest_comes_first_and_the_wallpaper_is_no_window() -> None:
    assert [window.id for window in system().stack()] == [BAR.number, CHAT.number, MENU.number]


def test_what_is_known_of_a_window_is_handed_on() -> None:
    chat = window_of(CHAT)
    assert chat is not None
    assert (chat.title, chat.program, chat.pid) == ("Skype", "Skype.exe", 4711)
    assert chat.rect == CHAT.bounds
    assert chat.is_ordinary
    assert not (chat.is_protected)
    assert not (chat.is_minimised)
    assert not chat.is_panel


@pytest.mark.parametrize(
    "unseen",
    [
        replace(CHAT, is_cloaked=True),
        replace(CHAT, bounds=Rect(10, 10, 0, 0)),
        WALLPAPER,
    ],
)
def test_what_nobody_sees_is_left_out(unseen: RawWindow) -> None:
    assert window_of(unseen) is None


def test_a_minimised_window_stands_far_off_the_screen_and_is_listed() -> None:
    listed = window_of(replace(CHAT, is_minimised=True, bounds=Rect(-32000, -32000, 0, 0)))
    assert listed is not None
    assert listed.is_minimised


@pytest.mark.parametrize("other", [BAR, MENU, replace(CHAT, title=""), replace(CHAT, is_tool=True)])
def test_what_nobody_would_call_a_window_is_not_offered(other: RawWindow) -> None:
    listed = window_of(other)
    assert listed is not None
    assert not listed.is_ordinary


@pytest.mark.parametrize(("affinity", "is_protected"), [(0, False), (1, True), (0x11, True)])
def test_a_window_that_forbids_pictures_says_so(affinity: int, is_protected: bool) -> None:
    listed = window_of(replace(CHAT, affinity=affinity))
    assert listed is not None
    assert listed.is_protected is is_protected


def test_each_monitor_has_its_own_scale_and_place() -> None:
    first, second = system().screens()
    assert (first.scale_permille, second.scale_permille) == (1000, 1500)
    assert second.rect == Rect(-2880, 0, 2880, 1800)
    assert [screen.is_primary for screen in (first, second)] == [True, False]


def test_a_menu_over_the_picture_and_the_clock_in_it() -> None:
    around = system().surroundings(1, Rect(0, 0, 1920, 1080))
    assert (around.is_menu_over, around.is_clock_in_sight, around.pointer) == (True, True, (5, 6))
    beside = system().surroundings(1, Rect(0, 0, 200, 100))
    assert (beside.is_menu_over, beside.is_clock_in_sight) == (False, False)


def test_the_task_bar_is_no_menu_and_a_hidden_one_shows_no_clock() -> None:
    """It is as thick as ever but off the monitor: rows 766 to 800 of 768, in a public report."""
    on_top = replace(BAR, bounds=Rect(0, 1078, 1920, 40))
    around = system(on_top, CHAT).surroundings(1, Rect(0, 0, 1920, 1080))
    assert not around.is_menu_over
    assert around.is_clock_in_sight is None
    assert [window.id for window in system(on_top, CHAT).stack()] == [CHAT.number]  # it covers nothing


def test_a_bar_that_reaches_over_the_edge_shows_a_clock_on_its_own_monitor() -> None:
    shown = replace(BAR, bounds=Rect(-2, 1040, 1924, 42))
    strips = Win32Desk(FakeWin32((shown,))).clock_strips()
    assert strips == (Rect(0, 1040, 1920, 40),)


def test_shadows_and_drawings_of_others_hide_nothing_but_a_frame_of_ours_does() -> None:
    shadow = replace(CHAT, number=8, class_name="SysShadow", title="", is_click_through=True)
    ours = replace(shadow, number=9, pid=77)
    desk = Win32Desk(FakeWin32((ours, shadow, CHAT)), own_pid=77)
    assert [window.id for window in desk.windows()] == [CHAT.number, 9]


def test_a_window_of_ours_is_found_where_it_shows() -> None:
    ours = replace(CHAT, number=9, pid=77)
    around = system(ours, CHAT).surroundings(77, Rect(0, 0, 500, 500))
    assert around.is_own_inside
    assert system(ours, CHAT).shows(77, Rect(100, 50, 1, 1))
    assert not system(ours, CHAT).shows(77, Rect(0, 0, 10, 10))


def test_our_own_panel_on_top_is_no_menu() -> None:
    ours = replace(MENU, number=9, pid=77)
    assert not system(ours, CHAT).surroundings(77, CHAT.bounds).is_menu_over


def test_every_question_is_asked_anew() -> None:
    api = FakeWin32()
    listed = ListedWindows(Win32Desk(api))
    listed.stack()
    api.standing = (CHAT,)
    assert len(listed.stack()) == 1
    listed.close()
