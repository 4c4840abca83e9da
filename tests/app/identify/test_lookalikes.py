# SPDX-License-Identifier: MIT
"""Look-alikes are found and named so that nobody takes one for the other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.identify.lookalikes import compare, marks, name_of


def test_the_sample_id_has_three_places_to_look_at() -> None:
    found = marks("live:.cid.8f3a1b2c4d5e6f70")
    assert [(mark.index + 1, mark.name, mark.is_digit) for mark in found] == [
        (1, "small L", False),
        (15, "one", True),
        (26, "zero", True),
    ]


def test_a_letter_of_another_alphabet_is_named_with_its_code_point() -> None:
    (first, second) = marks("l\u0456ve")
    assert (first.name, first.is_foreign) == ("small L", False)
    assert (second.name, second.is_foreign) == ("Cyrillic U+0456", True)


def test_the_five_look_alikes_have_five_names() -> None:
    assert [mark.name for mark in marks("lI1O0")] == ["small L", "capital i", "one", "capital o", "zero"]


def test_a_difference_is_named_on_both_sides() -> None:
    found = compare("live:.cid.8f3a1b2c4d5e6f70", "live:.cid.8f3alb2c4d5e6f70")
    assert found is not None
    assert (found.index + 1, found.first_name, found.second_name) == (15, "one", "small L")


def test_a_text_that_ends_early_differs_there() -> None:
    found = compare("live:ab", "live:a")
    assert found is not None
    assert (found.index, found.first_name, found.second_name) == (6, "b", "nothing")


@given(st.text(max_size=40), st.text(max_size=40))
def test_only_equal_texts_have_no_difference(first: str, second: str) -> None:
    assert (compare(first, second) is None) == (first == second)
    assert compare(first, first) is None


@given(st.characters())
def test_every_character_has_a_name(character: str) -> None:
    assert name_of(character)


def test_capitals_and_signs_are_named_in_full() -> None:
    assert [name_of(each) for each in "aA. \u200b"] == ["a", "capital a", "dot", "space", "U+200B"]
