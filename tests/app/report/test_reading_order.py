# SPDX-License-Identifier: MIT
"""Frames are read from the top of what was scrolled to its bottom, however they were taken."""

import pytest

from app.model import GapRecord, Island, Why
from app.report.reading_order import Break, reading_order
from tests.app.report.runs import make_run

NONE = Why.NO_OVERLAP


def order(frames, islands, gaps=(), **given):
    dossier, _ = make_run(frames, islands=islands, gaps=gaps, **given)
    return reading_order(next(entry.exhibit for entry in dossier.exhibits if entry.exhibit.is_run))


def test_scrolled_down():
    assert order(3, (Island((1, 2, 3), (0, 300, 600)),)) == (1, 2, 3)


def test_scrolled_up():
    assert order(3, (Island((1, 2, 3), (0, -300, -600)),)) == (3, 2, 1)


def test_scrolled_back_a_little_to_close_a_gap():
    assert order(5, (Island((1, 2, 4, 5, 3), (0, 300, 600, 900, 1200)),)) == (1, 2, 4, 5, 3)


def test_of_two_at_one_place_the_earlier_comes_first():
    assert order(3, (Island((3, 1, 2), (0, 0, 300)),)) == (1, 3, 2)


def test_a_gap_stands_between_the_frames_that_are_read_before_and_after_it():
    gap = GapRecord(2, 3, NONE)
    islands = (Island((1, 2), (0, 300)), Island((3, 4), (0, 300)))
    assert order(4, islands, (gap,)) == (1, 2, Break(2, 3, gap), 3, 4)


def test_scrolled_up_with_a_gap_the_later_island_is_read_first():
    gap = GapRecord(2, 3, NONE)
    islands = (Island((1, 2), (0, -300)), Island((3, 4), (0, -300)))
    assert order(4, islands, (gap,)) == (4, 3, Break(3, 2, gap), 2, 1)


def test_a_closed_gap_is_no_break():
    closed = GapRecord(2, 3, NONE, closed_by=(4, 5))
    assert order(5, (Island((1, 2, 5, 4, 3), (0, 300, 500, 700, 900)),), (closed,)) == (1, 2, 5, 4, 3)


def test_islands_that_no_open_gap_names_are_parted_all_the_same():
    islands = (Island((1,), (0,)), Island((2,), (0,)), Island((3,), (0,)))
    gaps = (GapRecord(1, 2, NONE),)
    assert order(3, islands, gaps) == (1, Break(1, 2, gaps[0]), 2, Break(2, 3, None), 3)


def test_a_run_that_was_not_judged_is_read_as_it_was_taken():
    assert order(4, (), is_judged=False) == (1, 2, 3, 4)


@pytest.mark.parametrize("frames", [1, 2])
def test_every_frame_is_read_once(frames):
    numbers = tuple(range(1, frames + 1))
    assert order(frames, (Island(numbers, numbers),)) == numbers
