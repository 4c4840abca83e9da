# SPDX-License-Identifier: MIT
"""Another program: a window of known pixels, run as ``python -m tests.screen.painter``.

It prints ``ready`` when the window is on the screen, in the manager's list, and painted; then it obeys
lines (``move X Y``, ``iconify``, ``title TEXT``, ``quit``) and answers ``done`` when the server has done it.
The pixels are the window's background, so the server itself repaints them whenever something is taken away.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING, Any

import numpy as np
from Xlib import X, Xatom
from Xlib.display import Display
from Xlib.protocol.event import ClientMessage

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

STRIP_BYTES = 200_000  # below the largest request of the X protocol, 262,140
ICONIC = 3  # Source: ICCCM 2.0, section 4.1.4


def pattern(width: int, height: int, seed: int) -> NDArray[np.uint8]:
    """Return height x width x BGRX in which no two neighbours and no two seeds are alike."""
    y, x = np.mgrid[0:height, 0:width]
    pixels = np.zeros((height, width, 4), dtype=np.uint8)
    pixels[..., 0] = (x * 3 + seed * 40) % 256
    pixels[..., 1] = (y * 5 + seed * 7) % 256
    pixels[..., 2] = (x ^ y) % 256
    return pixels


class PaintedWindow:
    """A window of known pixels on the display, of this process."""

    def __init__(self, options: argparse.Namespace) -> None:
        """Make it, put it on the screen, and wait until it is there."""
        self._display = Display()
        self._root = self._display.screen().root
        self._has_frame = not options.override
        self._has_old_title = options.old_title
        self._window = self._created(options)
        self._describe(options)
        self._window.map()
        self._wait_until_shown()

    @property
    def id(self) -> int:
        """Number of the window."""
        return int(self._window.id)

    def obey(self, line: str) -> None:
        """Do what the line says, and come back when the server has done it."""
        word, _, rest = line.partition(" ")
        {"move": self._move, "iconify": self._iconify, "title": self._rename}[word](rest)
        self._display.sync()

    def close(self) -> None:
        """Take the window off the screen, its frame too, and let go of the display."""
        self._window.unmap()
        if self._has_frame:
            self._wait_for(lambda event: event.type == X.ReparentNotify and event.parent == self._root)
        self._window.destroy()
        self._display.sync()
        self._display.close()

    def _created(self, options: argparse.Namespace) -> Any:
        (width, height), (x, y) = options.size, options.position
        depth = self._display.screen().root_depth
        pixels = pattern(width, height, options.seed) * (not options.black)
        pixmap = self._root.create_pixmap(width, height, depth)
        gc = pixmap.create_gc()
        rows = max(1, STRIP_BYTES // (width * 4))
        for top in range(0, height, rows):
            strip = pixels[top : top + rows]
            pixmap.put_image(gc, 0, top, width, len(strip), X.ZPixmap, depth, 0, strip.tobytes())
        return self._root.create_window(
            x, y, width, height, 0, depth,
            background_pixmap=pixmap,
            override_redirect=options.override,
            event_mask=X.StructureNotifyMask | X.ExposureMask | X.PropertyChangeMask,
        )  # fmt: skip

    def _describe(self, options: argparse.Namespace) -> None:
        (width, height), (x, y) = options.size, options.position
        window = self._window
        self._rename(options.title)
        window.set_wm_class(options.program.lower(), options.program)
        window.set_wm_normal_hints(flags=0x1 | 0x2 | 0x4 | 0x8, x=x, y=y, width=width, height=height)
        if not options.no_pid:
            self._put("_NET_WM_PID", Xatom.CARDINAL, [os.getpid()])
        if options.fullscreen:
            self._put("_NET_WM_STATE", Xatom.ATOM, [self._display.get_atom("_NET_WM_STATE_FULLSCREEN")])
        if options.shadow:
            self._put("_GTK_FRAME_EXTENTS", Xatom.CARDINAL, [options.shadow] * 4)
        if options.borderless:  # Source: _MOTIF_WM_HINTS, flag 2: decorations, none
            self._put("_MOTIF_WM_HINTS", self._display.get_atom("_MOTIF_WM_HINTS"), [2, 0, 0, 0, 0])

    def _put(self, name: str, kind: int, values: list[int]) -> None:
        self._window.change_property(self._display.get_atom(name), kind, 32, values)

    def _wait_until_shown(self) -> None:
        is_managed = self._has_frame
        self._root.change_attributes(event_mask=X.PropertyChangeMask)
        shown = X.Expose if is_managed else X.MapNotify  # off the screen nothing is exposed
        self._wait_for(lambda event: event.type == shown)
        listed = self._display.get_atom("_NET_CLIENT_LIST_STACKING")
        while is_managed and self.id not in self._listed(listed):
            self._display.next_event()
        self._display.sync()

    def _listed(self, atom: int) -> list[int]:
        held = self._root.get_full_property(atom, X.AnyPropertyType)
        return list(held.value) if held else []

    def _move(self, rest: str) -> None:
        x, y = (int(part) for part in rest.split())
        self._window.configure(x=x, y=y)
        self._wait_for(lambda event: event.type == X.ConfigureNotify)

    def _iconify(self, _: str) -> None:
        kind = self._display.get_atom("WM_CHANGE_STATE")
        message = ClientMessage(window=self._window, client_type=kind, data=(32, [ICONIC, 0, 0, 0, 0]))
        self._root.send_event(message, X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        self._wait_for(lambda event: event.type == X.UnmapNotify)
        self._has_frame = False  # the manager has hidden it already

    def _rename(self, title: str) -> None:
        if self._has_old_title:
            self._window.change_property(Xatom.WM_NAME, Xatom.STRING, 8, title.encode("latin-1"))
            return
        atom, kind = self._display.get_atom("_NET_WM_NAME"), self._display.get_atom("UTF8_STRING")
        self._window.change_property(atom, kind, 8, title.encode())

    def _wait_for(self, is_it: Callable[[Any], bool]) -> None:
        while not is_it(self._display.next_event()):
            pass


def options_from(arguments: list[str]) -> argparse.Namespace:
    """Return what the window is to be."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=_pair, default=(400, 300))
    parser.add_argument("--position", type=_pair, default=(100, 100))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--title", default="Painted")
    parser.add_argument("--program", default="Painter")
    parser.add_argument("--shadow", type=int, default=0)
    for flag in ("--fullscreen", "--borderless", "--override", "--no-pid", "--black", "--old-title"):
        parser.add_argument(flag, action="store_true")
    return parser.parse_args(arguments)


def _pair(text: str) -> tuple[int, int]:
    first, _, second = text.partition(",")
    return int(first), int(second)


def main() -> None:
    """Show the window and obey until told to quit."""
    window = PaintedWindow(options_from(sys.argv[1:]))
    print("ready", window.id, flush=True)
    for line in sys.stdin:
        if line.strip() == "quit":
            break
        window.obey(line.rstrip("\n"))
        print("done", flush=True)
    window.close()


if __name__ == "__main__":
    main()
