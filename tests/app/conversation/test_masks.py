# SPDX-License-Identifier: MIT
from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.conversation.masks import boxes, grown, grown_down, runs, tall


def column(*rows: int, height: int = 60) -> np.ndarray:
    mask = np.zeros((height, 3), np.bool_)
    mask[list(rows), 1] = True
    return mask


@given(st.sets(st.integers(0, 59), max_size=12), st.integers(0, 30))
def test_growing_down_reaches_just_so_many_rows(rows: set[int], reach: int) -> None:
    found = np.flatnonzero(grown_down(column(*rows), reach)[:, 1])
    assert set(found.tolist()) == {row + step for row in rows for step in range(reach + 1) if row + step < 60}


def test_growing_goes_both_ways_and_one_strip() -> None:
    out = grown(column(20), 10)
    assert out[10:31].all()
    assert not out[9].any()
    assert not out[31].any()


def test_only_a_run_longer_than_the_limit_is_tall() -> None:
    assert not tall(column(*range(10, 54)), 44).any()
    out = tall(column(*range(10, 55)), 44)
    assert np.flatnonzero(out[:, 1]).tolist() == list(range(10, 55))


def test_tall_in_a_frame_lower_than_the_limit_is_nothing() -> None:
    assert not tall(np.ones((20, 2), np.bool_), 44).any()


def test_runs_end_at_more_empty_rows_than_allowed() -> None:
    rows = column(1, 2, 6, 11)[:, 1]
    assert runs(rows, 3) == [(1, 7), (11, 12)]
    assert runs(rows) == [(1, 3), (6, 7), (11, 12)]
    assert runs(np.zeros(5, np.bool_)) == []


def test_boxes_cover_what_is_set() -> None:
    mask = np.zeros((30, 6), np.bool_)
    mask[2:5, 0:2] = mask[2:9, 4] = mask[20, 5] = True
    assert list(boxes(mask)) == [(2, 9, 0, 2), (2, 9, 4, 5), (20, 21, 5, 6)]
