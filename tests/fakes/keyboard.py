# SPDX-License-Identifier: MIT
"""The keys that work in every program, pressed by a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class FakeHotkey:
    """Pressed by the test."""

    def __init__(self, on_press: Callable[[], None]) -> None:
        """Listen to nothing."""
        self.on_press = on_press
        self.is_closed = False

    def close(self) -> None:
        """Note it."""
        self.is_closed = True


class Keyboard:
    """Remembers every hotkey that was opened."""

    def __init__(self) -> None:
        """Have opened none."""
        self.opened: list[FakeHotkey] = []

    def __call__(self, on_press: Callable[[], None]) -> FakeHotkey:
        """Return a new one."""
        self.opened.append(FakeHotkey(on_press))
        return self.opened[-1]
