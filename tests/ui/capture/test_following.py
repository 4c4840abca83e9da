# SPDX-License-Identifier: MIT
"""The whole of it is in test_conversing.py; here is what needs no panel."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import ClassVar

import pytest

from app.capture.models import Window
from app.errors import BadInput, Cancelled
from app.intake.progress import Control
from app.model import Rect
from tests.fakes.backend import FakeBackend, drawn
from tests.fakes.runs import kept_run, pair
from tests.ui.capture.following_fake import FakeFollow, real_frame
from tests.ui.filling import ask
from ui.capture.following import Work, resumed, watch
from ui.capture.setting import Subject, setting_of
from ui.capture.taking import Aim

CHAT = Window(7, "Chat", "chat", 20, Rect(0, 0, 100, 100))
AIM = Aim("window", CHAT.rect, CHAT.id)


class Moves(FakeBackend):
    """A window that is somewhere else at each look."""

    places: ClassVar[list[Rect | None]] = [
        Rect(0, 0, 100, 100),
        Rect(5, 0, 100, 100),
        Rect(5, 0, 100, 100),
        None,
        Rect(9, 0, 100, 100),
    ]

    def stack(self):
        place = self.places.pop(0)
        return () if place is None else (Window(7, "Chat", "chat", 20, place),)


def test_a_window_is_told_where_it_has_moved_and_that_it_is_gone() -> None:
    backend, stopped, told = Moves(), threading.Event(), []

    def tell(rect) -> None:
        told.append(rect)
        if rect == Rect(9, 0, 100, 100):
            stopped.set()

    watch(lambda: backend, AIM, stopped, tell)
    assert told == [Rect(5, 0, 100, 100), None, Rect(9, 0, 100, 100)]
    assert backend.is_closed


def test_a_run_that_goes_on_knows_its_frames_and_pairs(opened, qtbot) -> None:
    kept = ask(opened, qtbot, kept_run)
    ask(opened, qtbot, lambda vault: vault.keep_judged(kept.id, pair(1, 2)))
    found: list[object] = []

    def read() -> None:
        known = resumed(opened, opened.session, kept)
        found.extend([known.judged, known.png_of(kept.frames[1])])

    thread = threading.Thread(target=read)
    thread.start()
    qtbot.waitUntil(lambda: len(found) == 2, timeout=10_000)
    thread.join()
    assert found[0] == (pair(1, 2),)
    assert found[1].startswith(b"\x89PNG frame 2")


def test_a_frame_the_vault_refuses_is_raised_in_the_run(opened, facts, qtbot) -> None:
    """The same frame twice: the second is refused, and the loop hears of it, not the window."""
    stored: list[object] = []
    setting, aim = setting_of(opened, facts, Subject()), Aim("area", Rect(0, 0, 9, 9))
    work = Work(opened, opened.session, aim, setting, {}, Control(), stored.append, lambda _: None)
    taken, raised = real_frame(1), []

    def store() -> None:
        work._store(taken, drawn(9, 9))
        try:
            work._store(taken, drawn(9, 9))
        except BadInput as error:
            raised.append(error)

    thread = threading.Thread(target=store)
    thread.start()
    qtbot.waitUntil(lambda: bool(raised), timeout=10_000)
    thread.join()
    assert len(stored) == 1


@pytest.mark.parametrize("way", ["area", "window"])
def test_the_way_to_the_screen_is_closed_at_the_end(opened, facts, way: str) -> None:
    backend = FakeBackend(standing=(CHAT,))
    context = replace(opened, make_backend=lambda: backend)
    aim = Aim(way, CHAT.rect, 7 if way == "window" else 0)
    control = Control()
    control.stop.set()
    setting = setting_of(opened, facts, Subject())
    work = Work(context, opened.session, aim, setting, {}, control, lambda _: None, lambda _: None)
    with pytest.raises(Cancelled):
        work.run(FakeFollow(frames=0))
    assert backend.is_closed
