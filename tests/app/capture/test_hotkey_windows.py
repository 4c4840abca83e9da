# SPDX-License-Identifier: MIT
from __future__ import annotations

import queue
import threading

import pytest

from app.capture.hotkey_windows import (
    MOD_CONTROL,
    MOD_NOREPEAT,
    MOD_SHIFT,
    NUMBER,
    VK_F9,
    WM_HOTKEY,
    WM_QUIT,
    Message,
    User32,
    WindowsHotkey,
)
from app.errors import CaptureUnsupported

WM_TIMER = 0x0113


class FakeUser32:
    """A message queue; every call notes its thread."""

    def __init__(self, *, is_free: bool = True) -> None:
        self.is_free = is_free
        self.messages: queue.Queue[int] = queue.Queue()
        self.calls: list[tuple[object, ...]] = []
        self.threads: set[int] = set()

    def PeekMessageW(self, *_: object) -> int:
        self.calls.append(("queue",))
        return 0

    def RegisterHotKey(self, *what: object) -> int:
        self.threads.add(threading.get_ident())
        self.calls.append(("register", *what))
        return self.is_free

    def UnregisterHotKey(self, *what: object) -> int:
        self.threads.add(threading.get_ident())
        self.calls.append(("unregister", *what))
        return 1

    def GetMessageW(self, into: object, *_: object) -> int:
        kind = self.messages.get()
        into._obj.message = kind
        return -1 if kind < 0 else int(kind != WM_QUIT)

    def PostThreadMessageW(self, thread: int, kind: int, *_: object) -> int:
        self.calls.append(("post", thread))
        self.messages.put(kind)
        return 1


class FakeKernel32:
    def GetCurrentThreadId(self) -> int:
        return 4711


def opened(system: FakeUser32, on_press=lambda: None) -> WindowsHotkey:
    return WindowsHotkey(on_press, User32(system, FakeKernel32()))


def test_each_press_is_told_and_other_messages_are_not() -> None:
    system, pressed = FakeUser32(), threading.Semaphore(0)
    hotkey = opened(system, pressed.release)
    for kind in (WM_TIMER, WM_HOTKEY, WM_TIMER, WM_HOTKEY):
        system.messages.put(kind)
    assert pressed.acquire(timeout=5)
    assert pressed.acquire(timeout=5)
    hotkey.close()
    assert not pressed.acquire(blocking=False)


def test_the_queue_is_there_before_the_keys_and_one_thread_does_both() -> None:
    system = FakeUser32()
    hotkey = opened(system)
    hotkey.close()
    hotkey.close()
    assert system.calls == [
        ("queue",),
        ("register", None, NUMBER, MOD_CONTROL | MOD_SHIFT | MOD_NOREPEAT, VK_F9),
        ("post", 4711),
        ("unregister", None, NUMBER),
    ]
    assert len(system.threads) == 1
    assert threading.get_ident() not in system.threads


def test_keys_that_another_program_has_are_refused() -> None:
    system = FakeUser32(is_free=False)
    with pytest.raises(CaptureUnsupported):
        opened(system)
    assert ("unregister", None, NUMBER) not in system.calls


def test_a_queue_that_fails_ends_it() -> None:
    system = FakeUser32()
    hotkey = opened(system)
    system.messages.put(-1)
    hotkey._thread.join(5)
    assert not hotkey._thread.is_alive()
    assert system.calls[-1] == ("unregister", None, NUMBER)
    hotkey.close()


def test_the_message_has_the_size_of_the_windows_api() -> None:
    """48 bytes where a long has four bytes, as on Windows; here it has eight."""
    assert Message.message.offset == 8
    assert Message.wParam.offset == 16
