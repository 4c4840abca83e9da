# SPDX-License-Identifier: MIT
"""Drawn chats followed while they are scrolled by a script: no frame is joined wrongly."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from app.capture.models import DesktopTarget, Frame, Screen
from app.intake.conversation import Sink, Source, follow
from app.model import Acquisition, Exhibit, Rect
from tests.fakes.backend import FakeBackend
from tests.fakes.chats import FAMILIES, Shot, truth
from tests.fakes.clock import FakeClock
from tests.fakes.conversation import SETTING, Inline, Script, Steps, Vault

if TYPE_CHECKING:
    from tests.fakes.chats import World

MOMENTS_S = 0.5  # carets blink, animations move


class DrawnScreen(FakeBackend):
    """Shows a drawn chat, scrolled to ``offset``; ``last`` is what was given last."""

    def __init__(self, world: World, clock: FakeClock) -> None:
        self.world, self.clock, self.offset, self.since = world, clock, 400, clock.now().utc
        super().__init__(lists_windows=False)
        self.last = self.shot()

    def shot(self) -> Shot:
        seconds = (self.clock.now().utc - self.since).total_seconds()
        return self.world.shot(self.offset, int(seconds / MOMENTS_S))

    def screens(self) -> tuple[Screen, ...]:
        frame = self.shot().frame
        return (Screen("DRAWN", Rect(0, 0, frame.width_px, frame.height_px), 1000, is_primary=True),)

    def grab(self, rect: Rect) -> Frame:
        self.last = self.shot()
        return self.last.frame


def scrolled(screen: DrawnScreen, seed: int) -> Steps:
    """Scroll up and down in smooth stretches, with one jump."""
    dice = random.Random(seed)  # noqa: S311 - an invented hand
    yield 1.2
    for turn in range(8):
        stretch = dice.choice([1, 1, 1, -1]) * dice.choice([60, 120, 200, 250])
        if turn == 4:
            screen.offset += 900
            stretch = 0
        for _ in range(10):
            screen.offset = max(0, screen.offset + stretch // 10)
            yield 0.016
        yield dice.choice([0.5, 1.0])


@pytest.mark.parametrize(
    ("family", "seed"),
    [("header", 1), ("typing", 2), ("moving", 1), ("same", 2), ("same", 3), ("photos", 3), ("growing", 4)],
)
def test_nothing_is_joined_wrongly(family: str, seed: int) -> None:
    clock, vault, shots = FakeClock(), Vault(), []
    screen = DrawnScreen(FAMILIES[family](seed=seed), clock)

    def store(acquisition: Acquisition, frame: Frame) -> Exhibit:
        shots.append(screen.last)
        return vault.store(acquisition, frame)

    source = Source(screen, DesktopTarget(), SETTING, clock)
    sink = Sink(store, vault.said.append, vault.keep)
    run = follow(source, sink, Script(clock, lambda: scrolled(screen, seed)), worker=Inline())
    assert len(run.frames) == len(shots) >= (2 if family == "same" else 5)
    faults = [
        truth(shots[pair.first - 1], shots[pair.second - 1]).fault(pair.finding, is_watched=pair.watched)
        for pair in run.pairs
    ]
    assert [fault for fault in faults if fault] == []
