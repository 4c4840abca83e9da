# SPDX-License-Identifier: MIT
from __future__ import annotations

from app.capture.models import Window
from app.capture.occlusion import Choice, choices, covered_parts
from app.model import Rect

OWN = 7
LOW = Window(1, "low", "chat", 10, Rect(0, 0, 100, 100))
OVER = Window(2, "over", "mail", 20, Rect(60, 70, 100, 100))
MENU = Window(3, "", "mail", 20, Rect(10, 10, 20, 20), is_ordinary=False)
AWAY = Window(4, "away", "mail", 20, Rect(0, 0, 50, 50), is_minimised=True)
BAR = Window(5, "bar", "us", OWN, Rect(0, 0, 100, 10))
STACK = (LOW, OVER, MENU, AWAY, BAR)


def test_the_parts_are_cut_to_the_window() -> None:
    assert covered_parts(LOW, (LOW, OVER, MENU, AWAY)) == (Rect(60, 70, 40, 30), Rect(10, 10, 20, 20))
    assert covered_parts(OVER, (LOW, OVER, MENU, AWAY)) == ()


def test_our_own_windows_and_what_is_away_neither_cover_nor_are_offered() -> None:
    assert choices(STACK, OWN) == (
        Choice(OVER),
        Choice(LOW, (Rect(60, 70, 40, 30), Rect(10, 10, 20, 20))),
    )
