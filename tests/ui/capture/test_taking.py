# SPDX-License-Identifier: MIT
from __future__ import annotations

import threading

import pytest

from app.capture.models import Window
from app.intake.acquire import Setting
from app.model import Mode, Notice, Rect, Role
from tests.app.capture.test_asking import FakeAsking
from tests.fakes.backend import FakeBackend, plain
from tests.fakes.clock import FakeClock
from ui.capture.taking import Aim, look, stills, take, when_clear, windows_to_choose

CHAT = Window(2, "Chat", "chat", 20, Rect(100, 100, 200, 150))


@pytest.fixture
def setting(context):
    return Setting("heron-41", "0.1.0", "none", "TJH", Role.VICTIM, "not stated")


def aimed(aim: Aim, setting, backend: FakeBackend):
    return take(aim, setting, FakeClock(), {}, backend)[0].record


@pytest.mark.parametrize(
    ("aim", "mode", "rect"),
    [
        (Aim("screen", Rect(0, 0, 640, 480)), Mode.SCREEN, Rect(0, 0, 640, 480)),
        (Aim("desktop", Rect(0, 0, 1, 1)), Mode.SCREEN, Rect(0, 0, 640, 480)),
        (Aim("area", Rect(10, 20, 30, 40)), Mode.AREA, Rect(10, 20, 30, 40)),
        (Aim("window", CHAT.rect, 2), Mode.WINDOW, CHAT.rect),
    ],
)
def test_each_way_takes_what_it_was_aimed_at(setting, aim: Aim, mode: Mode, rect: Rect) -> None:
    record = aimed(aim, setting, FakeBackend(standing=(CHAT,)))
    assert record.screen.mode is mode
    assert record.screen.rect_physical == rect


def test_a_black_picture_is_taken_and_marked(setting) -> None:
    record = aimed(Aim("screen", Rect(0, 0, 640, 480)), setting, FakeBackend(shown=plain(640, 480)))
    assert record.noticed == (Notice.BLACK,)


def test_every_job_closes_the_way_to_the_screen() -> None:
    made: list[FakeBackend] = []

    def backend() -> FakeBackend:
        made.append(FakeBackend(standing=(CHAT,)))
        return made[-1]

    windows_to_choose(backend)
    look(backend, [Rect(0, 0, 10, 10)])
    when_clear(backend, (), threading.Event(), lambda one: stills([("FAKE-2", Rect(0, 0, 5, 5))], one))
    assert len(made) == 3
    assert all(one.is_closed for one in made)


def test_the_job_runs_on_a_screen_without_our_windows() -> None:
    taken = when_clear(
        FakeBackend, (), threading.Event(), lambda one: stills([("FAKE-2", Rect(0, 0, 5, 5))], one)
    )
    assert [(one.rect, one.frame.width_px, one.frame.height_px) for one in taken] == [
        (Rect(0, 0, 5, 5), 5, 5)
    ]


def test_a_screen_the_system_names_gives_its_own_pixels_not_the_rounded_ones() -> None:
    (still,) = stills([("FAKE-1", Rect(0, 0, 639, 479))], FakeBackend())
    assert still.rect == Rect(0, 0, 640, 480)


@pytest.mark.parametrize(
    ("counted", "taken"),
    [
        (Rect(0, 0, 641, 478), Rect(0, 0, 640, 480)),
        (Rect(1, 0, 639, 479), Rect(1, 0, 639, 479)),
        (Rect(0, 0, 600, 480), Rect(0, 0, 600, 480)),
    ],
)
def test_a_screen_by_another_name_is_known_by_its_place(counted: Rect, taken: Rect) -> None:
    (still,) = stills([("DELL U2720Q", counted)], FakeBackend())
    assert still.rect == taken


def test_windows_are_offered_with_what_covers_them() -> None:
    over = Window(3, "", None, 30, Rect(250, 200, 400, 400))
    offered = windows_to_choose(lambda: FakeBackend(standing=(CHAT, over)))
    assert [one.window for one in offered] == [over, CHAT]
    assert [one.covered for one in offered] == [(), (Rect(250, 200, 50, 50),)]


def test_a_desktop_that_is_asked_is_asked_once_for_all_screens_and_can_be_stopped() -> None:
    backend, stopped = FakeAsking(), threading.Event()
    places = [("FAKE-1", Rect(0, 0, 640, 480)), ("FAKE-2", Rect(640, 0, 5, 5))]
    assert len(when_clear(lambda: backend, (), stopped, lambda one: stills(places, one))) == 2
    assert (backend.questions, backend.stopped) == (1, stopped)
