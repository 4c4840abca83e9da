# SPDX-License-Identifier: MIT
from __future__ import annotations

import numpy as np

from app.conversation.overlap import Overlap
from app.conversation.pair import Pair, Region
from app.conversation.seen import Seen
from app.model import Rect
from tests.fakes.scrolls import HEADER, page, window

PAGE = page()


def pair(shift: int) -> Pair:
    return Pair(Seen(window(PAGE, 300)), Seen(window(PAGE, 300 + shift)))


def test_what_moved_is_evidence_and_what_stays_is_not() -> None:
    laid = pair(60).laid(60)
    assert laid.evidence[HEADER:].any()
    assert not laid.evidence[: HEADER - 1].any()


def test_the_header_is_forgiven_in_both_frames() -> None:
    one = pair(60)
    assert one.fixed[:24, 1].all()
    assert not one.fixed[HEADER + 12 :].any()
    assert one.laid(-60).forgiven[:24, 1].all()  # the later header lies on words of the earlier frame


def test_own_movement_of_either_frame_is_forgiven() -> None:
    moving = np.zeros((400, 10), np.bool_)
    moving[200, 4] = True
    one = Pair(Seen(window(PAGE, 300), moving=moving), Seen(window(PAGE, 360)))
    assert one.laid(60).own_movement[200, 4]
    assert one.laid(60).own_movement[140, 4]


def test_the_overlap_is_what_both_frames_show_of_the_region() -> None:
    region = Region(40, 400, 0, 10)
    down, up = Overlap(pair(60).laid(60), region), Overlap(pair(-60).laid(-60), region)
    assert (down.top, down.bottom, down.height) == (40, 340, 300)
    assert (up.top, up.bottom, up.height) == (100, 400, 300)
    assert down.against == up.against == 0
    assert down.blocks == 15
    assert region.rect == Rect(0, 40, 320, 360)


def test_a_shift_longer_than_the_region_leaves_nothing() -> None:
    overlap = Overlap(pair(390).laid(390), Region(40, 400, 0, 10))
    assert overlap.height < 0
    assert (overlap.weight, overlap.blocks) == (0, 0)


def test_a_pair_is_laid_out_once() -> None:
    one = pair(60)
    assert one.laid(60) is one.laid(60)
    assert one.all_votes is one.votes
