# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from app.capture.hotkey_macos import CONTROL_KEY, F9, SHIFT_KEY, MacHotkey
from app.errors import CaptureUnsupported

TARGET, INSTALLED, HOTKEY, IN_USE = 11, 22, 33, -9878


class FakeCarbon:
    """The five calls; they note what they are given."""

    def __init__(self, *, install: int = 0, register: int = 0) -> None:
        self.answers = {"install": install, "register": register}
        self.calls: list[tuple[object, ...]] = []
        self.handler = None

    def GetApplicationEventTarget(self) -> int:
        return TARGET

    def InstallEventHandler(self, target: int, handler, count: int, kind, _data, out) -> int:
        self.calls.append(("install", target, count, kind._obj.kind, kind._obj.event))
        self.handler = handler
        if not self.answers["install"]:
            out._obj.value = INSTALLED
        return self.answers["install"]

    def RegisterEventHotKey(self, key: int, modifiers: int, ident, target: int, options: int, out) -> int:
        self.calls.append(("register", key, modifiers, ident.number, target, options))
        if not self.answers["register"]:
            out._obj.value = HOTKEY
        return self.answers["register"]

    def UnregisterEventHotKey(self, ref) -> int:
        self.calls.append(("unregister", ref.value))
        return 0

    def RemoveEventHandler(self, ref) -> int:
        self.calls.append(("remove", ref.value))
        return 0


def test_it_listens_to_one_combination_and_tells_each_press() -> None:
    carbon, pressed = FakeCarbon(), []
    hotkey = MacHotkey(lambda: pressed.append(1), carbon)
    assert carbon.calls == [
        ("install", TARGET, 1, int.from_bytes(b"keyb", "big"), 5),
        ("register", F9, CONTROL_KEY | SHIFT_KEY, 1, TARGET, 0),
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
