# SPDX-License-Identifier: MIT
from __future__ import annotations

import numpy as np

from app.conversation import exact
from app.conversation.overlap import Overlap
from app.conversation.pair import Pair, Region
from app.conversation.seen import Seen
from tests.fakes.scrolls import HEADER, PAPER, page, picture, window

PAGE, REGION = page(), Region(HEADER, 396, 0, 10)


def overlap(first: np.ndarray, second: np.ndarray, shift: int) -> Overlap:
    return Overlap(Pair(Seen(first), Seen(second)).laid(shift), REGION)


def test_the_right_place_fits_and_a_wrong_one_does_not() -> None:
    first, second = window(PAGE, 300), window(PAGE, 360)
    right = overlap(first, second, 60)
    assert exact.fits(right)
    assert exact.is_distinct(right, right.laid.pair.votes)
    assert exact.is_more_than_a_picture(right)
    assert not exact.fits(overlap(first, second, 80))


def test_one_changed_line_does_not_fit() -> None:
    first, second = window(PAGE, 300), window(PAGE, 360)
    second[104:116, 32:128] = PAPER
    assert not exact.fits(overlap(first, second, 60))


def test_an_overlap_of_less_than_48_rows_does_not_fit() -> None:
    first = window(PAGE, 300)
    assert exact.fits(overlap(first, window(PAGE, 300 + 356 - 60), 296))
    assert not exact.fits(overlap(first, window(PAGE, 300 + 356 - 44), 312))


def test_a_picture_alone_is_not_enough() -> None:
    content = np.full((2000, 320), PAPER, np.uint32)
    content[200:1800, 64:256] = picture(1600, 192)
    only = overlap(window(content, 500), window(content, 560), 60)
    assert exact.fits(only)
    assert not exact.is_more_than_a_picture(only)


def test_one_message_is_thin_and_many_lines_are_not() -> None:
    first, second = window(PAGE, 300), window(PAGE, 360)
    many = overlap(first, second, 60)
    few = Overlap(many.laid, Region(HEADER, HEADER + 100, 0, 10))
    one = Overlap(many.laid, Region(HEADER, HEADER + 76, 0, 3))
    votes = many.laid.pair.votes
    assert [exact.is_thin(each, votes) for each in (many, few, one)] == [False, True, True]
    assert [exact.is_one_message(each, votes) for each in (many, one)] == [False, True]


def test_what_was_mostly_forgiven_casts_doubt_and_proves_nothing() -> None:
    first, second = window(PAGE, 300), window(PAGE, 360)
    right = overlap(first, second, 60)
    assert exact.could_fit(right)
    assert not exact.is_mostly_forgiven(right)
    assert not exact.could_fit(overlap(first, second, 80))
