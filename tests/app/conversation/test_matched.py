# SPDX-License-Identifier: MIT
from __future__ import annotations

import numpy as np

from app.conversation import exact, matched
from app.conversation.overlap import Overlap
from app.conversation.pair import Pair, Region
from app.conversation.seen import Seen
from tests.fakes.scrolls import HEADER, PAPER, page, picture, window

PAGE, REGION = page(), Region(HEADER, 396, 0, 10)


def overlap(first: np.ndarray, second: np.ndarray, shift: int = 60) -> Overlap:
    return Overlap(Pair(Seen(first), Seen(second)).laid(shift), REGION)


def test_one_line_drawn_otherwise_is_matched_and_not_exact() -> None:
    second = window(PAGE, 360)
    second[104:116, 16:200] ^= 0x101010
    one = overlap(window(PAGE, 300), second)
    assert matched.fits(one)
    assert not exact.fits(one)
    assert 920 <= matched.alike_permille(one) < 1000


def test_three_other_lines_are_too_many() -> None:
    second = window(PAGE, 360)
    for top in (104, 144, 184):
        second[top : top + 12, 16:200] ^= 0x101010
    assert not matched.fits(overlap(window(PAGE, 300), second))


def test_pictures_speak_neither_for_nor_against() -> None:
    content, other = page(), page()
    content[420:520, 64:256] = picture(100, 192)
    other[420:520, 64:256] = picture(100, 192, seed=6)
    same = overlap(window(content, 300), window(content, 360))
    late = overlap(window(content, 300), window(other, 360))
    assert matched.fits(same)
    assert matched.fits(late)
    assert late.plain_strips == same.plain_strips


def test_a_page_of_pictures_proves_nothing() -> None:
    content = np.full((2000, 320), PAPER, np.uint32)
    content[200:1800, 32:288] = picture(1600, 256)
    assert not matched.fits(overlap(window(content, 300), window(content, 360)))


def test_a_background_of_another_colour_is_too_much() -> None:
    second = window(PAGE, 360)
    second[second == PAPER] = 0xFFE0E0F0
    assert not matched.fits(overlap(window(PAGE, 300), second))


def test_a_picture_that_differs_needs_the_same_text_above_and_below_it_in_its_own_columns() -> None:
    wide, other = page(width=640), page(width=640)
    for each, seed in ((wide, 5), (other, 6)):
        each[:, 288:] = PAPER  # the messages are at the left, and the picture is not
        each[420:520, 416:608] = picture(100, 192, seed)
    frames = window(wide, 300), window(other, 360)
    apart = Overlap(Pair(*(Seen(one) for one in frames)).laid(60), Region(HEADER, 396, 0, 20))
    assert not matched.fits(apart)
    assert not matched.is_nearly_all(apart)
    assert matched.is_nearly_all(overlap(window(PAGE, 300), window(PAGE, 360)))
