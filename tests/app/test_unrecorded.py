# SPDX-License-Identifier: MIT
"""What is asked of Windows and macOS, through ctypes; neither is there."""

from __future__ import annotations

import ctypes
from typing import Any

import pytest

from app.unrecorded import MacShield, WindowsShield, shield
from tests.fakes.libraries import Library

HANDLE, WINDOW = 0x7F8A_0000_0011, 0x7F8A_0000_0022  # neither fits into 32 bits


class FakeUser32(Library):
    def __init__(self, known: set[int]) -> None:
        super().__init__(SetWindowDisplayAffinity=self._set)
        self.known = known
        self.calls: list[tuple[int, int]] = []

    def _set(self, handle: int, affinity: int) -> int:
        self.calls.append((handle, affinity))
        return int(affinity in self.known)


@pytest.mark.parametrize(
    ("known", "is_on", "calls", "did"),
    [
        ({0x00, 0x01, 0x11}, True, [0x11], True),
        ({0x00, 0x01}, True, [0x11, 0x01], True),  # Windows before 2004
        ({0x00, 0x01, 0x11}, False, [0x00], True),
        (set(), True, [0x11, 0x01], False),
    ],
)
def test_windows_leaves_it_out_or_black(known: set[int], is_on: bool, calls: list[int], did: bool) -> None:
    user32 = FakeUser32(known)
    assert WindowsShield(user32).cover(HANDLE, is_on=is_on) is did
    assert user32.calls == [(HANDLE, affinity) for affinity in calls]


class FakeObjc:
    """The runtime: a selector is the number of its name, and a message is noted."""

    def __init__(self, window: int) -> None:
        self.names: list[bytes] = []
        self.sent: list[tuple[object, ...]] = []
        self._window = window
        self.sel_registerName = Callable(self._register)
        self.objc_msgSend = Callable(self._send)

    def _register(self, name: bytes) -> int:
        self.names.append(name)
        return len(self.names)

    def _send(self, target: int, selector: int, *given: int) -> int:
        self.sent.append((target, self.names[selector - 1], *given))
        return self._window


class Callable:
    """A function of the runtime; its types are set before each call, as ctypes wants them."""

    def __init__(self, does: Any) -> None:
        self.argtypes: tuple[object, ...] = ()
        self.restype: object = None
        self._does = does

    def __call__(self, *given: object) -> object:
        assert len(given) == len(self.argtypes)
        return self._does(*given)


@pytest.mark.parametrize(("is_on", "kind"), [(True, 0), (False, 1)])
def test_macos_shares_it_with_nobody(is_on: bool, kind: int) -> None:
    objc = FakeObjc(WINDOW)
    assert MacShield(objc).cover(HANDLE, is_on=is_on)
    assert objc.sent == [(HANDLE, b"window"), (WINDOW, b"setSharingType:", kind)]
    assert objc.objc_msgSend.argtypes[:2] == (ctypes.c_void_p, ctypes.c_void_p)


def test_a_view_without_a_window_is_not_covered() -> None:
    assert not MacShield(FakeObjc(0)).cover(HANDLE, is_on=True)


def test_linux_has_nothing_that_says_it() -> None:
    assert shield("linux") is None
