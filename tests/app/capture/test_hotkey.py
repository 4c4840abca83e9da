# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from app.capture.hotkey import Key, open_hotkey
from app.errors import CaptureUnsupported


@pytest.mark.parametrize("environ", [{"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, {}])
def test_where_there_is_none_it_says_so(environ: dict[str, str]) -> None:
    with pytest.raises(CaptureUnsupported):
        open_hotkey(environ, lambda: None, platform="linux")


def test_each_key_has_a_name_and_none_two() -> None:
    assert Key.PICTURE.shown == "Ctrl+Shift+F9"
    assert Key.HIDE.shown == "Ctrl+Shift+F8"
