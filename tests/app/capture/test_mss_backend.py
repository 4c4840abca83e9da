# SPDX-License-Identifier: MIT
"""What mss says of monitors, in our words. The pixels are compared in tests/screen."""

from __future__ import annotations

import pytest

from app.capture.mss_backend import _screens, open_other
from app.errors import CaptureUnsupported
from app.model import Rect

ALL = {"left": -100, "top": 0, "width": 300, "height": 50}
LEFT = {"left": -100, "top": 0, "width": 100, "height": 50, "name": "Panel"}
RIGHT = {"left": 0, "top": 0, "width": 200, "height": 50, "output": "DP-1", "name": "Panel"}


def test_the_first_entry_is_all_monitors_and_none_of_them() -> None:
    screens = _screens([ALL, LEFT, RIGHT | {"is_primary": True}])
    assert [(each.name, each.rect, each.is_primary) for each in screens] == [
        ("Panel", Rect(-100, 0, 100, 50), False),
        ("DP-1", Rect(0, 0, 200, 50), True),
    ]
    assert {each.scale_permille for each in screens} == {1000}


def test_the_first_monitor_is_primary_where_the_system_names_none() -> None:
    bare = {"left": 0, "top": 0, "width": 10, "height": 10}
    screens = _screens([ALL, bare, RIGHT])
    assert [(each.name, each.is_primary) for each in screens] == [("screen 1", True), ("DP-1", False)]


def test_no_monitors_are_no_screens() -> None:
    assert _screens([ALL]) == ()


def test_another_system_is_said() -> None:
    with pytest.raises(CaptureUnsupported, match="aix"):
        open_other("aix")
