# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

import pytest

from app.conversation.jobs import Between
from app.conversation.run import Run
from app.conversation.seen import Seen
from app.model import Finding, Island, Why
from tests.app.conversation.test_run import Story
from tests.fakes.clock import START
from tests.fakes.pairs import GAP, exact, line
from tests.fakes.pixels import BLANK


def test_a_run_is_remembered_as_it_was_judged() -> None:
    story = Story(p1_2=exact(300), p3_4=exact(-100), p2_4=exact(350), p4_5=GAP)
    for _ in range(5):
        story.add()
    before = story.record
    again = Run("run-1")
    for one in before.frames:
        again.add(one, None)
    for pair in before.pairs:
        again.remember(pair)
    assert again.record(START, START) == before
    assert again.next_job() is None


def test_a_pair_that_was_not_judged_before_the_end_is_judged_from_the_stored_frames() -> None:
    run = Run("run-1", load=lambda _index: Seen(BLANK))
    for index in (1, 2):
        run.add(line(index), None)
    job = run.next_job()
    assert job is not None
    assert (job.first, job.second) == (1, 2)
    run.found(job, exact(5))
    assert run.record(START, START).islands == (Island((1, 2), (0, 5)),)


@pytest.mark.parametrize("finding", [GAP, exact(100)])
def test_a_new_sitting_begins_a_segment_and_is_said_in_the_pair(finding: Finding) -> None:
    story = Story(p1_2=finding)
    story.add()
    story.add(Between(is_resumed=True))
    record = story.record
    assert record.segments == (1, 2)
    assert record.pair(1, 2).finding == replace(finding, why=Why.RESUMED)
    assert [gap.why for gap in record.gaps] == ([] if finding.level.joins else [Why.RESUMED])
    again = Run("run-1")
    for one in record.frames:
        again.add(one, None)
    for pair in record.pairs:
        again.remember(pair)
    assert again.record(START, START).segments == (1, 2)
