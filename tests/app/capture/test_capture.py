# SPDX-License-Identifier: MIT
"""Which way to the screen is chosen, and what is taken through it."""

from __future__ import annotations

import os

import pytest

from app.capture import choose_backend, grab, is_wayland
from app.capture.models import AreaTarget, DesktopTarget, Screen, ScreenTarget, Target, Window, WindowTarget
from app.errors import CaptureDenied, CaptureUnsupported, WindowGone
from app.model import Rect
from tests.fakes.backend import FakeBackend

SMALL = Screen("SMALL", Rect(-300, 100, 300, 200), 1000, is_primary=False)
LARGE = Screen("LARGE", Rect(0, 0, 640, 480), 1000, is_primary=True)
TWO = (LARGE, SMALL)
CHAT = Window(7, "Chat", "Program", 4711, Rect(600, 400, 200, 100))
OURS = Window(8, "Safehold", "Safehold", os.getpid(), Rect(0, 0, 50, 50))
ICON = Window(9, "Icon", "Program", 4711, Rect(0, 0, 50, 50), is_minimised=True)


@pytest.mark.parametrize(
    "environ",
    [
        {"XDG_SESSION_TYPE": "wayland", "DISPLAY": ":0"},
        {"XDG_SESSION_TYPE": "Wayland", "DISPLAY": ":0"},
        {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"},
        {"WAYLAND_DISPLAY": "wayland-0", "XDG_SESSION_TYPE": "x11", "DISPLAY": ":0"},
    ],
)
def test_wayland_is_recognised_and_without_a_bus_it_says_so(environ: dict[str, str]) -> None:
    assert is_wayland(environ)
    pytest.importorskip("jeepney")
    with pytest.raises(CaptureUnsupported, match="session bus"):
        choose_backend(environ, platform="linux")


@pytest.mark.parametrize(
    ("environ", "platform", "why"),
    [
        ({}, "linux", "no display"),
        ({"DISPLAY": ""}, "linux", "no display"),
        ({"XDG_SESSION_TYPE": "tty"}, "linux", "no display"),
        ({}, "sunos5", "sunos5"),
    ],
)
def test_no_screen_is_said(environ: dict[str, str], platform: str, why: str) -> None:
    with pytest.raises(CaptureUnsupported, match=why):
        choose_backend(environ, platform=platform)


@pytest.mark.parametrize(
    ("target", "rect", "is_cut_off"),
    [
        (ScreenTarget(LARGE), LARGE.rect, False),
        (ScreenTarget(SMALL), SMALL.rect, False),
        (DesktopTarget(), Rect(-300, 0, 940, 480), False),
        (AreaTarget(Rect(-10, 100, 20, 20)), Rect(-10, 100, 20, 20), False),
        (AreaTarget(Rect(-400, -50, 2000, 1000)), Rect(-300, 0, 940, 480), True),
        (WindowTarget(7), Rect(600, 400, 40, 80), True),
    ],
)
def test_the_rectangle_is_clipped_to_the_desktop(target: Target, rect: Rect, is_cut_off: bool) -> None:
    backend = FakeBackend(monitors=TWO, standing=(CHAT,))
    taken = grab(backend, target)
    assert backend.asked == [rect]
    assert (taken.rect, taken.is_cut_off, taken.monitors) == (rect, is_cut_off, TWO)


@pytest.mark.parametrize(
    "target",
    [
        AreaTarget(Rect(5000, 0, 10, 10)),
        AreaTarget(Rect(0, 0, 0, 10)),
        ScreenTarget(Screen("UNPLUGGED", LARGE.rect, 1000, is_primary=False)),
        WindowTarget(4),
        WindowTarget(9),
    ],
    ids=["area off the desktop", "area of nothing", "screen unplugged", "window closed", "window minimised"],
)
def test_what_is_not_there_is_not_taken(target: Target) -> None:
    backend = FakeBackend(monitors=TWO, standing=(ICON,))
    with pytest.raises(WindowGone):
        grab(backend, target)
    assert backend.asked == []


def test_a_screen_that_moved_is_taken_where_it_is_now() -> None:
    backend = FakeBackend(monitors=TWO)
    moved = Screen("SMALL", Rect(640, 0, 300, 200), 1000, is_primary=False)
    assert grab(backend, ScreenTarget(moved)).rect == SMALL.rect


def test_our_own_window_in_the_picture_is_noticed() -> None:
    backend = FakeBackend(standing=(OURS,))
    assert grab(backend, AreaTarget(Rect(40, 40, 20, 20))).is_own_inside is True
    assert grab(backend, AreaTarget(Rect(50, 50, 20, 20))).is_own_inside is False


def test_without_a_list_of_windows_screens_are_taken_and_windows_are_not() -> None:
    backend = FakeBackend(lists_windows=False)
    taken = grab(backend, DesktopTarget())
    assert (taken.is_own_inside, taken.is_covered) == (None, None)
    with pytest.raises(CaptureUnsupported):
        grab(backend, WindowTarget(7))


def test_a_system_without_screens_is_said() -> None:
    with pytest.raises(CaptureDenied):
        grab(FakeBackend(monitors=()), DesktopTarget())
