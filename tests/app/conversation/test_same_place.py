# SPDX-License-Identifier: MIT
from __future__ import annotations

import numpy as np

from app.conversation.pair import Pair, Region
from app.conversation.same_place import unmoved_permille
from app.conversation.seen import Seen
from tests.fakes.scrolls import HEADER, page, picture, window

PAGE = page()


def unmoved(second: np.ndarray, region: Region | None = None, first: np.ndarray | None = None) -> int | None:
    before = window(PAGE, 300) if first is None else first
    return unmoved_permille(Pair(Seen(before), Seen(second)), region)


def test_dots_that_appear_leave_the_same_place() -> None:
    second = window(PAGE, 300)
    second[370:380, 32:80] ^= 0x303030
    found = unmoved(second)
    assert found is not None
    assert 900 <= found < 1000


def test_a_jump_is_another_place() -> None:
    assert unmoved(window(PAGE, 900)) is None
    assert unmoved(window(PAGE, 900), Region(HEADER, 396, 0, 10)) is None


def test_a_jump_beside_a_list_that_stays_is_another_place() -> None:
    wide, chat = page(width=1280), page(seed=8, width=1280)
    first, second = window(wide, 300), window(wide, 300)
    second[HEADER:, 960:] = window(chat, 700)[HEADER:, 960:]
    assert unmoved(second, first=first) is None


def test_another_photograph_is_another_place() -> None:
    first, second = window(PAGE, 300), window(PAGE, 300)
    first[HEADER : HEADER + 300] = picture(300, 320)
    second[HEADER : HEADER + 300] = picture(300, 320, seed=6)
    assert unmoved(second, first=first) is None


def test_what_moved_on_its_own_does_not_count() -> None:
    second = window(PAGE, 300)
    second[200:300, 32:160] ^= 0x303030
    moving = np.zeros((400, 10), np.bool_)
    moving[190:310, 1:5] = True
    plain = Pair(Seen(window(PAGE, 300)), Seen(second))
    masked = Pair(Seen(window(PAGE, 300)), Seen(second, moving=moving))
    assert unmoved_permille(plain, None) is None
    assert unmoved_permille(masked, None) == 1000


def test_another_conversation_that_was_scrolled_beside_it_is_not_hidden() -> None:
    wide, other = page(width=1280), page(seed=8, width=1280)
    first, second = window(wide, 300), window(wide, 300)
    second[HEADER:, 960:] = window(other, 700)[HEADER:, 960:]
    assert unmoved(second, Region(HEADER, 396, 0, 20), first) is None
    second[120:, 960:] = first[120:, 960:]  # a line or two in a list of contacts
    assert unmoved(second, Region(HEADER, 396, 0, 20), first) == 1000
