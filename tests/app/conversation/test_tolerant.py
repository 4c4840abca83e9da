# SPDX-License-Identifier: MIT
from __future__ import annotations

import numpy as np

from app.conversation import tolerant
from app.conversation.knowledge import NOTHING
from app.conversation.pair import Pair
from app.conversation.seen import Seen
from app.conversation.shifts import voted
from app.model import Finding, Proof, Why
from tests.fakes.scrolls import HEADER, page, window

PAGE = page()


def both_ways(first: np.ndarray, second: np.ndarray) -> list[Finding | None]:
    pair = Pair(Seen(first), Seen(second))
    found = voted(pair, pair.all_votes)
    return [way(found, pair.all_votes, NOTHING) for way in (tolerant.by_strips, tolerant.by_cells)]


def test_a_line_under_the_pointer_is_matched_by_both() -> None:
    second = window(PAGE, 360)
    second[104:116, :160] -= np.uint32(0x101010)
    for found in both_ways(window(PAGE, 300), second):
        assert found is not None
        assert (found.level, found.shift_px) == (Proof.MATCHED, 60)
        assert found.alike_permille is not None
        assert 900 < found.alike_permille <= 1000


def test_frames_without_a_common_row_are_matched_by_none() -> None:
    assert both_ways(window(PAGE, 300), window(PAGE, 900)) == [None, None]


def test_two_places_are_never_guessed() -> None:
    lines = np.tile(page(200, seed=4)[:100], (20, 1))
    second = window(lines, 360)
    second[HEADER + 60 : HEADER + 64] -= np.uint32(0x101010)
    for found in both_ways(window(lines, 300), second):
        assert found is None or (found.level, found.why) == (Proof.AMBIGUOUS, Why.TWO_PLACES)
