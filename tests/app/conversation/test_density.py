# SPDX-License-Identifier: MIT
from __future__ import annotations

import numpy as np
import pytest

from app.conversation.density import LARGE_PERMILLE, USUAL_PERMILLE, Densities, density_of_text
from app.conversation.judge import judge
from app.conversation.knowledge import NOTHING
from app.conversation.seen import Seen, prepare
from tests.fakes.chats import FAMILIES, truth
from tests.fakes.conversation import text_page

LETTERS, BLANK = text_page(1_800), np.zeros((480, 512), dtype=np.uint32)


def usual() -> Seen:
    return Seen(LETTERS[:900])


def large() -> Seen:
    return prepare(FAMILIES["phone"](3).shot(900, 0).frame)


@pytest.mark.parametrize("family", ["header", "beside", "lines", "dense", "dark", "wallpaper", "moving"])
def test_text_of_usual_size_is_never_called_large(family: str) -> None:
    told = {
        density_of_text(prepare(shot.frame)) for seed in (1, 2, 3) for shot in FAMILIES[family](seed).run(3)
    }
    assert USUAL_PERMILLE in told
    assert told <= {USUAL_PERMILLE, None}


def test_text_of_a_phone_is_large() -> None:
    told = [density_of_text(prepare(shot.frame)) for shot in FAMILIES["phone"](3).run(4)]
    assert told == [LARGE_PERMILLE] * 4


def test_where_there_is_no_text_nothing_is_told() -> None:
    assert density_of_text(Seen(BLANK)) is None


def test_a_frame_has_the_density_of_its_text_if_that_is_larger_than_the_screens() -> None:
    densities, seen = Densities(), large()
    assert densities.give(seen, 1250) == seen.density_permille == LARGE_PERMILLE
    assert densities.give(large(), 3000) == 3000
    assert densities.give(Seen(BLANK), 1000) == LARGE_PERMILLE  # as the frame before
    assert densities.give(usual(), 1250) == 1250
    assert densities.give(Seen(BLANK), 1000) == USUAL_PERMILLE


def test_a_phone_shown_on_a_common_screen_is_joined_and_never_wrongly() -> None:
    joined = plain = 0
    for seed in range(1, 7):
        shots, densities, knowledge = FAMILIES["phone"](seed).run(6), Densities(), NOTHING
        seen = [prepare(shot.frame, moving=shot.moving) for shot in shots]
        for one in seen:
            densities.give(one, 1000)
        for n in range(1, len(shots)):
            found, true = judge(seen[n - 1], seen[n], knowledge), truth(shots[n - 1], shots[n])
            knowledge = knowledge.with_finding(found)
            assert true.fault(found) is None
            plain += true.is_plain
            joined += true.is_plain and found.level.joins
    assert plain >= 10
    assert joined >= plain * 9 // 10
