# SPDX-License-Identifier: MIT
from __future__ import annotations

import ctypes
import sys

import pytest

from app.capture.hotkey_macos import CONTROL_KEY, F_KEYS, NOT_HANDLED, SHIFT_KEY, HotkeyId, MacHotkey
from app.errors import CaptureUnsupported
from tests.fakes.libraries import Library

TARGET, INSTALLED, HOTKEY = 0x7F8A_0000_0011, 0x7F8A_0000_0022, 0x7F8A_0000_0033  # none fits into 32 bits
IN_USE = -9878


class FakeCarbon(Library):
    """The six calls, made through ctypes; they note what they are given."""

    def __init__(self, *, install: int = 0, register: int = 0) -> None:
        super().__init__(
            GetApplicationEventTarget=lambda: TARGET,
            InstallEventHandler=self._install,
            RegisterEventHotKey=self._register,
            GetEventParameter=self._tell,
            UnregisterEventHotKey=lambda ref: self._note("unregister", ref),
            RemoveEventHandler=lambda ref: self._note("remove", ref),
        )
        self.answers = {"install": install, "register": register}
        self.calls: list[tuple[object, ...]] = []
        self.handler = None
        self.pressed = 9

    def _note(self, *what: object) -> int:
        self.calls.append(what)
        return 0

    def _install(self, target: int, handler, count: int, kind, data, out) -> int:
        assert data is None
        self._note("install", target, count, kind.contents.kind, kind.contents.event)
        self.handler = handler
        if not self.answers["install"]:
            out[0] = INSTALLED
        return self.answers["install"]

    def _tell(self, event: int, name: int, kind: int, kind_out, size: int, size_out, out) -> int:
        assert (event, name.to_bytes(4, "big"), kind.to_bytes(4, "big")) == (2, b"----", b"hkid")
        assert (kind_out, size, size_out) == (None, 8, None)
        ctypes.cast(out, ctypes.POINTER(HotkeyId)).contents.number = self.pressed
        return 0

    def _register(self, key: int, modifiers: int, ident, target: int, options: int, out) -> int:
        self._note("register", key, modifiers, ident.number, target, options)
        if not self.answers["register"]:
            out[0] = HOTKEY
        return self.answers["register"]


def test_the_other_key_is_left_to_its_own_handler() -> None:
    carbon, pressed = FakeCarbon(), []
    hotkey = MacHotkey(lambda: pressed.append(1), carbon, number=8)
    assert carbon.handler(1, 2, 3) == NOT_HANDLED
    carbon.pressed = 8
    assert carbon.handler(1, 2, 3) == 0
    assert pressed == [1]
    assert carbon.calls[1][:2] == ("register", F_KEYS[8])
    hotkey.close()


def test_it_listens_to_one_combination_and_tells_each_press() -> None:
    carbon, pressed = FakeCarbon(), []
    hotkey = MacHotkey(lambda: pressed.append(1), carbon)
    assert carbon.calls == [
        ("install", TARGET, 1, int.from_bytes(b"keyb", "big"), 5),
        ("register", F_KEYS[9], CONTROL_KEY | SHIFT_KEY, 9, TARGET, 0),
    ]
    assert carbon.handler(1, 2, 3) == 0
    assert pressed == [1]
    hotkey.close()
    hotkey.close()
    assert carbon.calls[2:] == [("unregister", HOTKEY), ("remove", INSTALLED)]
    carbon.handler(1, 2, 3)  # one that was under way
    assert pressed == [1]


@pytest.mark.parametrize(
    ("answers", "undone"), [({"install": -1}, []), ({"register": IN_USE}, [("remove", INSTALLED)])]
)
def test_what_the_system_refuses_is_undone_and_said(answers: dict[str, int], undone: list[object]) -> None:
    carbon = FakeCarbon(**answers)
    with pytest.raises(CaptureUnsupported):
        MacHotkey(lambda: None, carbon)
    assert [call for call in carbon.calls if call[0] in {"unregister", "remove"}] == undone


@pytest.mark.skipif(sys.platform != "darwin", reason="needs macOS")
def test_macos_itself_gives_the_keys_and_takes_them_back() -> None:
    for _ in range(2):
        hotkey = MacHotkey(lambda: None)
        assert hotkey._hotkey.value
        hotkey.close()
