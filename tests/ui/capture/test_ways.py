# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from ui.capture.ways import is_by_portal, ways

WAYLAND, X11 = {"XDG_SESSION_TYPE": "wayland"}, {"XDG_SESSION_TYPE": "x11", "DISPLAY": ":0"}


@pytest.mark.parametrize(
    ("environ", "follows", "platform", "expected"),
    [
        (X11, True, "linux", ("screen", "window", "area", "conversation")),
        (X11, False, "linux", ("screen", "window", "area")),
        (WAYLAND, True, "linux", ("screen", "area")),
        (WAYLAND, False, "linux", ("screen", "area")),
        (WAYLAND, False, "win32", ("screen", "window", "area")),
    ],
)
def test_only_what_works_here_is_offered(environ, follows: bool, platform: str, expected) -> None:
    assert ways(environ, follows=follows, platform=platform) == expected
    assert is_by_portal(environ, platform) == ("window" not in expected)
