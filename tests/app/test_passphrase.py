# SPDX-License-Identifier: MIT
"""Suggested passphrases are four words of the list and hard to guess; what people choose is not."""

from __future__ import annotations

import math

import pytest

from app.passphrase import WORDS, Hardness, hardness, listed, suggestion


def test_a_suggestion_is_four_plain_words_and_never_the_same() -> None:
    made = {suggestion() for _ in range(50)}
    assert len(made) == 50
    assert all(len(one.split(" ")) == WORDS and one.replace(" ", "").isalpha() for one in made)


@pytest.mark.parametrize(("count", "bits"), [(4, 51), (6, 77)])
def test_as_many_words_as_asked_for_are_so_many_bits(count: int, bits: int) -> None:
    words = listed()
    assert len(set(words)) == len(words)
    assert int(count * math.log2(len(words))) == bits
    assert len(suggestion(count).split(" ")) == count


def test_suggestions_are_very_strong() -> None:
    assert {hardness(suggestion()) for _ in range(10)} <= {Hardness.GOOD, Hardness.STRONG}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", Hardness.EMPTY),
        ("password", Hardness.WEAK),
        ("Arsenal2005", Hardness.WEAK),
        ("violet kettle march otter", Hardness.STRONG),
        ("x" * 5_000, Hardness.WEAK),
    ],
)
def test_hardness(typed: str, expected: Hardness) -> None:
    assert hardness(typed) == expected
