# SPDX-License-Identifier: MIT
"""A real mouse and keyboard (xdotool), and what a person does with them in a long conversation."""

from __future__ import annotations

import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.model import Rect

UP, DOWN = 4, 5
ALLOWED_S = 30


@dataclass
class Hand:
    """Moves and presses on the display of the environment.

    Attributes:
        over: where the list that scrolls stands, in pixels of the desktop.
    """

    over: Rect

    def rest(self) -> None:
        """Have the pointer over the list, at its right edge beside the scroll bar, where no message is."""
        rect = self.over
        self.do("mousemove", str(rect.x + rect.width - 24), str(rect.y + rect.height // 2))

    def hover(self) -> None:
        """Have the pointer in the middle of the messages."""
        rect = self.over
        self.do("mousemove", str(rect.x + rect.width // 3), str(rect.y + rect.height // 2))

    def park(self) -> None:
        """Have the pointer in the corner of the screen, over nothing."""
        self.do("mousemove", "100000", "100000")

    def wheel(self, notches: int, delay_ms: int = 40) -> None:
        """Turn the wheel: above 0 to newer messages, below to older ones."""
        button = str(DOWN if notches > 0 else UP)
        self.do("click", "--repeat", str(abs(notches)), "--delay", str(delay_ms), button)

    def key(self, name: str) -> None:
        """Press one key, such as ``Page_Up`` or ``End``."""
        self.do("key", name)

    def click(self) -> None:
        """Click where the pointer is."""
        self.do("click", "1")

    def drag_bar(self, part: float, by_px: int, steps: int = 12) -> None:
        """Drag the scroll bar from this part of its way, by so many pixels, in steps of a hand."""
        rect = self.over
        x, y = rect.x + rect.width - 7, rect.y + int(rect.height * part)
        self.do("mousemove", str(x), str(y), "mousedown", "1")
        for step in range(1, steps + 1):
            self.do("mousemove", str(x), str(y + by_px * step // steps))
            time.sleep(0.02)
        self.do("mouseup", "1")
        self.rest()

    def do(self, *words: str) -> None:
        """Have xdotool do this."""
        subprocess.run(("xdotool", *words), check=True, capture_output=True, timeout=ALLOWED_S)
