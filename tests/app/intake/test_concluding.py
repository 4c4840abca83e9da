# SPDX-License-Identifier: MIT
from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from app.capture.png import encode
from app.errors import Cancelled, HashMismatch
from app.hashing import sha256_of
from app.intake.concluding import conclude
from app.intake.progress import Resumed
from app.model import Proof
from tests.fakes.backend import drawn
from tests.fakes.runs import EXACT, pair
from tests.ui.capture.conftest import run_of

WIDE, HIGH = 320, 240
BYTES = [encode(drawn(WIDE, HIGH, seed=n)) for n in range(3)]


@pytest.fixture
def broken():
    run = run_of(3)
    frames = tuple(
        replace(
            one,
            record=replace(
                one.record,
                content=replace(one.record.content, width_px=WIDE, height_px=HIGH, sha256=sha256_of(data)),
            ),
        )
        for one, data in zip(run.frames, BYTES, strict=True)
    )
    return replace(run, frames=frames, record=frames[0].record)


def png_of(original) -> bytes:
    return BYTES[original.record.run_index - 1]


def test_what_was_judged_counts_and_the_rest_is_judged_now(broken) -> None:
    record = conclude(Resumed(broken, (pair(1, 2, EXACT),), png_of), threading.Event())
    assert [line.index for line in record.frames] == [1, 2, 3]
    assert record.pair(1, 2).finding == EXACT
    assert not record.pair(2, 3).finding.level.joins  # pictures of noise have nothing in common
    assert [(gap.first, gap.second) for gap in record.open_gaps] == [(2, 3)]
    assert [island.frames for island in record.islands] == [(1, 2), (3,)]


def test_it_ended_with_its_last_frame(broken) -> None:
    record = conclude(Resumed(broken, (), png_of), threading.Event())
    assert record.started_at == broken.frames[0].acquired_at
    assert record.ended_at == broken.frames[-1].acquired_at
    assert {one.finding.level for one in record.pairs} <= {Proof.GAP, Proof.AMBIGUOUS}


def test_it_can_be_stopped_and_tells_how_far_it_is(broken) -> None:
    shares: list[float] = []
    conclude(Resumed(broken, (), png_of), threading.Event(), shares.append)
    assert shares[-1] == 1.0
    stopped = threading.Event()
    stopped.set()
    with pytest.raises(Cancelled):
        conclude(Resumed(broken, (), png_of), stopped)


def test_a_frame_that_is_not_as_recorded_is_not_judged(broken) -> None:
    with pytest.raises(HashMismatch):
        conclude(Resumed(broken, (), lambda _: BYTES[0] + b"x"), threading.Event())
