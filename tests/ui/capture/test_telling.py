# SPDX-License-Identifier: MIT
from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QElapsedTimer, QObject

from app.intake.progress import Progress
from tests.ui.capture.conftest import run_of
from ui.capture.telling import EVERY_MS, Telling


@pytest.fixture
def telling(qapp) -> Telling:
    owner = QObject()
    made = Telling(owner, None)
    made.owner = owner
    return made


def test_of_many_words_the_newest_arrives_and_few_of_the_others(telling: Telling, qtbot) -> None:
    heard: list[Progress] = []
    telling.told.connect(heard.append)
    took = QElapsedTimer()
    took.start()

    def say() -> None:
        for n in range(200):
            telling.say(Progress(frames=n))

    thread = threading.Thread(target=say)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(heard) and heard[-1].frames == 199)
    assert len(heard) <= 2 + took.elapsed() // EVERY_MS


def test_they_arrive_in_the_windows_thread(telling: Telling, qtbot) -> None:
    threads: list[threading.Thread] = []
    telling.told.connect(lambda _: threads.append(threading.current_thread()))
    thread = threading.Thread(target=lambda: telling.say(Progress(frames=1)))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.main_thread()]


def test_after_the_end_nothing_is_told(telling: Telling, qtbot) -> None:
    heard: list[Progress] = []
    telling.told.connect(heard.append)
    telling.end()
    telling.say(Progress(frames=1))
    qtbot.wait(2 * EVERY_MS)
    assert heard == []


def test_after_the_end_no_picture_and_no_exhibit_is_held(telling: Telling) -> None:
    telling.say(Progress(frames=1))
    telling.note_stored(run_of(1))
    telling.end()
    assert (telling.newest, telling.exhibit) == (Progress(), None)
    telling.say(Progress(frames=2))
    telling.note_stored(run_of(2))
    assert (telling.newest, telling.exhibit) == (Progress(), None)
