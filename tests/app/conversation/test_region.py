# SPDX-License-Identifier: MIT
from __future__ import annotations

import numpy as np

from app.conversation.overlap import Overlap
from app.conversation.pair import Pair, Region
from app.conversation.region import is_quiet_outside, overlaps
from app.conversation.seen import Seen
from tests.fakes.scrolls import HEADER, page, window

PAGE = page()


def tried(first: np.ndarray, second: np.ndarray, shift: int, known: Region | None = None) -> list[Overlap]:
    return list(overlaps(Pair(Seen(first), Seen(second)).laid(shift), known))


def test_the_rows_that_changed_come_first_unless_the_run_knows_better() -> None:
    first, second = window(PAGE, 300), window(PAGE, 360)
    assert tried(first, second, 60)[0].region == Region(44, 396, 0, 10)
    known = Region(60, 380, 2, 4)
    assert tried(first, second, 60, known)[0].region == Region(60, 380, 0, 10)


def test_a_scroll_bar_is_left_out() -> None:
    first, second = window(PAGE, 300), window(PAGE, 360)
    first[100:180, 300:], second[130:210, 300:] = 0xFF777777, 0xFF777777
    found = tried(first, second, 60)[0]
    assert found.region.right == 9
    assert found.against == 0


def test_a_foot_that_takes_the_colour_of_what_is_under_it_is_cut_off() -> None:
    first, second = window(PAGE, 300), window(PAGE, 360)
    for each in (first, second):
        each[360:] = each[360:] // 2 | np.uint32(0xFF000000)
    found = [one for one in tried(first, second, 60) if not one.against]
    assert found
    assert found[0].region.bottom <= 372


def test_a_region_between_lines_is_tried_where_something_flickers_outside() -> None:
    first, second = window(PAGE, 300), window(PAGE, 360)
    second[5:9, 100:260] ^= 0xFFFFFF  # in the header
    clean = [one for one in tried(first, second, 60) if one.region.top == HEADER and not one.against]
    assert clean


def test_a_list_beside_that_did_neither_stay_nor_move_is_not_quiet() -> None:
    wide, other = page(width=640), page(seed=8, width=640)
    first, second = window(wide, 300), window(wide, 360)
    region = Region(HEADER, 396, 0, 10)
    calm = Overlap(Pair(Seen(first), Seen(second)).laid(60), region)
    second[HEADER:, 320:] = other[HEADER:400, 320:]
    stray = Overlap(Pair(Seen(first), Seen(second)).laid(60), region)
    assert is_quiet_outside(calm)
    assert not is_quiet_outside(stray)


def test_one_message_said_again_meets_only_where_nothing_around_contradicts() -> None:
    message = page(seed=5)[100:140]
    first, second = (window(page(seed=seed), 300) for seed in (1, 2))
    first[120:160], second[60:100] = message, message
    laid = Pair(Seen(first), Seen(second)).laid(60)
    chance = Overlap(laid, Region(56, 164, 0, 10))
    assert chance.weight > 0
    assert not is_quiet_outside(chance)
    same = page(seed=1)
    true = Pair(Seen(window(same, 300)), Seen(window(same, 360))).laid(60)
    assert is_quiet_outside(Overlap(true, Region(56, 196, 0, 10)))
