# SPDX-License-Identifier: MIT
from __future__ import annotations

import numpy as np
import pytest

from app.conversation.distinct import is_found_once
from app.conversation.pair import Region
from app.conversation.seen import Seen
from tests.fakes.alike import PHOTO_TOP, one_message, tall_photo_twice
from tests.fakes.chats import FAMILIES
from tests.fakes.chats.judging import ready
from tests.fakes.conversation import text_page


@pytest.mark.parametrize("family", ["plain", "header", "beside", "dense", "lines", "wallpaper", "phone"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_messages_that_differ_are_found_once(family: str, seed: int) -> None:
    world = FAMILIES[family](seed=seed)
    for seen in ready(world.run(3)):
        rect = world.region_at(0)
        region = Region(rect.y, rect.y + rect.height, -(-rect.x // 32), (rect.x + rect.width) // 32)
        assert is_found_once(seen, seen, region=region)
        assert is_found_once(seen, seen, columns=(region.left, region.right))


def test_one_message_over_and_over_is_not() -> None:
    seen = Seen(one_message()[:480])
    assert not is_found_once(seen, seen)
    assert not is_found_once(seen, seen, columns=(0, 16))
    assert not is_found_once(seen, seen, region=Region(0, 480, 0, 16))


@pytest.mark.parametrize(("top", "is_once"), [(PHOTO_TOP + 300, False), (PHOTO_TOP - 400, True)])
def test_a_photograph_says_nothing_but_the_text_beside_it_does(top: int, is_once: bool) -> None:
    seen = Seen(tall_photo_twice()[top : top + 480])
    assert is_found_once(seen, seen) is is_once


def test_a_list_of_contacts_beside_says_nothing_for_the_chat() -> None:
    page = one_message(480, 1_024, left=320)
    page[:, :320] = text_page(480, 320)
    seen = Seen(page)
    assert not is_found_once(seen, seen)
    assert not is_found_once(seen, seen, columns=(10, 32))
    assert not is_found_once(seen, seen, region=Region(0, 480, 10, 32))
    assert is_found_once(seen, seen, columns=(0, 10))


def test_what_differs_or_moves_on_its_own_says_nothing() -> None:
    page = text_page(480)
    one, other = Seen(page), Seen(page ^ np.uint32(0x10))
    assert is_found_once(one, one)
    assert not is_found_once(one, other)
    assert not is_found_once(one, Seen(page, moving=np.ones((480, 16), dtype=np.bool_)))


def test_of_another_height_the_common_rows_are_asked() -> None:
    page = text_page(600)
    assert is_found_once(Seen(page), Seen(page[:480]))


def test_nothing_at_all_says_nothing() -> None:
    blank = Seen(np.zeros((480, 320), dtype=np.uint32))
    assert not is_found_once(blank, blank)
    assert not is_found_once(blank, blank, columns=(0, 10))
