# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

from app.conversation.overlap import Overlap
from app.conversation.pair import Pair, Region
from app.conversation.pixels import count_equal, equal_pixels
from app.conversation.seen import Seen
from tests.fakes.scrolls import HEADER, page, window

if TYPE_CHECKING:
    import numpy as np

PAGE, REGION = page(), Region(HEADER, 396, 0, 10)


def overlap(second: np.ndarray) -> Overlap:
    return Overlap(Pair(Seen(window(PAGE, 300)), Seen(second)).laid(60), REGION)


def test_all_pixels_of_a_clean_overlap_are_equal() -> None:
    assert equal_pixels(overlap(window(PAGE, 360))) == (396 - HEADER - 60) * 320


def test_pixels_that_differ_are_not_counted() -> None:
    second = window(PAGE, 360)
    second[100, 5:8] ^= 1
    assert equal_pixels(overlap(second)) == (396 - HEADER - 60) * 320 - 3


def test_equal_numbers_of_other_pixels_are_found_out() -> None:
    one = overlap(window(PAGE, 360))
    changed = one.laid.pair.second.pixels.copy()
    changed[100, 5] ^= 1
    one.laid.pair.second._pixels = changed  # as if the numbers agreed by chance
    assert equal_pixels(one) is None


def test_equal_pixels_can_be_counted_where_more_differs() -> None:
    second = window(PAGE, 360)
    second[100, :] ^= 1
    assert count_equal(overlap(second)) == (396 - HEADER - 61) * 320
