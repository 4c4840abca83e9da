# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import timedelta

import pytest

from app.capture.models import Window, WindowTarget
from app.intake.conversation import Advice, Phase
from app.model import Proof, Rect, Why
from tests.fakes.conversation import (
    HEIGHT,
    WIDTH,
    Stage,
    Steps,
    levels,
)


@pytest.fixture
def stage() -> Stage:
    return Stage()


def test_another_width_is_said_and_recorded(stage: Stage) -> None:
    def steps() -> Steps:
        yield 1.0
        yield from stage.scroll(100)
        stage.screen.resize(WIDTH + 64, HEIGHT)
        yield 2.0
        yield from stage.scroll(100)

    record = stage.play(steps)
    assert Advice.RESIZED in stage.advices
    assert record.size_changes == (3,)
    assert [(gap.first, gap.second, gap.why) for gap in record.open_gaps] == [(2, 3, Why.WIDTH_CHANGED)]
    assert stage.vault.said[-1].advice is None
    assert [line.width_px for line in record.frames] == [WIDTH, WIDTH, WIDTH + 64, WIDTH + 64]


def test_another_height_is_no_break(stage: Stage) -> None:
    def steps() -> Steps:
        yield 1.0
        yield from stage.scroll(100)
        stage.screen.resize(WIDTH, HEIGHT + 80)
        yield 2.0
        yield from stage.scroll(60)

    record = stage.play(steps)
    assert [line.height_px for line in record.frames][-1] == HEIGHT + 80
    assert record.open_gaps == ()


def test_nothing_is_looked_at_during_a_pause(stage: Stage) -> None:
    def steps() -> Steps:
        yield 1.0
        assert stage.script
        stage.script.paused.set()
        yield 0.2
        asked = len(stage.screen.asked)
        stage.screen.top += 100
        yield 5.0
        assert len(stage.screen.asked) == asked
        assert stage.vault.said[-1].phase is Phase.PAUSED
        stage.script.paused.clear()
        yield 1.0

    record = stage.play(steps)
    pair = record.pair(1, 2)
    assert pair.finding.level is Proof.EXACT
    assert not pair.watched


def test_finishing_in_a_pause_takes_nothing_more(stage: Stage) -> None:
    def steps() -> Steps:
        yield 1.0
        assert stage.script
        stage.script.paused.set()
        yield 0.2
        stage.screen.top += 100
        yield 1.0

    assert len(stage.play(steps).frames) == 1


CHAT = Window(7, "Chat", "Skype", 4711, Rect(0, 0, WIDTH, HEIGHT))


def test_a_window_that_closes_in_the_middle_is_said_and_waited_for(stage: Stage) -> None:
    stage.screen.standing, stage.target = (CHAT,), WindowTarget(7)

    def steps() -> Steps:
        yield 1.0
        stage.screen.standing = ()
        yield 5.0
        assert stage.vault.said[-1].advice is Advice.WINDOW_GONE
        asked = len(stage.screen.asked)
        yield 5.0
        assert len(stage.screen.asked) == asked
        stage.screen.standing = (CHAT,)
        yield 1.0
        assert stage.vault.said[-1].advice is None
        yield from stage.scroll(100)
        stage.screen.standing = ()
        yield 2.0

    record = stage.play(steps)
    assert levels(record) == [Proof.EXACT]


@pytest.mark.parametrize(("part", "is_taken"), [(Rect(0, 0, 60, 40), True), (Rect(0, 0, 400, 400), False)])
def test_a_window_that_is_covered_is_recorded_or_not_taken(stage: Stage, part: Rect, is_taken: bool) -> None:
    other = Window(8, "Other", "Editor", 4712, part)
    stage.screen.standing, stage.target = (CHAT,), WindowTarget(7)

    def steps() -> Steps:
        yield 1.0
        stage.screen.standing = (CHAT, other)
        yield 1.5
        yield from stage.scroll(100)

    record = stage.play(steps)
    assert len(record.frames) == (2 if is_taken else 1)
    assert (Advice.COVERED in stage.advices) is not is_taken
    covered = [one.record.screen.covered for one in stage.vault.kept if one.record.screen]
    assert covered == [False, True][: len(covered)]


def test_a_window_that_is_moved_goes_on(stage: Stage) -> None:
    stage.screen.resize(WIDTH, HEIGHT)
    part = Window(7, "Chat", "Skype", 4711, Rect(0, 0, WIDTH - 96, HEIGHT))
    stage.screen.standing, stage.target = (part,), WindowTarget(7)

    def steps() -> Steps:
        yield 1.0
        yield from stage.scroll(100)
        yield 3.0

    assert {line.width_px for line in stage.play(steps).frames} == {WIDTH - 96}


def test_a_black_screen_is_no_frame(stage: Stage) -> None:
    def steps() -> Steps:
        yield 1.0
        stage.screen.over[0, 0, WIDTH, HEIGHT] = 0
        yield 3.0
        stage.screen.over.clear()
        yield 1.0

    assert len(stage.play(steps).frames) == 1
    assert Advice.WINDOW_GONE in stage.advices


def test_a_clock_that_is_moved_is_recorded(stage: Stage) -> None:
    def steps() -> Steps:
        yield 1.0
        yield from stage.scroll(100)
        stage.clock.jump(timedelta(hours=-1))
        yield from stage.scroll(100)

    record = stage.play(steps)
    (jump,) = record.time_jumps
    assert (jump.before, jump.after) == (2, 3)
    assert abs(jump.shift_ms + 3_600_000) <= 5


def test_the_pointer_is_recorded_and_spoken_of_once(stage: Stage) -> None:
    stage.screen.pointer = (200, 150)

    def steps() -> Steps:
        yield 1.0
        for _ in range(4):
            yield from stage.scroll(100)

    record = stage.play(steps)
    assert {pair.pointer for pair in record.pairs} == {(200, 150)}
    assert stage.advices == [Advice.POINTER]
    assert stage.vault.said[-1].advice is None
