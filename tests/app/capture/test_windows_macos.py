# SPDX-License-Identifier: MIT
"""Lists of windows as macOS gives them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from app.capture.listed_windows import ListedWindows
from app.capture.windows_macos import MacDesk, rect_of, require_permission, window_of
from app.errors import ScreenPermissionMissing
from app.model import Rect


def raw(number: int, layer: int = 0, **given: Any) -> dict[str, Any]:
    place = given.pop("place", (100, 60, 800, 600))
    return {
        "kCGWindowNumber": number,
        "kCGWindowOwnerPID": 4711,
        "kCGWindowOwnerName": "Messages",
        "kCGWindowName": "Amélie",
        "kCGWindowBounds": dict(zip(("X", "Y", "Width", "Height"), map(float, place), strict=True)),
        "kCGWindowLayer": layer,
        "kCGWindowAlpha": 1.0,
        "kCGWindowIsOnscreen": True,
        "kCGWindowSharingState": 1,
        **given,
    }


CHAT = raw(7)
MENU_BAR = raw(1, 24, place=(0, 0, 1440, 24), kCGWindowOwnerName="Window Server", kCGWindowOwnerPID=88)
POP_UP = raw(9, 101, place=(200, 100, 120, 200))


@dataclass
class FakeQuartz:
    """Answers with what it was given, the frontmost window first."""

    standing: tuple[dict[str, Any], ...] = (MENU_BAR, POP_UP, CHAT)
    allowed: bool = True
    has_asked: bool = False

    def windows(self) -> tuple[dict[str, Any], ...]:
        return self.standing

    def displays(self) -> list[tuple[int, Rect, int, bool]]:
        return [(1, Rect(0, 0, 1440, 900), 2000, True), (2, Rect(1440, 0, 1920, 1080), 1000, False)]

    def pointer(self) -> tuple[int, int] | None:
        return None

    def may_capture(self) -> bool:
        return self.allowed

    def ask_to_capture(self) -> None:
        self.has_asked = True


def test_the_lowest_comes_first() -> None:
    assert [window.id for window in MacDesk(FakeQuartz()).windows()] == [7, 9, 1]


def test_what_is_known_of_a_window_is_handed_on() -> None:
    chat = window_of(CHAT)
    assert chat is not None
    assert (chat.title, chat.program, chat.pid, chat.rect) == (
        "Amélie",
        "Messages",
        4711,
        Rect(100, 60, 800, 600),
    )
    assert chat.is_ordinary
    assert not (chat.is_protected)
    assert not (chat.is_panel)
    assert not chat.is_minimised


def test_without_permission_titles_are_missing_and_that_breaks_nothing() -> None:
    bare = {key: value for key, value in CHAT.items() if key not in {"kCGWindowName", "kCGWindowOwnerName"}}
    chat = window_of(bare)
    assert chat is not None
    assert (chat.title, chat.program) == ("", None)


@pytest.mark.parametrize(
    "unseen", [raw(3, kCGWindowAlpha=0), raw(3, place=(0, 0, 0, 0)), {}, {"kCGWindowNumber": 3}]
)
def test_what_nobody_sees_is_left_out(unseen: dict[str, Any]) -> None:
    assert window_of(unseen) is None


@pytest.mark.parametrize(("layer", "is_panel"), [(24, True), (25, True), (101, False), (3, False)])
def test_bars_and_menus_are_not_offered(layer: int, is_panel: bool) -> None:
    found = window_of(raw(3, layer))
    assert found is not None
    assert not found.is_ordinary
    assert found.is_panel is is_panel


def test_what_the_system_lays_over_everything_hides_nothing() -> None:
    """As listed by macOS: the Dock's clear window, a mark of the window server, a cover over one display."""
    clear = raw(2, 20, place=(0, 24, 1440, 876), kCGWindowOwnerName="Dock")
    mark = raw(3, 0, place=(1430, 3, 10, 18), kCGWindowOwnerName="Window Server")
    cursor = raw(4, 2147483630, place=(200, 100, 16, 16), kCGWindowOwnerName="Window Server")
    cover = raw(5, 21, place=(1440, 0, 1920, 1080), kCGWindowOwnerName="Notification Center")
    standing = (MENU_BAR, cursor, cover, clear, mark, CHAT)
    assert [window.id for window in MacDesk(FakeQuartz(standing)).windows()] == [7, 1]
    whole = ListedWindows(MacDesk(FakeQuartz(standing))).surroundings(1, Rect(0, 0, 3360, 1080))
    assert not whole.is_menu_over


def test_a_window_of_ours_over_a_whole_display_is_there_until_it_is_gone() -> None:
    ours = raw(5, 3, place=(0, 0, 1440, 900), kCGWindowOwnerPID=77)
    desk = MacDesk(FakeQuartz((ours, CHAT)), own_pid=77)
    assert [window.id for window in desk.windows()] == [7, 5]


def test_a_window_that_fills_a_display_is_a_window_and_a_small_mark_is_not_offered() -> None:
    full, mark = raw(5, place=(0, 0, 1440, 900)), raw(6, place=(500, 70, 66, 20))
    found = MacDesk(FakeQuartz((mark, full))).windows()
    assert [(window.id, window.is_ordinary) for window in found] == [(5, True), (6, False)]


def test_a_window_that_forbids_pictures_says_so() -> None:
    found = window_of(raw(3, kCGWindowSharingState=0))
    assert found is not None
    assert found.is_protected


def test_displays_have_their_scale() -> None:
    first, second = MacDesk(FakeQuartz()).screens()
    assert (first.scale_permille, second.scale_permille) == (2000, 1000)
    assert (first.is_primary, second.is_primary) == (True, False)
    assert second.rect == Rect(1440, 0, 1920, 1080)


def test_an_open_menu_and_the_clock_in_the_menu_bar() -> None:
    system = ListedWindows(MacDesk(FakeQuartz()))
    whole = system.surroundings(1, Rect(0, 0, 1440, 900))
    assert (whole.is_menu_over, whole.is_clock_in_sight, whole.pointer) == (True, True, None)
    window = system.surroundings(1, Rect(600, 400, 100, 100))
    assert (window.is_menu_over, window.is_clock_in_sight) == (False, False)


def test_places_are_rounded_to_points() -> None:
    assert rect_of(raw(1, place=(0.4, 10.6, 99.5, 20.2))) == Rect(0, 11, 100, 20)
    assert rect_of({}) == Rect(0, 0, 0, 0)


def test_permission_is_looked_for_before_the_first_picture() -> None:
    allowed, refused = FakeQuartz(), FakeQuartz(allowed=False)
    require_permission(allowed)
    assert not allowed.has_asked
    with pytest.raises(ScreenPermissionMissing):
        require_permission(refused)
    assert refused.has_asked
