# SPDX-License-Identifier: MIT
"""Suggested passphrases are four words of the list and hard to guess; what people choose is not."""

from __future__ import annotations

import pytest

from app.passphrase import WORDS, Hardness, hardness, suggestion


def test_a_suggestion_is_four_plain_words_and_never_the_same() -> None:
    made = {suggestion() for _ in range(50)}
    assert len(made) == 50
    assert all(len(one.split(" ")) == WORDS and one.replace(" ", "").isalpha() for one in made)


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
