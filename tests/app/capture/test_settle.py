# SPDX-License-Identifier: MIT
from __future__ import annotations

import os
import threading

import pytest

from app.capture import settle
from app.capture.models import Window
from app.capture.settle import Trace, traces, wait_until_gone
from app.errors import Cancelled, CaptureDenied
from app.model import Rect
from tests.app.capture.test_asking import FakeAsking
from tests.fakes.backend import FakeBackend, drawn, plain

BAR = Rect(100, 20, 60, 40)
OURS = Window(7, "bar", "safehold", os.getpid(), BAR)


class Scripted(FakeBackend):
    """Gives one frame after another for the place of the bar; the last one stays."""

    def __init__(self, *looks: int, **changed: object) -> None:
        super().__init__(**changed)
        self.looks = list(looks)

    def grab(self, rect: Rect):
        self.asked.append(rect)
        if rect != BAR:
            return drawn(rect.width, rect.height)
        look = self.looks.pop(0) if len(self.looks) > 1 else self.looks[0]
        return drawn(BAR.width, BAR.height, seed=look)


def ticking(step: float):
    now = [0.0]

    def clock() -> float:
        now[0] += step
        return now[0]

    return clock


def test_it_waits_until_the_place_looks_different() -> None:
    backend = Scripted(1, 1, 1, 2)
    wait_until_gone(backend, [Trace(BAR, drawn(60, 40, seed=1))], threading.Event())
    assert [rect for rect in backend.asked if rect == BAR] == [BAR] * 4


def test_a_window_that_stays_is_never_photographed() -> None:
    with pytest.raises(CaptureDenied):
        wait_until_gone(
            Scripted(1), [Trace(BAR, drawn(60, 40, seed=1))], threading.Event(), monotonic=ticking(0.6)
        )


def test_a_window_the_system_still_lists_is_not_gone_though_its_pixels_changed() -> None:
    backend = FakeBackend(standing=(OURS,))
    with pytest.raises(CaptureDenied):
        wait_until_gone(backend, [Trace(BAR, plain(60, 40))], threading.Event(), monotonic=ticking(0.6))


def test_without_a_list_of_windows_the_pixels_decide() -> None:
    backend = FakeBackend(standing=(OURS,), lists_windows=False)
    wait_until_gone(backend, [Trace(BAR, plain(60, 40))], threading.Event())


def test_it_waits_for_a_screen_that_moves_but_not_for_ever() -> None:
    class Moving(FakeBackend):
        def grab(self, rect: Rect):
            self.asked.append(rect)
            return drawn(rect.width, rect.height, seed=len(self.asked))

    backend = Moving()
    wait_until_gone(backend, [], threading.Event(), monotonic=ticking(0.1))
    assert 2 < len(backend.asked) < 8


def test_being_stopped_ends_it() -> None:
    stopped = threading.Event()
    stopped.set()
    with pytest.raises(Cancelled):
        wait_until_gone(Scripted(1), [Trace(BAR, drawn(60, 40, seed=1))], stopped)


def test_traces_leave_out_what_lies_off_the_screen() -> None:
    backend = FakeBackend()
    found = traces(backend, [Rect(600, 470, 100, 100), Rect(900, 0, 10, 10)])
    assert [trace.rect for trace in found] == [Rect(600, 470, 40, 10)]


def test_where_each_picture_is_asked_for_it_is_a_time_and_no_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settle, "FADED_AFTER_S", 0.01)
    backend = FakeAsking()
    assert traces(backend, [BAR]) == ()
    wait_until_gone(backend, (), threading.Event())
    assert (backend.asked, backend.questions) == ([], 0)
    stopped = threading.Event()
    stopped.set()
    with pytest.raises(Cancelled):
        wait_until_gone(backend, (), stopped)
