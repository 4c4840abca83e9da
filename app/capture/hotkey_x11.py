# SPDX-License-Identifier: MIT
"""The shortcut on X11, by raw events of XInput 2.

A menu holds the keyboard, and what other programs have asked for with XGrabKey does not reach them then.
Raw events do, since XInput 2.1, and take the keyboard from nobody. They tell of every key: all but the
modifiers and the one key are dropped unread, and nothing is kept of any.

Source: X Input Device Extension 2.3, section "RawEvent"; layout of xXIRawEvent in XI2proto.h.
"""

from __future__ import annotations

import os
import select
import struct
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from Xlib import XK, X
from Xlib.display import Display
from Xlib.error import ConnectionClosedError, DisplayError, XError
from Xlib.ext import ge, xinput

from app.capture.chord import Chord
from app.errors import CaptureUnsupported

if TYPE_CHECKING:
    from collections.abc import Callable

LEAST_VERSION = (2, 1)  # earlier ones keep raw events back while somebody holds the keyboard
ASKED_VERSION = (2, 2)
KEYS_MASK = xinput.RawKeyPressMask | xinput.RawKeyReleaseMask
DETAIL = struct.Struct("<HII")  # device, time, key: what every raw event begins with
UNWANTED = (X.Mod1MapIndex, X.Mod4MapIndex)  # Alt, and the key with the window on it
GONE = (XError, DisplayError, ConnectionClosedError, OSError)
STOP_S = 2.0


class X11Hotkey:
    """A connection and a thread of its own."""

    def __init__(self, display: str, on_press: Callable[[], None], number: int = 9) -> None:
        """Listen to the F key of this number.

        Raises:
            CaptureUnsupported: no such display, or it is too old for this.
        """
        try:
            self._display = Display(display)
        except GONE as error:
            raise CaptureUnsupported("the X11 display cannot be opened") from error
        self._on_press = on_press
        self._number = number
        self._reader, self._writer = os.pipe()
        self._is_open = True
        try:
            self._display.set_error_handler(lambda *_: None)
            self._listen()
        except BaseException:
            self._let_go()
            raise
        self._thread = threading.Thread(target=self._run, name="hotkey", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop listening; may be called more than once."""
        if self._is_open:
            self._is_open = False
            os.write(self._writer, b".")
            self._thread.join(STOP_S)
            self._let_go()

    def _listen(self) -> None:
        """Ask for raw keys of every keyboard."""
        if not self._display.has_extension(xinput.extname) or not self._is_new_enough():
            raise CaptureUnsupported("the X11 display tells of no keys while a menu is open")
        self._opcode = self._display.display.get_extension_major(xinput.extname)
        self._chord = self._read_chord()
        root = self._display.screen().root
        root.xinput_select_events([(xinput.AllMasterDevices, KEYS_MASK)])
        self._display.sync()

    def _is_new_enough(self) -> bool:
        """Say which version we speak; Xlib's own function says 2.0, and that cannot be taken back."""
        inner = self._display.display
        major, minor = ASKED_VERSION
        answer = xinput.XIQueryVersion(
            display=inner,
            opcode=inner.get_extension_major(xinput.extname),
            major_version=major,
            minor_version=minor,
        )
        return (answer.major_version, answer.minor_version) >= LEAST_VERSION

    def _read_chord(self) -> Chord:
        """Return the combination in the numbers of this keyboard, with what is held now."""
        modifiers = self._display.get_modifier_mapping()
        groups = [[key for key in group if key] for group in modifiers]
        chord = Chord(
            wanted=(groups[X.ControlMapIndex], groups[X.ShiftMapIndex]),
            unwanted=[key for index in UNWANTED for key in groups[index]],
            keys=[key for key, _ in self._display.keysym_to_keycodes(XK.XK_F1 + self._number - 1)],
        )
        down = self._display.query_keymap()
        chord.start_with(key for key in range(8 * len(down)) if down[key // 8] >> key % 8 & 1)
        return chord

    def _run(self) -> None:
        with suppress(*GONE):  # the display goes away with the session
            while self._wait():
                while self._display.pending_events():
                    self._take_in(self._display.next_event())

    def _wait(self) -> bool:
        """Return whether there is something to read; not so once it is closed."""
        if self._display.pending_events():
            return True
        ready, _, _ = select.select([self._display.fileno(), self._reader], [], [])
        return self._reader not in ready

    def _take_in(self, event: Any) -> None:
        if event.type == X.MappingNotify:
            self._display.refresh_keyboard_mapping(event)
            self._chord = self._read_chord()
        elif event.type == ge.GenericEventCode and event.extension == self._opcode:
            _, _, key = DETAIL.unpack_from(event.data)
            if event.evtype == xinput.RawKeyRelease:
                self._chord.release(key)
            elif self._chord.press(key):
                self._on_press()

    def _let_go(self) -> None:
        with suppress(*GONE):
            self._display.close()
        self._display.display.socket.close()  # Xlib leaves it open where the display went first
        for end in (self._reader, self._writer):
            os.close(end)
