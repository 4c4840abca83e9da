# SPDX-License-Identifier: MIT
from __future__ import annotations

from tests.app.conversation.test_motion import Screen

LIST, CHAT = 4, 16  # columns of 32 pixels: beside the chat, and its end


def beside(screen: Screen) -> Screen:
    """Let only the columns of the chat scroll."""
    screen.page[:, : LIST * 32] = screen.page[:, CHAT * 32 :] = 0xFFFFFF
    screen.settle()
    return screen


def test_the_columns_that_moved_since_the_kept_frame_are_told() -> None:
    screen = beside(Screen())
    assert screen.motion.columns() is None
    screen.over[10, 10, 2, 14] = 0  # a caret in the list
    screen.scroll(50)
    assert screen.motion.columns() == (LIST, CHAT)
    screen.settle()
    assert screen.motion.columns() is None


def test_they_are_not_known_after_nobody_looked() -> None:
    screen = beside(Screen())
    screen.scroll(50)
    screen.motion.forget()
    screen.scroll(-50)
    assert screen.motion.columns() is None
    assert screen.motion.steps[-1] is None


def test_a_return_begins_anew() -> None:
    screen = beside(Screen())
    screen.scroll(50)
    screen.scroll(-50)
    screen.motion.came_back()
    assert (screen.motion.steps, screen.motion.columns()) == ([], None)
