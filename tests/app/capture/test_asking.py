# SPDX-License-Identifier: MIT
"""A backend that asks for each picture is told from one that simply reads the screen."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.capture.asking import asks, grab_all, heed, pixels_of
from app.model import Rect
from tests.fakes.backend import FakeBackend, drawn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.capture.models import Frame

ONE, OTHER = Rect(0, 0, 10, 10), Rect(5, 5, 20, 10)


@dataclass
class FakeAsking(FakeBackend):
    """Counts questions; twice as many pixels as points."""

    questions: int = 0
    stopped: threading.Event = field(default_factory=threading.Event)

    def heed(self, stopped: threading.Event) -> None:
        self.stopped = stopped

    def grab_all(self, rects: Sequence[Rect]) -> tuple[Frame, ...]:
        self.questions += 1
        return tuple(drawn(rect.width, rect.height) for rect in rects)

    def pixels_of(self, rect: Rect) -> Rect:
        return Rect(rect.x * 2, rect.y * 2, rect.width * 2, rect.height * 2)


def test_one_that_reads_is_asked_for_each_place() -> None:
    backend = FakeBackend()
    assert not asks(backend)
    assert [frame.width_px for frame in grab_all(backend, (ONE, OTHER))] == [10, 20]
    assert backend.asked == [ONE, OTHER]
    assert pixels_of(backend, ONE) is None
    heed(backend, threading.Event())


def test_one_that_asks_is_asked_once() -> None:
    backend, stopped = FakeAsking(), threading.Event()
    heed(backend, stopped)
    assert asks(backend)
    assert len(grab_all(backend, (ONE, OTHER))) == 2
    assert (backend.questions, backend.asked, backend.stopped) == (1, [], stopped)
    assert pixels_of(backend, OTHER) == Rect(10, 10, 40, 20)
