# SPDX-License-Identifier: MIT
"""The shortcut on macOS, by Carbon's RegisterEventHotKey: no permission, no other key seen, no focus moved.

The window server hands the keys to the application's event loop, which is the window's own: make and close
it in the main thread. Source: Carbon, CarbonEvents.h (``RegisterEventHotKey``, ``InstallEventHandler``,
``GetEventParameter``).
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

from app.errors import CaptureUnsupported

if TYPE_CHECKING:
    from collections.abc import Callable

CARBON = "/System/Library/Frameworks/Carbon.framework/Carbon"
KEYBOARD_CLASS, HOTKEY_PRESSED = 0x6B657962, 5  # 'keyb'
CONTROL_KEY, SHIFT_KEY = 0x1000, 0x0200
F_KEYS = {8: 0x64, 9: 0x65}  # Source: HIToolbox, Events.h, kVK_F8 and kVK_F9
SIGNATURE = 0x53664864  # 'SfHd'
DIRECT_OBJECT, HOTKEY_ID = 0x2D2D2D2D, 0x686B6964  # '----', 'hkid'
NO_ERROR, NOT_HANDLED = 0, -9874  # eventNotHandledErr: the next handler is asked
POINTER_OUT = ctypes.POINTER(ctypes.c_void_p)
HANDLER = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)


class EventType(ctypes.Structure):
    """EventTypeSpec."""

    _fields_ = (("kind", ctypes.c_uint32), ("event", ctypes.c_uint32))


class HotkeyId(ctypes.Structure):
    """EventHotKeyID."""

    _fields_ = (("signature", ctypes.c_uint32), ("number", ctypes.c_uint32))


class MacHotkey:
    """A handler in the application's event loop; it is told which of our keys was pressed."""

    def __init__(self, on_press: Callable[[], None], carbon: Any = None, *, number: int = 9) -> None:
        """Listen to the F key of this number.

        Raises:
            CaptureUnsupported: the system did not give the keys.
        """
        self._carbon = _typed(carbon or ctypes.CDLL(CARBON))
        self._on_press = on_press
        self._number = number
        self._handler = HANDLER(self._on_event)  # must live as long as the system may call it
        self._installed, self._hotkey = ctypes.c_void_p(), ctypes.c_void_p()
        self._is_open = True
        target = self._carbon.GetApplicationEventTarget()
        kind = EventType(KEYBOARD_CLASS, HOTKEY_PRESSED)
        failed = self._carbon.InstallEventHandler(
            target, self._handler, 1, ctypes.byref(kind), None, ctypes.byref(self._installed)
        )
        if failed == NO_ERROR:
            ident = HotkeyId(SIGNATURE, number)
            failed = self._carbon.RegisterEventHotKey(
                F_KEYS[number], CONTROL_KEY | SHIFT_KEY, ident, target, 0, ctypes.byref(self._hotkey)
            )
        if failed != NO_ERROR:
            self.close()
            raise CaptureUnsupported(f"the system did not give the keys: {failed}")

    def close(self) -> None:
        """Stop listening; may be called more than once."""
        if not self._is_open:
            return
        self._is_open = False
        if self._hotkey.value:
            self._carbon.UnregisterEventHotKey(self._hotkey)
        if self._installed.value:
            self._carbon.RemoveEventHandler(self._installed)

    def _on_event(self, _call: int, event: int, _data: int) -> int:
        """Take in that the keys were pressed; another of our keys is left to its own handler."""
        pressed = HotkeyId()
        self._carbon.GetEventParameter(
            event, DIRECT_OBJECT, HOTKEY_ID, None, ctypes.sizeof(pressed), None, ctypes.byref(pressed)
        )
        if pressed.number != self._number:
            return NOT_HANDLED
        if self._is_open:
            self._on_press()
        return NO_ERROR


def _typed(carbon: Any) -> Any:
    """Return the library with the types of what is called; pointers are 64 bits wide."""
    pointer, number, status = ctypes.c_void_p, ctypes.c_uint32, ctypes.c_int32
    for function, given, taken in (
        (carbon.GetApplicationEventTarget, pointer, ()),
        (
            carbon.InstallEventHandler,
            status,
            (pointer, HANDLER, ctypes.c_ulong, ctypes.POINTER(EventType), pointer, POINTER_OUT),
        ),
        (carbon.RegisterEventHotKey, status, (number, number, HotkeyId, pointer, number, POINTER_OUT)),
        (
            carbon.GetEventParameter,
            status,
            (pointer, number, number, pointer, ctypes.c_ulong, pointer, pointer),
        ),
        (carbon.UnregisterEventHotKey, status, (pointer,)),
        (carbon.RemoveEventHandler, status, (pointer,)),
    ):
        function.restype, function.argtypes = given, taken
    return carbon
