# SPDX-License-Identifier: MIT
from __future__ import annotations

import ctypes
import queue
import sys
import threading

import pytest

from app.capture.hotkey_windows import (
    MOD_CONTROL,
    MOD_NOREPEAT,
    MOD_SHIFT,
    VK_F1,
    WM_HOTKEY,
    WM_QUIT,
    Message,
    User32,
    WindowsHotkey,
)
from app.errors import CaptureUnsupported
from tests.fakes.libraries import Library

WM_TIMER = 0x0113


class FakeUser32(Library):
    """A message queue, called through ctypes; every call notes its thread."""

    def __init__(self, *, is_free: bool = True) -> None:
        super().__init__(
            PeekMessageW=lambda *_: self._note("queue", is_said=False),
            RegisterHotKey=self._register,
            UnregisterHotKey=self._unregister,
            GetMessageW=self._next,
            PostThreadMessageW=self._post,
        )
        self.is_free = is_free
        self.messages: queue.Queue[int] = queue.Queue()
        self.calls: list[tuple[object, ...]] = []
        self.threads: set[int] = set()

    def _note(self, *what: object, is_said: bool = True) -> int:
        self.calls.append(what)
        return int(is_said)

    def _register(self, *what: object) -> int:
        self.threads.add(threading.get_ident())
        return self._note("register", *what, is_said=self.is_free)

    def _unregister(self, *what: object) -> int:
        self.threads.add(threading.get_ident())
        return self._note("unregister", *what)

    def _next(self, into, window: int | None, least: int, most: int) -> int:
        assert (window, least, most) == (None, 0, 0)
        kind = self.messages.get()
        into.contents.message = max(0, kind)
        return -1 if kind < 0 else int(kind != WM_QUIT)

    def _post(self, thread: int, kind: int, *_: object) -> int:
        self.messages.put(kind)
        return self._note("post", thread)


FAKE_KERNEL32 = Library(GetCurrentThreadId=lambda: 4711)


def opened(system: FakeUser32, on_press=lambda: None, number: int = 9) -> WindowsHotkey:
    return WindowsHotkey(on_press, User32(system, FAKE_KERNEL32), number=number)


def test_each_press_is_told_and_other_messages_are_not() -> None:
    system, pressed = FakeUser32(), threading.Semaphore(0)
    hotkey = opened(system, pressed.release)
    for kind in (WM_TIMER, WM_HOTKEY, WM_TIMER, WM_HOTKEY):
        system.messages.put(kind)
    assert pressed.acquire(timeout=5)
    assert pressed.acquire(timeout=5)
    hotkey.close()
    assert not pressed.acquire(blocking=False)


@pytest.mark.parametrize("number", [8, 9])
def test_the_queue_is_there_before_the_keys_and_one_thread_does_both(number: int) -> None:
    system = FakeUser32()
    hotkey = opened(system, number=number)
    hotkey.close()
    hotkey.close()
    assert system.calls == [
        ("queue",),
        ("register", None, number, MOD_CONTROL | MOD_SHIFT | MOD_NOREPEAT, VK_F1 + number - 1),
        ("post", 4711),
        ("unregister", None, number),
    ]
    assert len(system.threads) == 1
    assert threading.get_ident() not in system.threads


def test_keys_that_another_program_has_are_refused() -> None:
    system = FakeUser32(is_free=False)
    with pytest.raises(CaptureUnsupported):
        opened(system)
    assert ("unregister", None, 9) not in system.calls


def test_a_queue_that_fails_ends_it() -> None:
    system = FakeUser32()
    hotkey = opened(system)
    system.messages.put(-1)
    hotkey._thread.join(5)
    assert not hotkey._thread.is_alive()
    assert system.calls[-1] == ("unregister", None, 9)
    hotkey.close()


def test_the_message_has_the_size_of_the_windows_api() -> None:
    assert ctypes.sizeof(Message) == 48
    assert Message.message.offset == 8
    assert Message.wParam.offset == 16


@pytest.mark.skipif(sys.platform != "win32", reason="needs Windows")
def test_windows_itself_gives_the_keys_to_one_and_takes_them_back() -> None:
    pressed = threading.Semaphore(0)
    hotkey = WindowsHotkey(pressed.release)
    with pytest.raises(CaptureUnsupported):
        WindowsHotkey(lambda: None)
    ctypes.WinDLL("user32").PostThreadMessageW(hotkey._number, WM_HOTKEY, 9, 0)
    assert pressed.acquire(timeout=5)
    hotkey.close()
    assert not hotkey._thread.is_alive()
    WindowsHotkey(lambda: None).close()
