# SPDX-License-Identifier: MIT
from __future__ import annotations

import numpy as np

from app.conversation.overlap import Overlap
from app.conversation.pair import Pair, Region
from app.conversation.region import as_wide_as, full_lines, is_quiet_beside, lines, overlaps
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
    assert is_quiet_beside(calm)
    assert not is_quiet_beside(stray)


def test_columns_with_evidence_at_another_shift_are_added() -> None:
    first, second = window(PAGE, 300), window(PAGE, 360)
    laid = Pair(Seen(first), Seen(second)).laid(60)
    assert as_wide_as(Region(50, 390, 3, 4), laid) == Region(50, 390, 0, 10)
    assert as_wide_as(Region(50, 390, 3, 4), laid.pair.laid(390)) == Region(50, 390, 3, 4)


def test_a_line_is_found_whether_it_moved_or_not() -> None:
    first, second = window(PAGE, 300), window(PAGE, 360)
    second[380] = first[360] = 0xFF808080
    pair, whole = Pair(Seen(first), Seen(second)), Region(0, 400, 0, 10)
    assert HEADER - 1 in lines(pair, whole)
    assert not {360, 380} & set(lines(pair, whole))
    (rows, colours), (others, same) = (full_lines(one, whole) for one in (pair.first, pair.second))
    assert (360 in rows, 380 in others) == (True, True)
    assert colours[rows == 360] == same[others == 380]
