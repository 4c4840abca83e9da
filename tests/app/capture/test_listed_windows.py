# SPDX-License-Identifier: MIT
"""Menus are what stands above the topmost ordinary window of others. The rest: test_windows_win32, _macos."""

from __future__ import annotations

from dataclasses import dataclass

from app.capture.listed_windows import ListedWindows
from app.capture.models import Window
from app.model import Rect

PLACE = Rect(0, 0, 100, 100)


@dataclass
class FakeDesk:
    standing: tuple[Window, ...]

    def screens(self) -> tuple[()]:
        return ()

    def windows(self) -> tuple[Window, ...]:
        return self.standing

    def clock_strips(self) -> tuple[()]:
        return ()

    def pointer(self) -> None:
        return None


def window(number: int, pid: int = 5, **given: bool) -> Window:
    return Window(number, "a title", "a program", pid, PLACE, **given)


def is_menu_over(*standing: Window) -> bool:
    return ListedWindows(FakeDesk(standing)).surroundings(1, PLACE).is_menu_over


def test_a_menu_above_the_topmost_window() -> None:
    assert is_menu_over(window(1), window(2, is_ordinary=False))


def test_what_lies_below_a_window_is_no_menu() -> None:
    assert not is_menu_over(window(2, is_ordinary=False), window(1))


def test_a_minimised_window_does_not_end_the_search() -> None:
    assert is_menu_over(window(1), window(2, is_ordinary=False), window(3, is_minimised=True))


def test_our_own_windows_do_not_end_the_search_and_are_no_menus() -> None:
    assert is_menu_over(window(1), window(2, is_ordinary=False), window(3, pid=1))
    assert not is_menu_over(window(1), window(2, pid=1, is_ordinary=False))


def test_where_no_bar_is_known_nothing_is_said_of_the_clock() -> None:
    assert ListedWindows(FakeDesk(())).surroundings(1, PLACE).is_clock_in_sight is None
