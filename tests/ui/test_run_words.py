# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

import pytest

from app.model import Finding, Forgiven, ForgivenWhy, GapRecord, Island, Proof, Rect, TimeJump, Why
from tests.fakes.runs import EXACT, pair, record_of
from tests.ui.capture.conftest import run_of
from ui.run_words import badge, counted, end_line, gap_line, has_gap, notes, seam_line

LEFT_OUT = Forgiven(Rect(0, 0, 9, 9), ForgivenWhy.FIXED)


def of(frames: int, gap_after: int | None = None):
    exhibit = run_of(frames)
    return replace(exhibit, run=record_of(exhibit, gap_after=gap_after))


def test_a_badge_says_how_many_and_whether_a_piece_is_missing(words) -> None:
    assert badge(words, of(12)) == "12 pictures, no gap"
    assert badge(words, of(12, 4)) == "12 pictures, 1 gap"
    assert badge(words, of(1)) == "1 picture, no gap"
    assert badge(words, run_of(5)) == "5 pictures, not finished"
    assert [has_gap(one) for one in (of(12), of(12, 4), run_of(5))] == [False, True, False]


def test_a_run_that_went_on_is_not_finished_until_it_is_recorded(words) -> None:
    more = run_of(6)
    assert badge(words, replace(more, run=record_of(run_of(5)))) == "6 pictures, not finished"


def test_a_single_picture_has_no_badge(words) -> None:
    single = run_of(1)
    assert badge(words, replace(single, record=replace(single.record, run_id=None), frames=())) == ""


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        (EXACT, "It meets the one before: 400 rows are the same, pixel for pixel."),
        (replace(EXACT, forgiven=(LEFT_OUT,)), "pixel for pixel. 1 area is left out."),
        (replace(EXACT, forgiven=(LEFT_OUT, LEFT_OUT)), "pixel for pixel. 2 areas are left out."),
        (replace(EXACT, unexplained_strips=3), "400 rows are the same, but for a few dots that differ."),
        (Finding(Proof.SAME, alike_permille=940), "Something there has changed."),
        (Finding(Proof.MATCHED, alike_permille=947), "matched, not pixel-exact: 94 % alike."),
        (Finding(Proof.SAME), "the same place"),
        (Finding(Proof.AMBIGUOUS), "Not certain"),
        (Finding(Proof.GAP), "Gap between pictures 1 and 2. Messages may be missing."),
        (Finding(Proof.RESIZED), "A break between pictures 1 and 2. The window changed size."),
    ],
)
def test_every_level_has_its_words(words, finding: Finding, said: str) -> None:
    run = replace(of(2).run, pairs=(pair(1, 2, finding),))
    assert said in seam_line(words, run, 2)


def test_a_gap_is_told_at_its_picture_and_a_closed_one_keeps_its_line(words) -> None:
    run = of(7, 4).run
    assert seam_line(words, run, 5) == words("conversation.run.gap.here")
    closed = replace(run, gaps=(replace(run.gaps[0], closed_by=(6, 7)),))
    assert seam_line(words, closed, 5) == "A gap was here. Pictures 6 and 7 closed it."
    assert seam_line(words, run, 1) == words("conversation.run.first")
    assert seam_line(words, replace(run, pairs=(), gaps=()), 3) == words("conversation.run.unknown")


@pytest.mark.parametrize(
    ("why", "key"),
    [
        (Why.NO_OVERLAP, "gap"),
        (Why.WIDTH_CHANGED, "resized"),
        (Why.RESUMED, "resumed"),
        (Why.TWO_PLACES, "gap"),
    ],
)
def test_a_gap_says_why(words, why: Why, key: str) -> None:
    assert gap_line(words, GapRecord(7, 8, why)) == words(f"conversation.run.{key}", a=7, b=8)


def test_what_else_there_is_to_know(words) -> None:
    run = replace(
        of(4).run,
        pairs=(pair(1, 2, Finding(Proof.MATCHED)), pair(2, 3, Finding(Proof.MATCHED)), pair(1, 4)),
        islands=(Island((1, 2, 3), (0, 0, 0)), Island((4,), (0,))),
        repeated=((1, 4),),
        time_jumps=(TimeJump(2, 3, 60_000),),
    )
    assert notes(words, run) == [
        words("conversation.run.matches", n=2),
        words("conversation.run.repeated", n=1),
        words("conversation.run.jumped", n=2),
    ]
    assert notes(words, of(4).run) == []


def test_two_open_gaps_with_one_piece_between_them_are_one(words) -> None:
    """Frames 1, 2 and 5 meet, and 3 and 4: the same piece is missing from 2 to 3 and from 4 to 5."""
    exhibit = of(5)
    gaps = tuple(GapRecord(n, n + 1, Why.NO_OVERLAP) for n in (2, 4))
    islands = (Island((1, 2, 5), (0, 300, 200)), Island((3, 4), (0, 300)))
    run = replace(exhibit.run, gaps=gaps, islands=islands)
    assert end_line(words, run) == "5 pictures, 1 gap. Both are in the report."
    assert badge(words, replace(exhibit, run=run)) == "5 pictures, 1 gap"


def test_the_end_in_one_line(words) -> None:
    assert end_line(words, of(12).run) == "12 pictures, from the first to the last, no gap."
    assert end_line(words, of(1).run) == "1 picture."
    matched = replace(of(3).run, pairs=(pair(1, 2), pair(2, 3, Finding(Proof.MATCHED, alike_permille=940))))
    assert end_line(words, matched) == (
        "3 pictures, from the first to the last, no gap. 1 pair matches, but not pixel for pixel."
    )
    assert notes(words, matched) == []
    assert counted(words, 3) == "3 pictures"
