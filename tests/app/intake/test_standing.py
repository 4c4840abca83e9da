# SPDX-License-Identifier: MIT
from __future__ import annotations

import numpy as np
import pytest

from app.conversation.run import Run
from app.conversation.seen import Seen
from app.intake.progress import Advice, Phase, Seam
from app.intake.standing import CLOSED_NS, NO_MOVEMENT_NS, RECENT, Standing
from app.model import Finding, PairRecord, Proof, Why
from tests.fakes.backend import drawn
from tests.fakes.pairs import GAP, RESIZED, TWO_PLACES, exact, line


def standing_of(*findings: Finding | None) -> Standing:
    """A run of frames, each compared with the one before; ``None``: not compared yet."""
    run = Run("run-1")
    standing = Standing(run, began_ns=0)
    for index, finding in enumerate((None, *findings), start=1):
        run.add(line(index), Seen(np.zeros((64, 64), dtype=np.uint32)))
        standing.show(index, drawn(64, 64, seed=index))
        job = run.next_job() if finding else None
        if job and finding:
            run.found(job, finding)
    return standing


def test_what_the_run_has_come_to() -> None:
    told = standing_of(exact(300), exact(-100, level=Proof.MATCHED)).progress(Phase.WATCHING, 0)
    assert (told.frames, told.travelled_px, told.matched, told.gaps, told.advice) == (3, 400, 1, 0, None)
    assert not told.just_closed


def test_the_two_newest_frames_are_shown_with_their_seam() -> None:
    for finding, seam in (
        (exact(9), Seam.JOINED),
        (exact(9, level=Proof.MATCHED), Seam.MATCHED),
        (exact(0, level=Proof.SAME), Seam.JOINED),
        (None, None),
    ):
        sides = standing_of(exact(5), finding).progress(Phase.WATCHING, 0).sides
        assert [(side.index, side.seam) for side in sides] == [(2, seam), (3, None)]
        assert all(side.jpeg.startswith(b"\xff\xd8") for side in sides)


def test_both_sides_of_a_gap_are_shown_as_long_as_it_is_open() -> None:
    standing = standing_of(exact(5), GAP, exact(5), exact(5), exact(5))
    sides = standing.progress(Phase.WATCHING, 0).sides
    assert [(side.index, side.seam) for side in sides] == [(2, Seam.GAP), (3, None)]


def test_when_one_of_two_gaps_is_closed_both_sides_of_the_other_are_shown() -> None:
    standing = standing_of(exact(5), GAP, GAP, *[exact(5)] * 5)
    standing.run.remember(PairRecord(3, 6, exact(200)))
    assert len(standing.run.open_gaps) == 1
    sides = standing.progress(Phase.WATCHING, 0).sides
    assert [(side.index, side.seam) for side in sides] == [(2, Seam.GAP), (3, None)]


def test_the_newest_frames_are_shown_while_the_sides_of_an_old_gap_are_not_at_hand() -> None:
    standing = standing_of(GAP, *[exact(5)] * 3)
    resumed = Standing(standing.run, began_ns=0, has_resumed=True)
    for index in (4, 5):
        resumed.show(index, drawn(64, 64, seed=index))
    assert [side.index for side in resumed.progress(Phase.WATCHING, 0).sides] == [4, 5]


@pytest.mark.parametrize(
    ("finding", "advice"),
    [
        (GAP, Advice.FAST),
        (TWO_PLACES, Advice.ALIKE),
        (Finding(Proof.AMBIGUOUS, Why.REPEATED_ONLY), Advice.ALIKE),
        (Finding(Proof.AMBIGUOUS, Why.ONE_PICTURE), Advice.ALIKE),
        (RESIZED, Advice.RESIZED),
        (Finding(Proof.GAP, Why.RESUMED), Advice.BROKE),
    ],
)
def test_each_kind_of_gap_has_its_advice(finding: Finding, advice: Advice) -> None:
    standing = standing_of(finding)
    assert standing.progress(Phase.WATCHING, 0).advice is advice
    assert standing.progress(Phase.PAUSED, 0).advice is None
    standing.lost = Advice.WINDOW_GONE
    assert standing.progress(Phase.WATCHING, 0).advice is Advice.WINDOW_GONE


def test_a_window_of_another_size_is_spoken_of_until_the_next_frame() -> None:
    assert standing_of(RESIZED, exact(5)).progress(Phase.WATCHING, 0).advice is None
    assert standing_of(GAP, exact(5)).progress(Phase.WATCHING, 0).advice is Advice.FAST


def test_when_nothing_moves_for_long_it_is_said() -> None:
    assert standing_of().progress(Phase.WATCHING, NO_MOVEMENT_NS - 1).advice is None
    assert standing_of().progress(Phase.WATCHING, NO_MOVEMENT_NS).advice is Advice.NO_MOVEMENT
    assert standing_of(exact(5)).progress(Phase.WATCHING, NO_MOVEMENT_NS).advice is None


@pytest.mark.parametrize(
    ("pointer", "said"), [((300, 200), True), ((10, 200), False), ((300, 470), False), (None, False)]
)
def test_a_pointer_over_the_messages_is_said_at_first(pointer: tuple[int, int] | None, said: bool) -> None:
    standing = standing_of(exact(5), exact(5))
    standing.look_at_pointer(pointer, 640, 480)
    assert (standing.progress(Phase.WATCHING, 0).advice is Advice.POINTER) is said
    later = standing_of(exact(5), exact(5), exact(5))
    later.look_at_pointer(pointer, 640, 480)
    assert later.progress(Phase.WATCHING, 0).advice is None


def test_a_gap_that_was_closed_is_said_for_a_while() -> None:
    standing = standing_of(exact(5))
    standing.closed_ns = 5
    assert standing.progress(Phase.WATCHING, 5 + CLOSED_NS).just_closed
    assert not standing.progress(Phase.WATCHING, 6 + CLOSED_NS).just_closed


def test_few_small_pictures_are_held() -> None:
    assert len(standing_of(*[exact(5)] * 30)._jpegs) == RECENT
