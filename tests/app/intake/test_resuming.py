# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.errors import HashMismatch
from app.intake.progress import Resumed
from app.intake.resuming import last_moment, resumed_run
from tests.fakes.conversation import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def stage() -> Stage:
    made = Stage()

    def steps() -> Iterator[float]:
        yield 1.0
        for _ in range(2):
            yield from made.scroll(100)

    made.record = made.play(steps)
    return made


def test_a_run_stands_again_as_it_was_judged(stage: Stage) -> None:
    run = resumed_run(Resumed(stage.vault.exhibit(), tuple(stage.vault.pairs), stage.vault.png_of))
    again = run.record(stage.record.started_at, stage.record.ended_at)
    assert replace(again, constants=stage.record.constants) == stage.record
    assert run.next_job() is None


def test_a_finished_run_stands_again_by_its_record(stage: Stage) -> None:
    exhibit = replace(stage.vault.exhibit(), run=replace(stage.record, segments=(1, 3)))
    run = resumed_run(Resumed(exhibit, (), stage.vault.png_of))
    assert run.segments == [1, 3]
    assert run.record(stage.record.started_at, stage.record.ended_at).pairs == stage.record.pairs


def test_what_was_not_judged_is_judged_from_the_stored_frames(stage: Stage) -> None:
    run = resumed_run(Resumed(stage.vault.exhibit(), (), stage.vault.png_of))
    job = run.next_job()
    assert job is not None
    assert (job.first, job.second) == (2, 3)
    seen = job.one()
    assert seen is not None
    assert seen.has_pixels
    assert (seen.width_px, seen.height_px) == (512, 480)


def test_stored_bytes_that_are_not_what_was_recorded_are_not_used(stage: Stage) -> None:
    run = resumed_run(Resumed(stage.vault.exhibit(), (), lambda one: stage.vault.png_of(one) + b"x"))
    job = run.next_job()
    assert job is not None
    with pytest.raises(HashMismatch):
        job.one()


def test_the_clocks_of_the_last_frame_are_known(stage: Stage) -> None:
    resume = Resumed(stage.vault.exhibit(), (), stage.vault.png_of)
    time = stage.vault.kept[-1].record.time
    moment = last_moment(resume)
    assert (moment.utc, str(moment.monotonic_ns), moment.boot_id) == (
        time.started_at,
        time.mono_ns,
        time.boot,
    )
