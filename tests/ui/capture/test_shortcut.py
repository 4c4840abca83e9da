# SPDX-License-Identifier: MIT
from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject

from app.capture.hotkey import Key
from app.errors import CaptureUnsupported
from tests.fakes.keyboard import FakeHotkey, Keyboard
from ui.capture.shortcut import Shortcut


@pytest.fixture
def keyboard() -> Keyboard:
    return Keyboard()


@pytest.fixture
def shortcut(qapp, keyboard) -> Shortcut:
    owner = QObject()
    made = Shortcut(owner, keyboard)
    made.owner = owner
    return made


def test_a_press_in_another_thread_is_told_in_the_thread_of_the_window(
    shortcut: Shortcut, keyboard, qtbot
) -> None:
    seen: list[threading.Thread] = []
    shortcut.pressed.connect(lambda: seen.append(threading.current_thread()))
    assert shortcut.start() == Key.PICTURE.shown
    thread = threading.Thread(target=keyboard.opened[0].on_press)
    thread.start()
    qtbot.waitUntil(lambda: bool(seen))
    thread.join()
    assert seen == [threading.main_thread()]


def test_it_is_opened_once_and_closed(shortcut: Shortcut, keyboard) -> None:
    shortcut.start()
    shortcut.start()
    assert len(keyboard.opened) == 1
    shortcut.stop()
    shortcut.stop()
    assert keyboard.opened[0].is_closed
    assert not shortcut.is_on


@pytest.mark.parametrize("begins_again", [False, True])
def test_a_press_that_comes_late_is_passed_over(
    shortcut: Shortcut, keyboard, qtbot, begins_again: bool
) -> None:
    shortcut.start()
    keyboard.opened[0].on_press()
    shortcut.stop()
    if begins_again:
        shortcut.start()
    with qtbot.assertNotEmitted(shortcut.pressed, wait=100):
        pass


def test_where_there_is_none_it_has_no_name(qapp) -> None:
    def refused(_on_press: object) -> FakeHotkey:
        raise CaptureUnsupported("another program has these keys")

    owner = QObject()
    shortcut = Shortcut(owner, refused)
    assert shortcut.start() == ""
    assert not shortcut.is_on
    shortcut.stop()
