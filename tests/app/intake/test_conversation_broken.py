# SPDX-License-Identifier: MIT
from __future__ import annotations

import gc

import numpy as np
import pytest

from app.capture.models import DesktopTarget, Frame, WindowTarget
from app.conversation.seen import Seen
from app.errors import Cancelled, CaptureDenied, DiskFull
from app.intake.conversation import Advice, Resumed, Sink, Source, follow
from app.model import Proof, Why
from tests.fakes.conversation import (
    SETTING,
    Inline,
    Script,
    Stage,
    Steps,
    Vault,
    levels,
    text_page,
)


@pytest.fixture
def stage() -> Stage:
    return Stage()


def test_a_screen_that_is_refused_for_good_ends_the_run(stage: Stage) -> None:
    def steps() -> Steps:
        yield 1.0
        stage.screen.failure = CaptureDenied("no picture")
        yield 5.0
        assert stage.vault.said[-1].advice is Advice.WINDOW_GONE
        yield 30.0

    with pytest.raises(CaptureDenied):
        stage.play(steps)
    assert len(stage.vault.kept) == 1


def test_a_screen_that_is_refused_for_a_moment_does_not(stage: Stage) -> None:
    def steps() -> Steps:
        yield 1.0
        stage.screen.failure = CaptureDenied("no picture")
        yield 5.0
        stage.screen.failure = None
        yield from stage.scroll(100)

    assert levels(stage.play(steps)) == [Proof.EXACT]


def test_a_full_disk_ends_it_and_what_was_stored_is_safe(stage: Stage) -> None:
    stage.vault = Vault(failure=DiskFull("full"), fail_at=3)

    def steps() -> Steps:
        yield 1.0
        for _ in range(4):
            yield from stage.scroll(100)

    with pytest.raises(DiskFull):
        stage.play(steps)
    assert len(stage.vault.kept) == 2


def test_stopping_ends_it_at_once(stage: Stage) -> None:
    def steps() -> Steps:
        yield 1.0
        yield from stage.scroll(100)
        assert stage.script
        stage.script.stop.set()
        waits = len(stage.script.waits)
        yield 0.1
        assert len(stage.script.waits) <= waits + 2
        yield 10.0

    with pytest.raises(Cancelled):
        stage.play(steps)
    assert len(stage.vault.kept) == 2
    assert max(stage.script.waits) <= 0.1


def test_a_run_without_a_frame_is_nothing(stage: Stage) -> None:
    stage.target = WindowTarget(7)

    def steps() -> Steps:
        yield 2.0

    with pytest.raises(Cancelled):
        stage.play(steps)


def resumed_after(stage: Stage, judged: int | None = None) -> Resumed:
    pairs = tuple(stage.vault.pairs[:judged])
    return Resumed(stage.vault.exhibit(), pairs, stage.vault.png_of)


def broken_off(stage: Stage) -> None:
    def steps() -> Steps:
        yield 1.0
        for _ in range(3):
            yield from stage.scroll(100)
        assert stage.script
        stage.script.stop.set()
        yield 1.0

    with pytest.raises(Cancelled):
        stage.play(steps)


@pytest.mark.parametrize("judged", [None, 1, 0])
def test_a_run_that_was_broken_off_goes_on(stage: Stage, judged: int | None) -> None:
    broken_off(stage)
    stage.clock.restart()
    stage.screen.top += 150
    resume = resumed_after(stage, judged)

    def steps() -> Steps:
        yield 1.0
        yield from stage.scroll(100)

    record = stage.play(steps, resume)
    assert len(record.frames) == 6
    assert record.segments == (1, 5)
    assert len(record.islands) == 1
    assert record.islands[0].tops_px == (0, 100, 200, 300, 450, 550)
    assert record.pair(4, 5).finding.why is Why.RESUMED
    assert record.run_id == resume.exhibit.record.run_id
    assert record.started_at == resume.exhibit.record.time.started_at
    assert [one.record.run_index for one in stage.vault.kept] == [1, 2, 3, 4, 5, 6]
    assert stage.advices[0] is Advice.BROKE
    assert stage.vault.said[-1].advice is None


def test_a_run_that_goes_on_elsewhere_has_a_gap_until_it_meets(stage: Stage) -> None:
    broken_off(stage)
    stage.screen.top += 900
    resume = resumed_after(stage)
    stage.vault.said.clear()

    def steps() -> Steps:
        yield 1.0
        assert stage.vault.said[-1].advice is Advice.BROKE
        yield from stage.scroll(-300)
        yield from stage.scroll(-300)

    record = stage.play(steps, resume)
    assert [(gap.first, gap.second, gap.why) for gap in record.gaps] == [(4, 5, Why.RESUMED)]
    assert record.open_gaps == ()


def test_thousand_frames_need_no_more_than_ten(stage: Stage) -> None:
    stage.screen.page = text_page(110_000, 320, seed=3)
    stage.screen.resize(320, 200)
    stage.vault.keeps_frames = False
    held: list[int] = []

    def steps() -> Steps:
        yield 1.0
        for turn in range(1_000):
            stage.screen.top += 30
            yield 0.16
            if turn in {100, 999}:
                gc.collect()
                held.append(sum(isinstance(one, Frame | Seen) for one in gc.get_objects()))

    record = stage.play(steps)
    assert len(record.frames) >= 1_000
    assert len(record.open_gaps) <= 5
    assert max(held) <= 14


def test_mixed_scales_are_told_to_the_comparison(stage: Stage) -> None:
    source = Source(stage.screen, DesktopTarget(), SETTING, stage.clock, {"CHAT": 1250})

    def steps() -> Steps:
        yield 1.0
        yield from stage.scroll(100)

    sink = Sink(stage.vault.store, stage.vault.said.append, stage.vault.keep)
    record = follow(source, sink, Script(stage.clock, steps), worker=Inline())
    assert stage.vault.kept[0].record.screen.monitors[0].scale_permille == 1250
    assert levels(record) == [Proof.EXACT]


def test_a_worker_of_its_own_judges_beside_the_loop() -> None:
    stage = Stage()
    script = Script(stage.clock, lambda: _short(stage))
    source = Source(stage.screen, DesktopTarget(), SETTING, stage.clock)
    record = follow(source, Sink(stage.vault.store, stage.vault.said.append, stage.vault.keep), script)
    assert levels(record) == [Proof.EXACT, Proof.EXACT]
    assert np.diff(record.islands[0].tops_px).tolist() == [100, 100]


def _short(stage: Stage) -> Steps:
    yield 1.0
    for _ in range(2):
        yield from stage.scroll(100)
