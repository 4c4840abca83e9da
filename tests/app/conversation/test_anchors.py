# SPDX-License-Identifier: MIT
from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.conversation.anchors import votes
from app.conversation.constants import THIN_OUT_ABOVE
from app.conversation.seen import Seen
from tests.fakes.scrolls import page, picture

PAGE = page(1200)


@given(st.integers(0, 700), st.integers(0, 700))
def test_anchors_vote_for_the_shift(before: int, after: int) -> None:
    first, second = Seen(PAGE[before : before + 400]), Seen(PAGE[after : after + 400])
    counted = votes(first.anchors, second.anchors, 400)
    if before == after or abs(after - before) > 350:
        assert not counted.unique_at(0, 0, 400, 0, 10)
    else:
        assert counted.best(1)[0] == after - before


def test_repeated_lines_have_no_unique_anchors_but_are_in_the_tally() -> None:
    same = np.tile(page(40)[:20], (30, 1))
    counted = votes(Seen(same[:400]).anchors, Seen(same[:400]).anchors, 400)
    assert not counted.unique_shifts.size
    assert counted.tally[400] == 0
    assert counted.tally[420] > 100
    assert counted.tally[410] == 0


def test_flat_pages_have_no_anchors() -> None:
    blank = Seen(np.full((100, 320), 7, np.uint32))
    assert blank.anchors.keys.size == 0
    assert votes(blank.anchors, blank.anchors, 100).best(3) == []


def test_both_frames_thin_out_alike() -> None:
    photo = picture(1000, 640)
    first, second = Seen(photo[:900]).anchors, Seen(photo[100:]).anchors
    assert first.keys.size > THIN_OUT_ABOVE > first.thinned.keys.size
    assert votes(first.thinned, second.thinned, 900).best(1) == [100]


def test_an_anchor_needs_three_changes_inside_its_rows() -> None:
    pixels = np.zeros((40, 32), np.uint32)
    pixels[20] = 1  # two changes: into the line and out of it
    assert Seen(pixels).anchors.keys.size == 0
    pixels[22] = 1
    assert sorted(Seen(pixels).anchors.places.tolist()) == [15, 16, 17, 18, 19, 20]
