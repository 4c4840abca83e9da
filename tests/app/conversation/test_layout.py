# SPDX-License-Identifier: MIT
from __future__ import annotations

from itertools import pairwise

import pytest

from app.conversation.layout import Band, Mark, Piece, Rows, layout
from app.conversation.run import Run
from app.conversation.seen import Seen
from app.model import Finding, Proof, RunRecord, Why
from tests.fakes.clock import START
from tests.fakes.pairs import GAP, RESIZED, TWO_PLACES, exact, line
from tests.fakes.pixels import BLANK


def run_of(*findings: Finding, width: int = 640, **extra: Finding) -> RunRecord:
    """Return a run whose neighbours were found to be so; ``p2_5`` is a trial."""
    known = {tuple(int(part) for part in key[1:].split("_")): found for key, found in extra.items()}
    run = Run("run-1")
    for index, finding in enumerate((None, *findings), start=1):
        wide = width + 64 if finding is not None and finding.level is Proof.RESIZED else width
        width = wide
        run.add(line(index, width=wide), Seen(BLANK))
        while job := run.next_job():
            is_neighbour = job.second == job.first + 1
            run.found(job, finding if is_neighbour and finding else known.get((job.first, job.second), GAP))
    return run.record(START, START)


def rows_of(pieces: tuple[Piece, ...]) -> list[tuple[int, int, int]]:
    return [(one.frame, one.first, one.count) for one in pieces if isinstance(one, Rows)]


def test_one_frame_is_put_in_whole() -> None:
    assert layout(run_of()) == (Rows(1, 0, 480, 640),)


def test_frames_that_meet_share_head_and_foot() -> None:
    pieces = layout(run_of(exact(300), exact(250)))
    assert rows_of(pieces) == [(1, 0, 40), (1, 40, 400), (2, 140, 300), (3, 190, 250), (3, 440, 40)]
    assert all(isinstance(one, Rows) for one in pieces)


def test_scrolled_up_the_last_frame_is_on_top() -> None:
    assert rows_of(layout(run_of(exact(-300)))) == [(2, 0, 40), (2, 40, 400), (1, 140, 300), (1, 440, 40)]


def test_as_few_frames_as_can_be() -> None:
    assert [row[0] for row in rows_of(layout(run_of(*[exact(10)] * 30)))] == [1, 1, 31, 31]


def test_a_seam_that_is_not_exact_is_marked() -> None:
    pieces = layout(run_of(exact(300), exact(300, level=Proof.MATCHED), exact(300)))
    at = [number for number, one in enumerate(pieces) if isinstance(one, Mark)]
    assert len(at) == 1
    before, after = pieces[at[0] - 1], pieces[at[0] + 1]
    assert isinstance(before, Rows)
    assert isinstance(after, Rows)
    assert (before.frame, after.frame) == (2, 3)


def test_of_one_place_the_newest_frame_is_taken() -> None:
    pieces = layout(run_of(exact(300), exact(0, level=Proof.SAME)))
    assert {row[0] for row in rows_of(pieces)} == {1, 3}


@pytest.mark.parametrize("finding", [GAP, TWO_PLACES, RESIZED])
def test_a_gap_stands_between_frames_that_are_put_in_whole(finding: Finding) -> None:
    pieces = layout(run_of(exact(300), finding, exact(300)))
    (band,) = [one for one in pieces if isinstance(one, Band)]
    assert band.gap is not None
    assert (band.gap.first, band.gap.second, band.gap.why) == (2, 3, finding.why)
    at = pieces.index(band)
    assert [(one.frame, one.first, one.count) for one in pieces[at - 2 : at]] == [(2, 40, 400), (2, 440, 40)]
    assert [(one.frame, one.first, one.count) for one in pieces[at + 1 : at + 3]] == [
        (3, 0, 40),
        (3, 40, 400),
    ]


def test_a_gap_on_the_way_up_has_the_later_frames_above() -> None:
    pieces = layout(run_of(exact(-300), GAP, exact(-300)))
    frames = [one.frame if isinstance(one, Rows) else 0 for one in pieces]
    assert frames.index(3) < frames.index(0) < frames.index(2)


def test_a_gap_that_was_closed_is_no_band() -> None:
    pieces = layout(run_of(exact(300), GAP, exact(-200), p2_4=exact(350)))
    assert not any(isinstance(one, Band) for one in pieces)


def test_islands_that_only_a_chain_of_gaps_joins_are_told_apart() -> None:
    pieces = layout(run_of(GAP, GAP, p1_3=exact(100)))
    (band,) = [one for one in pieces if isinstance(one, Band)]
    assert band.gap is not None
    assert band.gap.why is Why.NO_OVERLAP


def test_every_row_that_scrolls_is_there_once() -> None:
    shifts = [120, -40, 300, 7, 390, -350, 200, 399]
    pieces = layout(run_of(*[exact(shift) for shift in shifts]))
    tops = [0]
    for shift in shifts:
        tops.append(tops[-1] + shift)
    places = [
        (tops[one.frame - 1] + one.first, tops[one.frame - 1] + one.first + one.count)
        for one in pieces
        if isinstance(one, Rows)
    ]
    assert all(before[1] == after[0] for before, after in pairwise(places))
    assert (places[0][0], places[-1][1]) == (min(tops), max(tops) + 480)


def test_a_frame_of_another_height_keeps_its_own_foot() -> None:
    run = Run("run-1")
    for index, height in ((1, 480), (2, 480), (3, 600), (4, 600)):
        run.add(line(index, height=height), Seen(BLANK))
    while job := run.next_job():
        tall = exact(100, height=520) if job.second == 4 else exact(100)
        run.found(job, tall)
    pieces = layout(run.record(START, START))
    assert rows_of(pieces)[-1] == (4, 560, 40)
    assert sum(row[2] for row in rows_of(pieces)) == 300 + 600
