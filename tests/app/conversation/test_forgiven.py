# SPDX-License-Identifier: MIT
from __future__ import annotations

import numpy as np

from app.conversation.forgiven import left_out
from app.conversation.overlap import Overlap
from app.conversation.pair import Pair, Region
from app.conversation.seen import Seen
from app.model import Forgiven, ForgivenWhy, Rect
from tests.fakes.scrolls import HEADER, page, picture, window

PAGE, REGION = page(), Region(HEADER, 396, 0, 10)


def test_nothing_is_left_out_of_a_clean_overlap() -> None:
    pair = Pair(Seen(window(PAGE, 300)), Seen(window(PAGE, 360)))
    assert left_out(Overlap(pair.laid(60), REGION)) == ()


def test_a_button_that_stays_over_the_text_is_fixed() -> None:
    first, second = window(PAGE, 300), window(PAGE, 360)
    first[200:230, 224:256] = second[200:230, 224:256] = picture(30, 32)
    areas = left_out(Overlap(Pair(Seen(first), Seen(second)).laid(60), REGION))
    assert {one.why for one in areas} == {ForgivenWhy.FIXED}
    assert [(one.rect.x, one.rect.width) for one in areas] == [(224, 32), (224, 32)]
    assert (areas[0].rect.y, areas[1].rect.y) == (
        140,
        200,
    )  # where it hid the text before, and where it does now


def test_what_moved_on_its_own_is_said() -> None:
    second = window(PAGE, 360)
    second[104:116, 32:64] ^= 0xFFFFFF
    moving = np.zeros((400, 10), np.bool_)
    moving[100:120, 1] = True
    pair = Pair(Seen(window(PAGE, 300)), Seen(second, moving=moving))
    assert left_out(Overlap(pair.laid(60), REGION)) == (
        Forgiven(Rect(32, 104, 32, 12), ForgivenWhy.MOVED_ON_ITS_OWN),
    )
