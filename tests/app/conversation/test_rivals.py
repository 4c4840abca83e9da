# SPDX-License-Identifier: MIT
from __future__ import annotations

import numpy as np

from app.conversation.overlap import Overlap
from app.conversation.pair import Pair, Region
from app.conversation.rivals import rivals_of
from app.conversation.seen import Seen
from tests.fakes.scrolls import HEADER, page, window

REGION = Region(HEADER, 396, 0, 10)


def pair(content: np.ndarray, shift: int) -> Pair:
    return Pair(Seen(window(content, 300)), Seen(window(content, 300 + shift)))


def test_a_page_without_repeats_has_no_rivals() -> None:
    one = pair(page(), 60)
    others = [one.laid(shift) for shift in (20, 40, 58, 59, 61, 80, 100)]
    assert rivals_of(Overlap(one.laid(60), REGION), others) == []


def test_every_period_of_a_repeated_line_is_a_rival() -> None:
    one = pair(np.tile(page(80, seed=4)[:50], (40, 1)), 60)
    found = rivals_of(Overlap(one.laid(60), REGION), [one.laid(shift) for shift in (10, 30, 61, 110)])
    assert [rival.shift for rival in found] == [10, 110]


def test_a_place_with_far_more_evidence_that_nearly_fits_casts_doubt() -> None:
    one = pair(page(), 60)
    one.second.strips[100:102, 3] ^= 1
    strong = Overlap(one.laid(60), REGION)
    weak = Overlap(one.laid(290), REGION)
    assert 0 < strong.unexplained_share < 0.08
    assert rivals_of(weak, [one.laid(60)]) == [strong]
