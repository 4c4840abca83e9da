# SPDX-License-Identifier: MIT
"""Most votes decide; the form only where votes are even; a reading is taken whole and its rivals are told."""

from __future__ import annotations

from app.identify.agreeing import agreed, is_sure
from app.identify.values import Doubt, Reading


def never(text: str) -> bool:
    return False


def test_most_votes_decide_even_against_the_form() -> None:
    readings = [Reading("Iive:a", 0.9), Reading("Iive:a", 0.7), Reading("live:a", 0.9)]
    best = agreed(readings, lambda text: text.startswith("live"))
    assert best.text == "Iive:a"
    assert best.doubts == (Doubt(0, ("I", "l")),)
    assert not best.has_agreed


def test_the_form_decides_where_votes_are_even() -> None:
    readings = [Reading("live:cid.0", 0.9), Reading("live:.cid.0", 0.6)]
    assert agreed(readings, lambda text: ".cid" in text).text == "live:.cid.0"
    assert agreed(readings, never).text == "live:cid.0"


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
