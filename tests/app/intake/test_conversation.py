# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from app.capture.models import DesktopTarget
from app.conversation import constants as judged
from app.conversation import motion
from app.conversation.files import decode
from app.errors import CaptureUnsupported
from app.intake.acquire import Setting
from app.intake.conversation import Advice, Control, Phase, Sink, Source, follow
from app.intake.progress import Seam
from app.model import Mode, Proof, Role, Why
from tests.app.capture.test_asking import FakeAsking
from tests.fakes.clock import FakeClock
from tests.fakes.conversation import (
    HEIGHT,
    Stage,
    Steps,
    levels,
)


@pytest.fixture
def stage() -> Stage:
    return Stage()


def test_a_conversation_is_taken_whole(stage: Stage) -> None:
    def steps() -> Steps:
        yield 1.0
        for _ in range(6):
            yield from stage.scroll(200)

    record = stage.play(steps)
    assert len(record.frames) == len(stage.vault.kept) == 7
    assert levels(record) == [Proof.EXACT] * 6
    assert [pair.finding.shift_px for pair in record.pairs] == [200] * 6
    assert record.islands[0].tops_px == tuple(200 * n for n in range(7))
    assert record.open_gaps == ()
    assert [one.record.run_index for one in stage.vault.kept] == list(range(1, 8))
    assert {one.record.run_id for one in stage.vault.kept} == {record.run_id}
    assert {one.record.screen.mode for one in stage.vault.kept if one.record.screen} == {Mode.CONVERSATION}
    assert [line.sha256 for line in record.frames] == [one.record.content.sha256 for one in stage.vault.kept]
    last = stage.vault.said[-1]
    assert (last.phase, last.frames, last.travelled_px, last.gaps) == (Phase.ENDED, 7, 1_200, 0)
    assert last.heading == 1


def test_the_numbers_that_decided_stand_in_the_record(stage: Stage) -> None:
    def steps() -> Steps:
        yield 1.0

    record = stage.play(steps)
    assert record.constants == {**judged.CONSTANTS, **motion.CONSTANTS}
    assert record.algorithm == judged.ALGORITHM


def test_every_step_is_watched(stage: Stage) -> None:
    def steps() -> Steps:
        yield 1.0
        yield from stage.scroll(-160)

    record = stage.play(steps)
    pair = record.pair(1, 2)
    assert pair is not None
    assert pair.watched
    assert sum(pair.steps_px) == pair.finding.shift_px == -160
    assert pair.looks >= 4


def test_what_is_stored_is_what_was_on_the_screen(stage: Stage) -> None:
    def steps() -> Steps:
        yield 1.0
        yield from stage.scroll(100)

    stage.play(steps)
    for kept, frame in zip(stage.vault.kept, stage.vault.frames, strict=True):
        assert decode(kept.data) == frame


def test_nothing_that_happens_leaves_one_frame(stage: Stage) -> None:
    def steps() -> Steps:
        yield 60.0

    record = stage.play(steps)
    assert len(record.frames) == 1
    assert Advice.NO_MOVEMENT in stage.advices
    assert len(stage.vault.said) < 10  # it is told when something changed, not for each look


def test_a_jump_is_told_at_once_and_closed_by_scrolling_back(stage: Stage) -> None:
    told: list[float] = []

    def steps() -> Steps:
        yield 1.0
        yield from stage.scroll(200)
        stage.screen.top += 1_000
        for _ in range(12):
            yield 0.05
            told.append(stage.vault.said[-1].advice is Advice.FAST)
        assert stage.vault.said[-1].gaps == 1
        sides = stage.vault.said[-1].sides
        assert [(side.index, side.seam) for side in sides] == [(2, Seam.GAP), (3, None)]
        yield from stage.scroll(-400)
        yield from stage.scroll(-400)
        assert stage.vault.said[-1].just_closed
        yield 4.0
        assert not stage.vault.said[-1].just_closed

    record = stage.play(steps)
    assert told.index(True) <= 8  # within half a second of the jump
    (gap,) = record.gaps
    assert (gap.first, gap.second, gap.why) == (2, 3, Why.NO_OVERLAP)
    assert gap.closed_by is not None
    assert len(record.islands) == 1
    assert stage.vault.said[-1].gaps == 0
    assert stage.vault.pairs == list(record.pairs)


def test_a_gap_that_stays_is_recorded(stage: Stage) -> None:
    def steps() -> Steps:
        yield 1.0
        stage.screen.top += 1_500
        yield 1.0
        yield from stage.scroll(100)

    record = stage.play(steps)
    assert [(gap.first, gap.second) for gap in record.open_gaps] == [(1, 2)]
    assert [island.frames for island in record.islands] == [(1,), (2, 3)]


def test_scrolling_on_without_a_rest_is_taken_in_passing(stage: Stage) -> None:
    def steps() -> Steps:
        yield 1.0
        for _ in range(240):
            stage.screen.top += 10
            yield 0.016
        yield 1.0

    record = stage.play(steps)
    assert record.open_gaps == ()
    assert len(record.frames) >= 2_400 // 280
    assert record.islands[0].tops_px[-1] == 2_400


@pytest.mark.parametrize("box", [(300, 380, 90, 30), (20, 400, 24, 10)])
def test_a_message_that_arrives_without_a_scroll_is_a_frame(
    stage: Stage, box: tuple[int, int, int, int]
) -> None:
    def steps() -> Steps:
        yield 1.0
        yield from stage.scroll(100)
        stage.screen.over[box] = 0x3366CC
        yield 3.0

    record = stage.play(steps)
    assert len(record.frames) == 3
    assert record.pair(2, 3).finding.level is Proof.SAME
    assert record.repeated == ((2, 3),)
    assert record.open_gaps == ()


def test_a_message_that_arrives_just_before_the_end_is_kept(stage: Stage) -> None:
    def steps() -> Steps:
        yield 1.0
        stage.screen.over[300, 380, 90, 30] = 0x3366CC
        yield 0.3

    assert len(stage.play(steps).frames) == 2


def test_messages_that_push_the_others_up_are_frames(stage: Stage) -> None:
    def steps() -> Steps:
        yield 1.0
        for _ in range(3):
            stage.screen.top += 40  # a new message at the foot
            yield 1.0

    record = stage.play(steps)
    assert [pair.finding.shift_px for pair in record.pairs] == [40, 40, 40]


def test_a_typing_indicator_and_a_caret_make_no_gap(stage: Stage) -> None:
    def steps() -> Steps:
        yield 1.0
        for turn in range(12):
            stage.screen.top += 24 if turn % 2 else -24  # the indicator pushes everything up, and is gone
            for blink in range(4):
                caret = (16, HEIGHT - 34, 2, 14)
                stage.screen.over = {caret: 0} if blink % 2 else {}
                yield 0.5

    record = stage.play(steps)
    assert record.open_gaps == ()
    assert set(levels(record)) <= {Proof.EXACT, Proof.SAME}


def test_a_change_in_place_before_any_movement_opens_no_gap(stage: Stage) -> None:
    def steps() -> Steps:
        yield 1.0
        stage.screen.over[100, 100, 30, 20] = 0x3366CC
        yield 3.0
        yield from stage.scroll(100)

    record = stage.play(steps)
    assert len(record.frames) == 3
    assert record.gaps == ()


def test_where_each_picture_is_asked_for_it_is_said_before_anything_is_taken(stage: Stage) -> None:
    backend = FakeAsking()
    setting = Setting("heron-41", "0", "0", "A. B.", Role.VICTIM, "not stated")
    source = Source(backend, DesktopTarget(), setting, FakeClock())
    with pytest.raises(CaptureUnsupported):
        follow(source, Sink(stage.vault.store, print, stage.vault.keep), Control())
    assert (backend.asked, backend.questions, stage.vault.kept) == ([], 0, [])
