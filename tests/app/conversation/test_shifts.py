# SPDX-License-Identifier: MIT
from __future__ import annotations

from app.conversation.pair import Pair
from app.conversation.seen import Seen
from app.conversation.shifts import promising, voted
from tests.fakes.scrolls import page, window

PAGE = page()


def test_the_true_shift_has_most_evidence() -> None:
    pair = Pair(Seen(window(PAGE, 300)), Seen(window(PAGE, 363)))
    found = voted(pair, pair.votes)
    assert found[0].shift == 63
    assert promising(found)[0].shift == 63


def test_what_stays_is_no_candidate() -> None:
    pair = Pair(Seen(window(PAGE, 300)), Seen(window(PAGE, 900)))
    assert voted(pair, pair.votes) == []
