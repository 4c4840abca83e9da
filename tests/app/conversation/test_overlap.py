# SPDX-License-Identifier: MIT
from __future__ import annotations

from app.conversation.overlap import Overlap
from app.conversation.pair import Pair, Region
from app.conversation.seen import Seen
from tests.fakes.scrolls import page, window

PAGE = page()


def pair(shift: int) -> Pair:
    return Pair(Seen(window(PAGE, 300)), Seen(window(PAGE, 300 + shift)))


def test_the_overlap_is_what_both_frames_show_of_the_region() -> None:
    region = Region(40, 400, 0, 10)
    down, up = Overlap(pair(60).laid(60), region), Overlap(pair(-60).laid(-60), region)
    assert (down.top, down.bottom, down.height) == (40, 340, 300)
    assert (up.top, up.bottom, up.height) == (100, 400, 300)
    assert down.against == up.against == 0
    assert down.blocks == 15


def test_a_shift_longer_than_the_region_leaves_nothing() -> None:
    overlap = Overlap(pair(390).laid(390), Region(40, 400, 0, 10))
    assert overlap.height < 0
    assert (overlap.weight, overlap.blocks) == (0, 0)


def test_unique_anchors_are_counted_where_the_overlap_is() -> None:
    one = pair(60)
    whole, narrow = (Overlap(one.laid(60), Region(40, 400, 0, right)) for right in (10, 3))
    assert 0 < narrow.unique(one.votes) < whole.unique(one.votes)
    assert Overlap(one.laid(50), Region(40, 400, 0, 10)).unique(one.votes) == 0
