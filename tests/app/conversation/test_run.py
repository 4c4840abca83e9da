# SPDX-License-Identifier: MIT
from __future__ import annotations

import numpy as np
import pytest

from app.conversation.jobs import Between
from app.conversation.run import Run
from app.conversation.seen import Seen
from app.custody.run_record import fault_in
from app.model import Finding, GapRecord, Island, Proof, RunRecord, Why
from app.plain import from_plain, to_plain
from tests.fakes.clock import START
from tests.fakes.pairs import GAP, RESIZED, TWO_PLACES, exact, line
from tests.fakes.pixels import BLANK

IN_PLACE = Between(watched=True, steps_px=(0,))
JUMPED = Between()


class Story:
    """A run whose frames are compared at once, by a table of what is found."""

    def __init__(self, **known: Finding) -> None:
        self.run = Run("run-1", load=lambda _index: Seen(BLANK))
        self.known = {tuple(int(part) for part in key[1:].split("_")): found for key, found in known.items()}
        self.asked: list[tuple[int, int]] = []

    def add(self, between: Between = JUMPED, width: int = 64) -> None:
        seen = Seen(np.zeros((64, width), dtype=np.uint32))
        self.run.add(line(len(self.run.lines) + 1, width=width), seen, between)
        self.compare()

    def compare(self) -> None:
        while job := self.run.next_job():
            self.asked.append((job.first, job.second))
            self.run.found(job, self.known.get((job.first, job.second), GAP))

    @property
    def record(self) -> RunRecord:
        record = self.run.record(START, START)
        assert fault_in(record) is None
        return record


def test_one_frame_has_nothing_to_be_compared_with() -> None:
    story = Story()
    story.add()
    assert story.asked == []
    assert story.record.islands == (Island((1,), (0,)),)
    assert story.record.gaps == story.record.pairs == ()


def test_frames_that_meet_make_one_island() -> None:
    story = Story(p1_2=exact(300), p2_3=exact(250, level=Proof.MATCHED), p3_4=exact(0, level=Proof.SAME))
    for _ in range(4):
        story.add()
    record = story.record
    assert record.islands == (Island((1, 2, 3, 4), (0, 300, 550, 550)),)
    assert record.open_gaps == ()
    assert record.repeated == ((3, 4),)
    assert (story.run.travelled_px, story.run.matched) == (550, 1)
    assert story.asked == [(1, 2), (2, 3), (3, 4)]  # with no gap open nothing else is compared


@pytest.mark.parametrize("finding", [GAP, TWO_PLACES, RESIZED])
def test_what_does_not_meet_opens_a_gap(finding: Finding) -> None:
    story = Story(p1_2=exact(300), p2_3=finding, p3_4=exact(100))
    for _ in range(4):
        story.add()
    record = story.record
    assert record.gaps == record.open_gaps == (GapRecord(2, 3, finding.why),)
    assert record.islands == (Island((1, 2), (0, 300)), Island((3, 4), (0, 100)))
    assert story.run.newest_gap == record.gaps[0]


def test_a_gap_is_closed_against_its_far_side_and_keeps_its_line() -> None:
    story = Story(p1_2=exact(300), p3_4=exact(-100), p2_4=exact(350))
    for _ in range(4):
        story.add()
    record = story.record
    assert record.gaps == (GapRecord(2, 3, Why.NO_OVERLAP, closed_by=(2, 4)),)
    assert record.islands == (Island((1, 2, 3, 4), (0, 300, 750, 650)),)
    assert record.open_gaps == ()
    assert story.run.newest_gap is None
    assert record.pair(2, 4) is not None


def test_a_gap_is_closed_against_its_near_side() -> None:
    """The frame after the gap did not meet the next one, but the one after that meets both."""
    story = Story(p1_2=GAP, p2_3=GAP, p3_4=exact(-50), p2_4=exact(60), p1_4=exact(90))
    for _ in range(4):
        story.add()
    assert [gap.closed_by for gap in story.record.gaps] == [(1, 4), (2, 4)]
    assert len(story.record.islands) == 1


def test_while_a_gap_is_open_a_frame_is_compared_with_both_sides_and_the_last_eight() -> None:
    story = Story(p1_2=GAP, **{f"p{n}_{n + 1}": exact(10) for n in range(2, 14)})
    for _ in range(14):
        story.add()
    assert [pair for pair in story.asked if pair[1] == 3] == [(2, 3), (1, 3)]
    assert [pair for pair in story.asked if pair[1] == 14] == [(13, 14), (1, 14)]
    far = Story(**{f"p{n}_{n + 1}": exact(10) for n in range(1, 12)}, p12_13=GAP)
    for _ in range(13):
        far.add()
    assert [pair for pair in far.asked if pair[1] == 13] == [
        (12, 13), (11, 13), (10, 13), (9, 13), (8, 13), (7, 13), (6, 13), (5, 13)
    ]  # fmt: skip


def test_trials_that_prove_nothing_are_not_kept() -> None:
    story = Story()
    for _ in range(5):
        story.add()
    assert [(pair.first, pair.second) for pair in story.record.pairs] == [(1, 2), (2, 3), (3, 4), (4, 5)]
    assert len(story.record.open_gaps) == 4


def test_the_newest_pair_is_compared_first() -> None:
    run = Run("run-1")
    for index in range(1, 6):
        run.add(line(index), Seen(BLANK))
    jobs = []
    while job := run.next_job():
        jobs.append((job.first, job.second))
    assert jobs == [(4, 5), (3, 4), (2, 3), (1, 2)]


def test_a_change_in_place_opens_no_gap_before_a_movement_was_seen() -> None:
    story = Story(p3_4=exact(200))
    for between in (JUMPED, IN_PLACE, IN_PLACE, JUMPED):
        story.add(between)
    record = story.record
    assert record.gaps == ()
    assert record.islands == (Island((1, 2, 3, 4), (0, 0, 0, 200)),)
    assert record.repeated == ((1, 2), (2, 3))
    story.add(IN_PLACE)
    assert story.record.gaps == (GapRecord(4, 5, Why.NO_OVERLAP),)


def test_what_may_be_in_two_places_is_not_called_in_place() -> None:
    story = Story(p1_2=TWO_PLACES)
    for between in (JUMPED, IN_PLACE):
        story.add(between)
    assert story.record.gaps == (GapRecord(1, 2, Why.TWO_PLACES),)


def test_a_movement_counts_as_seen_even_if_it_is_not_proven() -> None:
    story = Story(p1_2=TWO_PLACES)
    for between in (JUMPED, JUMPED, IN_PLACE):
        story.add(between)
    assert [gap.second for gap in story.record.gaps] == [2, 3]


def test_a_jump_before_any_movement_is_a_gap() -> None:
    story = Story()
    story.add()
    story.add(Between(steps_px=(), watched=False))
    assert story.record.open_gaps == (GapRecord(1, 2, Why.NO_OVERLAP),)


def test_what_the_looks_saw_stands_in_the_pair() -> None:
    story = Story(p1_2=exact(90))
    story.add()
    story.add(Between(True, (40, 50), 7, (12, 34)))
    pair = story.record.pair(1, 2)
    assert (pair.watched, pair.steps_px, pair.looks, pair.pointer) == (True, (40, 50), 7, (12, 34))


def test_another_width_is_recorded() -> None:
    story = Story(p1_2=exact(90), p2_3=RESIZED)
    for width in (64, 64, 96):
        story.add(width=width)
    assert story.record.size_changes == (3,)
    assert story.record.gaps == (GapRecord(2, 3, Why.WIDTH_CHANGED),)


def test_the_record_is_plain_and_comes_back() -> None:
    story = Story(p1_2=exact(300), p3_4=exact(-100), p2_4=exact(350))
    for _ in range(4):
        story.add(Between(True, (1, 2), 3, (4, 5)))
    record = story.record
    assert record.algorithm
    assert record.constants
    assert from_plain(type(record), to_plain(record)) == record


def test_a_pair_whose_frames_cannot_be_had_is_a_gap() -> None:
    run = Run("run-1")
    for index in (1, 2):
        run.add(line(index), None)
    job = run.next_job()
    assert job is not None
    assert job.one() is job.other() is None
    run.found(job, None)
    assert run.record(START, START).open_gaps == (GapRecord(1, 2, Why.NO_OVERLAP),)


def test_a_pair_that_was_judged_stays_as_it_was_if_it_cannot_be_judged_again() -> None:
    story = Story(p1_2=TWO_PLACES)
    for _ in range(2):
        story.add()
    story.run.note_moving(2, np.ones((64, 2), dtype=np.bool_))
    job = story.run.next_job()
    assert job is not None
    assert story.run.found(job, None) is None
    assert story.record.gaps == (GapRecord(1, 2, Why.TWO_PLACES),)


def test_what_moves_on_its_own_is_remembered_of_a_frame_that_is_loaded_again() -> None:
    story = Story(**{f"p{n}_{n + 1}": exact(10) for n in range(1, 6)}, p6_7=GAP)
    for index in range(1, 7):
        story.add()
        story.run.note_moving(index, np.full((64, 2), index == 3, dtype=np.bool_))
    story.run.add(line(7), Seen(BLANK))
    jobs = []
    while job := story.run.next_job():
        jobs.append(job)
        story.run.found(job, None if job.is_trial else GAP)
    masks = {job.first: job.one().moving.all() for job in jobs}
    assert masks == {6: False, 5: False, 4: False, 3: True, 2: False, 1: False}


def test_a_side_that_was_loaded_is_held_for_the_next_frame() -> None:
    loaded: list[int] = []

    def load(index: int) -> Seen:
        loaded.append(index)
        return Seen(BLANK)

    run = Run("run-1", load=load)
    for index in (1, 2):
        run.add(line(index), None)
    for index in range(3, 7):
        job = run.next_job()
        while job:
            job.one()
            run.found(job, GAP if job.second <= 3 else None if job.is_trial else exact(5))
            job = run.next_job()
        run.add(line(index), Seen(BLANK))
    assert loaded.count(2) <= 2


def test_a_pair_that_did_not_meet_is_compared_again_when_more_is_known() -> None:
    story = Story()
    for _ in range(2):
        story.add()
    story.run.note_moving(2, np.zeros((64, 2), dtype=np.bool_))
    assert story.run.next_job() is None  # nothing more is known
    story.run.note_moving(2, np.ones((3, 3), dtype=np.bool_))
    assert story.run.next_job() is None  # of another size
    story.run.note_moving(2, np.ones((64, 2), dtype=np.bool_))
    story.known[1, 2] = exact(10)
    story.compare()
    assert story.record.gaps == (GapRecord(1, 2, Why.NO_OVERLAP, closed_by=(1, 2)),)


def test_pixels_are_held_only_while_they_may_be_compared() -> None:
    story = Story(**{f"p{n}_{n + 1}": exact(10) for n in range(1, 1_000) if n not in {20, 21, 500}})
    most = 0
    for _ in range(1_000):
        story.add()
        most = max(most, len(story.run._seen))
    assert most <= 2 + 4
    held = set(story.run._seen)
    assert {500, 501} <= held
    assert len(story.record.open_gaps) == 3
