# SPDX-License-Identifier: MIT
from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QGuiApplication

from app.errors import CaptureDenied
from tests.fakes.backend import FakeBackend, drawn
from ui.capture.stage import Stage


class Covered(FakeBackend):
    """Shows something else while the bar is there."""

    bar = None

    def grab(self, rect):
        return drawn(rect.width, rect.height, seed=1 if self.bar.isVisible() else 2)


@pytest.fixture
def stage(context, qtbot):
    screen = Covered()
    owner = QObject()
    made = Stage(replace(context, make_backend=lambda: screen), ("screen", "area"), owner)
    screen.bar = made.bar
    yield made
    made.put_away()
    owner.deleteLater()


def test_a_job_runs_once_nothing_of_ours_is_there(stage: Stage, qtbot) -> None:
    stage.bar.place(QRect(0, 0, 800, 800))
    stage.bar.show()
    qtbot.waitUntil(lambda: stage.bar.is_drawn)
    seen: list[bool] = []
    stage.when_clear(threading.Event(), lambda _: stage.bar.isVisible(), seen.append)
    qtbot.waitUntil(lambda: bool(seen), timeout=5_000)
    assert seen == [False]


def failing(_backend: object) -> None:
    raise CaptureDenied("no picture")


def test_a_failure_is_told(stage: Stage, qtbot) -> None:
    with qtbot.waitSignal(stage.failed, timeout=5_000) as failed:
        stage.when_clear(threading.Event(), failing, print)
    assert isinstance(failed.args[0], CaptureDenied)


def test_what_nobody_waits_for_any_more_is_not_told(stage: Stage, qtbot) -> None:
    given_up = threading.Event()
    given_up.set()
    with qtbot.assertNotEmitted(stage.failed, wait=500):
        stage.when_clear(given_up, failing, print)


def test_the_countdown_stands_where_the_bar_was(stage: Stage, words) -> None:
    stage.bar.place(QGuiApplication.primaryScreen().availableGeometry())
    stage.bar.show()
    stage.count("desktop", 3)
    assert not stage.bar.isVisible()
    assert stage.countdown.isVisible()
    assert words("bar.what.desktop") in stage.countdown.sentence.words
    stage.put_away()
    assert not stage.countdown.isVisible()


def test_where_windows_have_no_place_the_window_system_says_on_which_screen_the_bar_is(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.capture.stage.places_windows_itself", lambda: True)
    stage.bar.move(10_000, 10_000)
    assert stage.bar_screen() is stage.bar.screen()


def test_after_a_failure_pictures_that_come_late_are_looked_for(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, qtbot
) -> None:
    looks: list[bool] = []
    monkeypatch.setattr("ui.capture.late.portal_late.sweep", lambda: bool(looks.append(True)))
    given_up = threading.Event()
    given_up.set()
    stage.when_clear(given_up, failing, print)
    qtbot.waitUntil(lambda: bool(looks) and not stage.late.is_on, timeout=5_000)
