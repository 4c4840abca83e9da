# SPDX-License-Identifier: MIT
from __future__ import annotations

import threading

import pytest

from app.capture.forward import bring_forward, way_forward
from app.capture.models import Window
from app.errors import Cancelled
from app.model import Rect
from tests.fakes.backend import FakeBackend

OWN = 7
CHAT = Window(1, "Chat", "chat", 10, Rect(0, 0, 100, 100))
OVER = Window(2, "Mail", "mail", 20, Rect(50, 50, 100, 100))
BAR = Window(3, "", "us", OWN, Rect(0, 0, 100, 20))


class Desktop:
    """Windows that can be raised."""

    def __init__(self, *standing: Window, obeys: bool = True) -> None:
        self.backend = FakeBackend(standing=standing)
        self.obeys = obeys
        self.asked: list[int] = []

    def raise_(self, window_id: int) -> bool:
        self.asked.append(window_id)
        if self.obeys:
            self.backend.standing = tuple(sorted(self.backend.standing, key=lambda one: one.id == window_id))
        return True


def test_a_covered_window_comes_to_the_front() -> None:
    desktop = Desktop(CHAT, OVER)
    assert bring_forward(desktop.backend, 1, OWN, threading.Event(), desktop.raise_)
    assert desktop.backend.standing == (OVER, CHAT)


@pytest.mark.parametrize("standing", [(OVER, CHAT), (CHAT, BAR), ()])
def test_a_window_that_nothing_of_others_covers_is_left_alone(standing: tuple[Window, ...]) -> None:
    desktop = Desktop(*standing)
    assert not bring_forward(desktop.backend, 1, OWN, threading.Event(), desktop.raise_)
    assert desktop.asked == []


def test_what_stays_above_all_others_is_not_waited_for_long() -> None:
    desktop = Desktop(CHAT, OVER, obeys=False)
    assert not bring_forward(desktop.backend, 1, OWN, threading.Event(), desktop.raise_)
    assert desktop.asked == [1]


def test_it_can_be_stopped() -> None:
    desktop, stopped = Desktop(CHAT, OVER), threading.Event()
    stopped.set()
    with pytest.raises(Cancelled):
        bring_forward(desktop.backend, 1, OWN, stopped, desktop.raise_)


def test_where_nothing_can_be_asked_nothing_is_raised() -> None:
    backend = FakeBackend(standing=(CHAT, OVER), name="mss/windows")
    assert not bring_forward(backend, 1, OWN, threading.Event(), way_forward(backend, {}))
    unable = FakeBackend(lists_windows=False)
    assert not bring_forward(unable, 1, OWN, threading.Event(), lambda _: True)
