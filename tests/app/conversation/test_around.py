# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

import numpy as np

from app.conversation.around import (
    is_elsewhere_too,
    is_the_part_that_scrolls,
    is_torn,
    left_out,
    widened,
)
from app.conversation.overlap import Overlap
from app.conversation.pair import Pair, Region
from app.conversation.seen import Seen
from tests.fakes.scrolls import HEADER, LINE, page, window

PAGE = page()
SMALL = Region(104, 396, 0, 10)


def overlap(first: np.ndarray, second: np.ndarray, shift: int, region: Region = SMALL) -> Overlap:
    return Overlap(Pair(Seen(first), Seen(second)).laid(shift), region)


def test_a_region_that_is_too_small_grows_to_the_bars_and_no_further() -> None:
    found = widened(overlap(window(PAGE, 300), window(PAGE, 360), 60))
    assert (found.region.top, found.region.bottom) == (HEADER + 4, 396)  # from the first line to the last


def test_a_region_does_not_grow_over_what_contradicts() -> None:
    second = window(PAGE, 360)
    second[60:76] = page(seed=8)[60:76]
    found = widened(overlap(window(PAGE, 300), second, 60))
    assert 76 <= found.region.top <= 84


def test_nothing_is_left_out_where_all_around_agrees() -> None:
    for shift in (60, -60):
        assert left_out(overlap(window(PAGE, 300), window(PAGE, 300 + shift), shift)) == 0


def test_other_words_that_the_region_leaves_out_are_counted() -> None:
    other = page(seed=8)
    for shift, at in ((60, HEADER + 4), (60, 380), (-60, HEADER + 4), (-60, 380)):
        frames = [window(PAGE, 300), window(PAGE, 300 + shift)]
        frames[(at < 200) == (shift > 0)][at : at + 12] = other[at : at + 12]
        assert left_out(overlap(*frames, shift, Region(104, 340, 0, 10))) > 40


def test_a_bar_and_what_shines_through_it_are_not_counted() -> None:
    second = window(PAGE, 360)
    second[HEADER + 4 : 100] &= np.uint32(0xFF0F0F0F)
    second[HEADER + 4 : 100] |= np.uint32(0xFFE0E0E0)  # hardly any contrast is left
    first = window(PAGE, 300)
    first[HEADER + 4 : 100] |= np.uint32(0xFFE0E0E0)
    assert left_out(overlap(first, second, 60)) == 0


def test_a_bar_at_the_foot_that_grew_is_not_counted() -> None:
    frames = window(PAGE, 300), window(PAGE, 360)
    for one, top, seed in zip(frames, (330, 350), (8, 9), strict=True):
        one[top:] = page(seed=seed)[top:400]
        one[top] = 0xFF808080
    grown = overlap(*frames, 60, Region(HEADER, 330, 0, 10))
    assert left_out(grown) == 0
    frames[0][330] = 0xFF707070  # no line that both have
    assert left_out(overlap(*frames, 60, Region(HEADER, 330, 0, 10))) > 50


def test_a_message_that_grew_at_the_edge_tears_the_pair() -> None:
    second = window(PAGE, 360)
    second[HEADER:100] = window(PAGE, 350)[HEADER:100]  # ten rows higher than all under it
    torn = overlap(window(PAGE, 300), second, 60)
    whole = overlap(window(PAGE, 300), window(PAGE, 360), 60)
    assert is_torn(torn, torn.laid.pair.votes)
    assert not is_torn(whole, whole.laid.pair.votes)


def test_two_halves_that_moved_by_other_ways_are_two_places() -> None:
    wide, first = page(width=640), window(page(width=640), 300)
    second = window(wide, 360)
    one = overlap(first, second, 60, replace(SMALL, right=20))
    assert not is_elsewhere_too(one, one.laid.pair.votes)
    second[HEADER:, 320:] = window(wide, 380)[HEADER:, 320:]
    two = overlap(first, second, 60, replace(SMALL, right=20))
    assert is_elsewhere_too(two, two.laid.pair.votes)


def test_an_input_bar_is_not_the_part_that_scrolls() -> None:
    first, second = window(PAGE, 300), window(PAGE, 360)
    assert is_the_part_that_scrolls(overlap(first, second, 60))
    assert not is_the_part_that_scrolls(overlap(first, second, 60, Region(320, 320 + 4 * LINE, 0, 10)))
