# SPDX-License-Identifier: MIT
"""The shortcut on a real X server, with the menu of another program open."""

from __future__ import annotations

import os
import queue
import select
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("Xlib")

from app.capture.hotkey import open_hotkey
from app.capture.hotkey_x11 import X11Hotkey
from tests.screen.program import ROOT
from tests.screen.xserver import XServer

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.screen

ANSWER_S = 20
KEYS = "ctrl+shift+F9"


@pytest.fixture(scope="module")
def xserver() -> Iterator[XServer]:
    with XServer(800, 700) as running:
        yield running


@pytest.fixture
def pressed(xserver: XServer) -> Iterator[queue.Queue[float]]:
    heard: queue.Queue[float] = queue.Queue()
    hotkey = open_hotkey(os.environ, lambda: heard.put(time.monotonic()), platform="linux")
    yield heard
    hotkey.close()
    hotkey.close()


class Menu:
    """Another program with its menu open."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def says(self, within_s: float = ANSWER_S) -> str:
        """Return its next word; nothing if it says none in time."""
        out = self._process.stdout
        ready, _, _ = select.select([out], [], [], within_s)
        return out.readline().strip() if ready else ""


@contextmanager
def menu_open() -> Iterator[Menu]:
    command, pipe = (sys.executable, "-m", "tests.screen.menu"), subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        try:
            menu = Menu(process)
            assert menu.says() == "open"
            yield menu
        finally:
            process.communicate("quit\n", timeout=ANSWER_S)


def test_it_is_heard_while_a_menu_holds_the_keyboard_and_the_menu_stays(
    xserver: XServer, pressed: queue.Queue[float]
) -> None:
    with menu_open() as menu:
        xserver.run("xdotool", "key", KEYS)
        pressed.get(timeout=5)
        assert menu.says(within_s=0.3) == ""
        xserver.run("xdotool", "key", "Escape")
        assert menu.says() == "closed"


def test_it_is_heard_without_a_menu_once_a_press_and_takes_no_focus(
    xserver: XServer, pressed: queue.Queue[float]
) -> None:
    before = xserver.run("xdotool", "getwindowfocus")
    for _ in range(3):
        xserver.run("xdotool", "key", KEYS)
    for _ in range(3):
        pressed.get(timeout=5)
    assert pressed.empty()
    assert xserver.run("xdotool", "getwindowfocus") == before


@pytest.mark.parametrize("keys", ["F9", "ctrl+F9", "shift+F9", "ctrl+shift+F8", "ctrl+shift+alt+F9", "a"])
def test_other_keys_are_not_it(xserver: XServer, pressed: queue.Queue[float], keys: str) -> None:
    xserver.run("xdotool", "key", keys)
    xserver.run("xdotool", "key", KEYS)
    pressed.get(timeout=5)
    assert pressed.empty()


def test_modifiers_that_were_held_before_it_listened_count(xserver: XServer) -> None:
    heard: queue.Queue[int] = queue.Queue()
    xserver.run("xdotool", "keydown", "ctrl", "keydown", "shift")
    try:
        hotkey = X11Hotkey(xserver.display, lambda: heard.put(1))
        xserver.run("xdotool", "key", "F9")
        heard.get(timeout=5)
        hotkey.close()
    finally:
        xserver.run("xdotool", "keyup", "ctrl", "keyup", "shift")


def test_another_keyboard_layout_changes_nothing(xserver: XServer, pressed: queue.Queue[float]) -> None:
    xserver.run("setxkbmap", "fr")
    try:
        xserver.run("xdotool", "key", KEYS)
        pressed.get(timeout=5)
    finally:
        xserver.run("setxkbmap", "us")


def test_closed_it_hears_nothing(xserver: XServer) -> None:
    heard: queue.Queue[int] = queue.Queue()
    hotkey = X11Hotkey(xserver.display, lambda: heard.put(1))
    hotkey.close()
    xserver.run("xdotool", "key", KEYS)
    assert not hotkey._thread.is_alive()
    assert heard.empty()


def test_a_display_that_goes_away_ends_it_quietly() -> None:
    before = os.environ.get("DISPLAY")
    with XServer(320, 240) as short:
        hotkey = X11Hotkey(short.display, lambda: None)
    hotkey._thread.join(5)
    assert not hotkey._thread.is_alive()
    hotkey.close()
    assert os.environ.get("DISPLAY") == before
