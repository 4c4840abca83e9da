# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from app.capture.models import Screen
from app.model import Rect
from ui.capture.monitors import Monitors, counts_in_points, places_windows_itself


@pytest.fixture
def platform(monkeypatch: pytest.MonkeyPatch):
    def be(name: str) -> None:
        monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: name))

    return be


@pytest.mark.parametrize(
    ("name", "in_points", "places_itself"),
    [("xcb", False, False), ("windows", False, False), ("cocoa", True, False), ("wayland", True, True)],
)
def test_each_window_system_is_known(platform, name: str, in_points: bool, places_itself: bool) -> None:
    platform(name)
    assert (counts_in_points(), places_windows_itself()) == (in_points, places_itself)


@pytest.mark.parametrize("name", ["xcb", "wayland"])
def test_the_monitors_are_named_for_the_portal(qapp, platform, name: str) -> None:
    platform(name)
    (screen,) = Monitors(qapp).screens()
    assert screen == Screen(qapp.primaryScreen().name(), Rect(0, 0, 800, 800), 1000, is_primary=True)


def test_they_are_read_again_when_they_change(qapp) -> None:
    monitors = Monitors(qapp)
    monitors._known = ()
    qapp.primaryScreen().geometryChanged.emit(qapp.primaryScreen().geometry())
    assert len(monitors.screens()) == 1
