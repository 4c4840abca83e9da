# SPDX-License-Identifier: MIT
"""Threads by lane, and which failures need no words."""

from __future__ import annotations

import threading
from concurrent.futures import CancelledError, Future
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.errors import Cancelled, DiskFull, VaultLocked
from ui.lanes import Lanes, Ticket

if TYPE_CHECKING:
    from collections.abc import Callable


def ask(
    lanes: Lanes, job: Callable[[], object], lane: str, told: Callable[[object], object]
) -> Future[object]:
    return lanes.submit(lanes.asked(job, QObject(), None, None), lane, 1, told)


def test_a_lane_has_its_own_workers() -> None:
    lanes = Lanes()
    told: list[object] = []
    answers = [ask(lanes, lambda: threading.current_thread().name, lane, told.append) for lane in ("a", "b")]
    lanes.close()
    assert [answer.result() for answer in answers] == ["a_0", "b_0"]
    assert len(told) == 2


def test_who_is_told_finds_the_answer_and_takes_it_out() -> None:
    lanes = Lanes()
    told: list[Ticket[object]] = []
    ask(lanes, lambda: 7, "a", told.append)
    lanes.close()
    asked = told[0].take()
    assert asked is not None
    assert asked.answer.result() == 7
    assert told[0].take() is None


def test_what_is_dropped_is_cancelled_and_nobody_is_told() -> None:
    lanes = Lanes()
    told: list[object] = []
    began, gate = threading.Event(), threading.Event()

    def hold() -> None:
        began.set()
        gate.wait()

    ask(lanes, hold, "a", told.append)
    began.wait()
    waiting = ask(lanes, lambda: 1, "a", told.append)
    threading.Timer(0.1, gate.set).start()
    lanes.close()
    assert waiting.cancelled()
    assert len(told) == 1


def test_a_refused_job_is_cancelled() -> None:
    assert Lanes().refuse().cancelled()


def test_what_was_stopped_needs_no_words() -> None:
    lanes = Lanes()
    assert all(lanes.is_stop(error) for error in (Cancelled(), CancelledError(), VaultLocked()))
    assert not lanes.is_stop(DiskFull())
