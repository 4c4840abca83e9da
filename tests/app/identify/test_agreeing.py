# SPDX-License-Identifier: MIT
"""Form comes first, then most votes; a reading is taken whole and its rivals are told."""

from __future__ import annotations

from app.identify.agreeing import agreed, is_settled, is_sure
from app.identify.values import Doubt, Reading


def never(text: str) -> bool:
    return False


def test_most_votes_decide_where_all_fit_or_none() -> None:
    readings = [Reading("gen.b", 0.9), Reading("gcn.b", 0.7), Reading("gcn.b", 0.9)]
    for is_formed in (never, lambda text: True):
        best = agreed(readings, is_formed)
        assert best.text == "gcn.b"
        assert best.doubts == (Doubt(1, ("c", "e")),)
        assert not best.has_agreed


def test_what_was_read_in_form_comes_first_and_what_was_not_read_never() -> None:
    readings = [Reading("Iive:a", 0.9), Reading("Iive:a", 0.9), Reading("live:a", 0.6)]
    best = agreed(readings, lambda text: text.startswith("live"))
    assert (best.text, best.doubts) == ("live:a", (Doubt(0, ("l", "I")),))
    assert agreed(readings[:2], lambda text: text.startswith("live")).text == "Iive:a"


def test_a_space_is_no_difference_and_doubts_are_kept() -> None:
    readings = [
        Reading("live: al", 0.9, (Doubt(7, ("l", "I")),)),
        Reading("live:a1", 0.9),
        Reading("live:al", 0.9),
    ]
    best = agreed(readings, never)
    assert best.text == "live: al"
    assert best.doubts == (Doubt(7, ("l", "I", "1")),)


def test_only_what_both_passes_read_and_every_letter_of_it_is_sure() -> None:
    assert is_sure(Reading("a", 0.9))
    assert not is_sure(Reading("a", 0.5))
    assert not is_sure(Reading("a", 0.9, has_agreed=False))


def test_two_readings_that_agree_settle_it_if_they_have_a_form() -> None:
    same = [Reading("live:a", 0.4), Reading("live: a", 0.9)]
    assert is_settled(same, lambda text: True)
    assert not is_settled(same, never)
    assert not is_settled([Reading("live:a", 0.9), Reading("live:b", 0.9)], lambda text: True)
    assert not is_settled([same[0], Reading("live:a", 0.9, has_agreed=False)], lambda text: True)
