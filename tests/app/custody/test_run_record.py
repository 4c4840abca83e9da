# SPDX-License-Identifier: MIT
from __future__ import annotations

import random
from dataclasses import replace

import pytest

from app.capture.models import Frame
from app.conversation.run import Between, Run
from app.conversation.seen import prepare
from app.custody.run_record import fault_in, sittings
from app.model import Finding, FrameLine, GapRecord, Island, PairRecord, Proof, RunRecord, TimeJump, Why
from tests.fakes.clock import START

MEETS, APART = Finding(Proof.EXACT, shift_px=300), Finding(Proof.GAP, why=Why.NO_OVERLAP)


def pair(first: int, second: int, finding: Finding = MEETS) -> PairRecord:
    return PairRecord(first, second, finding)


def island(*frames: int) -> Island:
    return Island(frames, tuple(range(len(frames))))


def gap(first: int, second: int, closed_by: tuple[int, int] | None = None) -> GapRecord:
    return GapRecord(first, second, Why.NO_OVERLAP, closed_by)


# Five frames: 1 2 3 meet, then a jump; 4 5 meet.
CUT = RunRecord(
    run_id="r",
    algorithm="strips/1",
    constants={},
    started_at=START,
    ended_at=START,
    frames=tuple(FrameLine(n, f"a{n}", f"{n}" * 64, START, 1600, 900) for n in range(1, 6)),
    segments=(1, 4),
    pairs=(pair(1, 2), pair(2, 3), pair(3, 4, APART), pair(4, 5)),
    gaps=(gap(3, 4),),
    islands=(island(1, 2, 3), island(4, 5)),
)
# The same, and the person scrolled back: 5 meets 2, which closes the gap.
CLOSED = replace(
    CUT,
    pairs=(*CUT.pairs, pair(2, 5)),
    gaps=(gap(3, 4, (2, 5)),),
    islands=(island(1, 2, 3, 4, 5),),
)


@pytest.mark.parametrize("run", [CUT, CLOSED])
def test_what_agrees_with_itself(run: RunRecord) -> None:
    assert fault_in(run) is None


def test_one_frame_alone() -> None:
    one = replace(CUT, frames=CUT.frames[:1], segments=(1,), pairs=(), gaps=(), islands=(island(1),))
    assert fault_in(one) is None


@pytest.mark.parametrize(
    "changed",
    [
        {"frames": ()},
        {"frames": (), "segments": (), "pairs": (), "gaps": (), "islands": ()},
        {"frames": CUT.frames[:4]},
        {"frames": CUT.frames[1:]},
        {"frames": (*CUT.frames[:3], CUT.frames[4], CUT.frames[3])},
    ],
)
def test_a_frame_dropped_or_moved(changed: dict[str, object]) -> None:
    assert fault_in(replace(CUT, **changed))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changed",
    [
        {"pairs": (*CUT.pairs, pair(5, 6))},
        {"pairs": (*CUT.pairs, pair(0, 1))},
        {"gaps": (gap(3, 6),)},
        {"gaps": (gap(3, 4), gap(1, 2, (1, 9)))},
        {"repeated": ((1, 7),)},
        {"time_jumps": (TimeJump(5, 6, 4000),)},
        {"size_changes": (6,)},
        {"segments": (1, 6)},
    ],
)
def test_a_frame_named_that_is_not_there(changed: dict[str, object]) -> None:
    assert fault_in(replace(CUT, **changed)) == "names a frame that is not there"  # type: ignore[arg-type]


@pytest.mark.parametrize("segments", [(), (2,), (1, 1), (1, 4, 3)])
def test_sittings_begin_with_the_first_frame_and_follow_each_other(segments: tuple[int, ...]) -> None:
    assert fault_in(replace(CUT, segments=segments))


@pytest.mark.parametrize(
    "islands",
    [
        (island(1, 2, 3), island(4)),
        (island(1, 2, 3), island(4, 5), island(5)),
        (island(1, 2, 3), Island((4, 5), (0,))),
        (island(1, 2, 3), island(4, 5), island()),
    ],
)
def test_every_frame_is_in_one_island_with_its_place(islands: tuple[Island, ...]) -> None:
    assert fault_in(replace(CUT, islands=islands))


def test_a_sitting_begins_after_each_break_in_the_log() -> None:
    assert sittings([], [1]) == sittings([5], [1, 9]) == sittings([5, 8], []) == set()
    assert sittings([5, 8, 11, 14], [1, 9, 10, 20]) == {3}
    assert sittings([5, 8, 11, 14], [12, 6]) == {2, 4}


def test_nothing_is_joined_without_a_pair_that_proves_it() -> None:
    assert fault_in(replace(CUT, pairs=CUT.pairs[1:]))
    assert fault_in(replace(CLOSED, pairs=CUT.pairs))
    later_doubted = (*CLOSED.pairs, pair(2, 5, APART))
    assert fault_in(replace(CLOSED, pairs=later_doubted))


def test_what_was_looked_at_and_not_scrolled_is_in_its_place() -> None:
    """Only from one frame to the next, and only while no step was seen."""
    in_place = PairRecord(3, 4, APART, watched=True, steps_px=(0, 0))
    whole = replace(CUT, gaps=(), islands=(island(1, 2, 3, 4, 5),))
    assert fault_in(replace(whole, pairs=(*CUT.pairs, in_place))) is None
    for wrong in (
        replace(in_place, watched=False),
        replace(in_place, steps_px=(0, 3)),
        replace(in_place, first=2),
    ):
        assert fault_in(replace(whole, pairs=(*CUT.pairs, wrong)))


@pytest.mark.parametrize(
    "gaps",
    [(), (gap(3, 4, (2, 5)),), (gap(1, 2),), (gap(3, 4), gap(1, 2)), (gap(3, 4), gap(4, 5))],
)
def test_the_gaps_are_those_between_the_islands(gaps: tuple[GapRecord, ...]) -> None:
    assert fault_in(replace(CUT, gaps=gaps))


def test_a_gap_is_closed_only_where_frames_meet() -> None:
    assert fault_in(replace(CLOSED, gaps=(gap(3, 4),)))
    assert fault_in(replace(CLOSED, gaps=())) is None


SEEN = prepare(Frame(64, 64, bytes(64 * 64 * 4)))


def any_run(chance: random.Random) -> RunRecord:
    """What a capture writes down of frames that meet, or do not, as chance has it."""
    run = Run("r")
    for n in range(1, chance.randint(1, 12) + 1):
        steps = chance.choice([(), (0,), (5, 3)])
        between = Between(chance.random() < 0.5, steps, 1, is_resumed=n > 1 and chance.random() < 0.1)
        run.add(FrameLine(n, f"a{n}", "0" * 64, START, 64, 64), SEEN, between)
        if chance.random() < 0.7:
            judge(run, chance, chance.choice([1, 2, 99]))
    judge(run, chance, 999)
    return run.record(START, START)


def judge(run: Run, chance: random.Random, most: int) -> None:
    for _ in range(most):
        job = run.next_job()
        if job is None:
            return
        level = chance.choice([*Proof, Proof.GAP])
        shift = chance.randint(-500, 500) if level.joins else None
        run.found(job, Finding(level, None if level.joins else Why.NO_OVERLAP, shift))


def test_whatever_a_capture_writes_down_agrees_with_itself() -> None:
    chance = random.Random(20261124)  # noqa: S311 - the same runs each time
    records = [any_run(chance) for _ in range(400)]
    assert [fault for fault in map(fault_in, records) if fault] == []
    assert len({len(record.islands) for record in records}) > 3
    assert any(gap.closed_by for record in records for gap in record.gaps)
