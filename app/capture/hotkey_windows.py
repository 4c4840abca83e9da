# SPDX-License-Identifier: MIT
"""The shortcut on Windows, by RegisterHotKey: the system itself tells of it, whatever menu is open.

The keys reach no other program, no focus moves, and no other key is seen.
Source: Win32, RegisterHotKey, "The hot key is posted to the message queue of the thread that registered it".
"""

from __future__ import annotations

import ctypes
import queue
import threading
from typing import TYPE_CHECKING, Any, Protocol

from app.errors import CaptureUnsupported

if TYPE_CHECKING:
    from collections.abc import Callable

MOD_CONTROL, MOD_SHIFT, MOD_NOREPEAT = 0x0002, 0x0004, 0x4000
VK_F1 = 0x70
WM_QUIT, WM_HOTKEY = 0x0012, 0x0312
STOP_S = 2.0


class Calls(Protocol):
    """What is asked of the system; all of it in the thread that listens, but for ``stop``."""

    def register(self, number: int) -> bool:
        """Whether the F key of this number is ours now."""
        ...

    def unregister(self, number: int) -> None:
        """Give it back."""
        ...

    def thread(self) -> int:
        """Return the number of this thread."""
        ...

    def next_message(self) -> int:
        """Wait for the next message of this thread and return its kind."""
        ...

    def stop(self, thread: int) -> None:
        """Have ``next_message`` of that thread return ``WM_QUIT``."""
        ...


class WindowsHotkey:
    """A thread with a message queue of its own."""

    def __init__(self, on_press: Callable[[], None], calls: Calls | None = None, *, number: int = 9) -> None:
        """Listen to the F key of this number.

        Raises:
            CaptureUnsupported: another program has these keys.
        """
        self._calls = calls or User32()
        self._on_press = on_press
        self._key = number
        self._is_open = True
        began: queue.Queue[int] = queue.Queue()
        self._thread = threading.Thread(target=self._run, args=(began,), name="hotkey", daemon=True)
        self._thread.start()
        self._number = began.get()
        if not self._number:
            self._is_open = False
            raise CaptureUnsupported("another program has these keys")

    def close(self) -> None:
        """Stop listening; may be called more than once."""
        if self._is_open:
            self._is_open = False
            self._calls.stop(self._number)
            self._thread.join(STOP_S)

    def _run(self, began: queue.Queue[int]) -> None:
        if not self._calls.register(self._key):
            began.put(0)
            return
        began.put(self._calls.thread())
        try:
            while (kind := self._calls.next_message()) != WM_QUIT:
                if kind == WM_HOTKEY:
                    self._on_press()
        finally:
            self._calls.unregister(self._key)


class Message(ctypes.Structure):
    """MSG of the Windows API."""

    _fields_ = (
        ("hwnd", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("wParam", ctypes.c_size_t),
        ("lParam", ctypes.c_ssize_t),
        ("time", ctypes.c_uint32),
        ("x", ctypes.c_int32),
        ("y", ctypes.c_int32),
        ("private", ctypes.c_uint32),
    )


MESSAGE_OUT = ctypes.POINTER(Message), ctypes.c_void_p


class User32:
    """The calls as the system has them."""

    def __init__(self, user32: Any = None, kernel32: Any = None) -> None:
        """Open the libraries, unless they are given."""
        self._user32 = user32 or ctypes.WinDLL("user32")  # type: ignore[attr-defined,unused-ignore]
        self._kernel32 = kernel32 or ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
        for function, taken, given in (
            (self._user32.PeekMessageW, (*MESSAGE_OUT, *[ctypes.c_uint] * 3), ctypes.c_int),
            (self._user32.GetMessageW, (*MESSAGE_OUT, *[ctypes.c_uint] * 2), ctypes.c_int),
            (
                self._user32.RegisterHotKey,
                (ctypes.c_void_p, ctypes.c_int, *[ctypes.c_uint] * 2),
                ctypes.c_int,
            ),
            (self._user32.UnregisterHotKey, (ctypes.c_void_p, ctypes.c_int), ctypes.c_int),
            (
                self._user32.PostThreadMessageW,
                (ctypes.c_uint32, ctypes.c_uint, ctypes.c_size_t, ctypes.c_ssize_t),
                ctypes.c_int,
            ),
            (self._kernel32.GetCurrentThreadId, (), ctypes.c_uint32),
        ):
            function.argtypes, function.restype = taken, given

    def register(self, number: int) -> bool:
        """Whether the key is ours now; the queue is made first, so that ``stop`` can reach it."""
        self._user32.PeekMessageW(ctypes.byref(Message()), None, 0, 0, 0)
        modifiers = MOD_CONTROL | MOD_SHIFT | MOD_NOREPEAT
        return bool(self._user32.RegisterHotKey(None, number, modifiers, VK_F1 + number - 1))

    def unregister(self, number: int) -> None:
        """Give it back."""
        self._user32.UnregisterHotKey(None, number)

    def thread(self) -> int:
        """Return the number of this thread."""
        return int(self._kernel32.GetCurrentThreadId())

    def next_message(self) -> int:
        """Wait for the next message of this thread; a failure ends it as WM_QUIT does."""
        message = Message()
        got = self._user32.GetMessageW(ctypes.byref(message), None, 0, 0)
        return int(message.message) if got > 0 else WM_QUIT

    def stop(self, thread: int) -> None:
        """Post WM_QUIT to that thread."""
        self._user32.PostThreadMessageW(thread, WM_QUIT, 0, 0)
