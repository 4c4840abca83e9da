# SPDX-License-Identifier: MIT
"""Another process presses keys as a keyboard does, and says when windows were gone from the screen.

Run as a script. A line on stdin: the keys to press, then the windows by number. A line on stdout: the
milliseconds from just before the last press until the X server had unmapped the last of these windows.
"""

from __future__ import annotations

import select
import sys
import time

from Xlib import XK, X
from Xlib.display import Display
from Xlib.error import XError
from Xlib.ext import xtest

BETWEEN_S, WAIT_S = 0.12, 10.0
MODIFIERS = ("Control_L", "Shift_L")
KEYS = {"esc": ((), "Escape", 3), "key": (MODIFIERS, "F8", 1)}


class Presser:
    """A connection of its own to the display."""

    def __init__(self) -> None:
        """Connect."""
        self._display = Display()
        self._display.set_error_handler(lambda *_: None)

    def press_and_wait(self, keys: str, windows: list[int]) -> float:
        """Return the milliseconds until all of them were gone; -1 when one stays."""
        held, name, times = KEYS[keys]
        left = self._watch(windows)
        for modifier in held:
            self._fake(X.KeyPress, modifier)
        for _ in range(times - 1):
            self._fake(X.KeyPress, name)
            self._fake(X.KeyRelease, name)
            time.sleep(BETWEEN_S)
        began = time.perf_counter()
        self._fake(X.KeyPress, name)
        spent = self._until_gone(left, began)
        self._fake(X.KeyRelease, name)
        for modifier in held:
            self._fake(X.KeyRelease, modifier)
        return spent

    def _watch(self, windows: list[int]) -> set[int]:
        for number in windows:
            self._display.create_resource_object("window", number).change_attributes(
                event_mask=X.StructureNotifyMask
            )
        self._display.sync()
        return {number for number in windows if self._is_there(number)}

    def _is_there(self, number: int) -> bool:
        try:
            attributes = self._display.create_resource_object("window", number).get_attributes()
        except XError:
            return False
        return bool(attributes.map_state != X.IsUnmapped)

    def _fake(self, kind: int, name: str) -> None:
        xtest.fake_input(self._display, kind, self._display.keysym_to_keycode(XK.string_to_keysym(name)))
        self._display.sync()

    def _until_gone(self, left: set[int], began: float) -> float:
        while left and time.perf_counter() - began < WAIT_S:
            if not self._display.pending_events():
                select.select([self._display.fileno()], [], [], 0.05)
            while self._display.pending_events():
                event = self._display.next_event()
                if event.type in {X.UnmapNotify, X.DestroyNotify}:
                    left.discard(event.window.id)
            left = {number for number in left if self._is_there(number)}
        return -1.0 if left else (time.perf_counter() - began) * 1000


def main() -> None:
    """Answer each line."""
    presser = Presser()
    print("ready", flush=True)
    for line in sys.stdin:
        keys, *windows = line.split()
        print(f"{presser.press_and_wait(keys, [int(one) for one in windows]):.1f}", flush=True)


if __name__ == "__main__":
    main()
