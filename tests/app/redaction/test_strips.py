# SPDX-License-Identifier: MIT
"""What a box covers as numbers, found again where it is and nowhere else."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model import Rect
from app.redaction.strips import Patch, strips_in
from tests.fakes.scrolls import frame, page, picture

PAGE = page(1600, width=330)


def at(top: int, rows: int = 400):
    return strips_in(frame(PAGE[top : top + rows]))


def test_the_last_columns_count_too() -> None:
    one = picture(40, 330)
    other = one.copy()
    other[7, 329] ^= 1
    differs = strips_in(frame(one)) != strips_in(frame(other))
    assert np.argwhere(differs).tolist() == [[7, 10]]


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 600), st.integers(-300, 300), st.integers(0, 320), st.integers(20, 80))
def test_it_is_found_where_it_moved_to(top: int, moved: int, y: int, high: int) -> None:
    box = Rect(10, y, 250, high)
    patch = Patch.of(at(top), box)
    found = patch.found(at(max(0, top + moved)))
    offset = top - max(0, top + moved)
    if y + offset >= 0 and y + high + offset <= 400:
        assert offset in found


def test_it_is_not_found_where_it_is_not() -> None:
    patch = Patch.of(at(0), Rect(10, 100, 250, 60))
    assert patch.found(strips_in(frame(page(400, 7, 330)))) == ()
    assert patch.stayed(strips_in(frame(page(400, 7, 330))), is_alone=False) is None


def test_what_stays_is_found_where_it_stays() -> None:
    box = Rect(10, 100, 250, 60)
    patch = Patch.of(at(0), box)
    assert patch.stayed(at(0), is_alone=True) == box
    moved = PAGE[200:600].copy()
    moved[104:136, 32:160] = PAGE[104:136, 32:160]
    found = patch.stayed(strips_in(frame(moved)), is_alone=False)
    assert found is not None
    assert found.x <= 32
    assert found.x + found.width >= 160
    assert found.y <= 104
    assert found.y + found.height >= 136
    assert patch.stayed(strips_in(frame(moved)), is_alone=True) is None


@pytest.mark.parametrize("x", [0, 5, 31, 300, 318])
def test_a_box_narrower_than_a_strip_has_the_strips_it_touches(x: int) -> None:
    patch = Patch.of(at(0), Rect(x, 100, 12, 60))
    assert patch.columns.shape[1] in {1, 2}
    assert patch.told.shape == (60, patch.columns.shape[1])


def test_a_narrower_frame_has_nothing_of_it() -> None:
    patch = Patch.of(at(0), Rect(200, 100, 100, 60))
    narrow = strips_in(frame(PAGE[:400, :160]))
    assert not patch.has_in(narrow)
    assert patch.found(narrow) == ()
    assert not patch.same(narrow, range(10)).any()
