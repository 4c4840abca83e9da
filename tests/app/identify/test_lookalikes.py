# SPDX-License-Identifier: MIT
"""Look-alikes are found and named so that nobody takes one for the other."""

from __future__ import annotations

import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.identify.lookalikes import (
    Change,
    alike,
    alternatives,
    compare,
    is_alike_to_the_eye,
    looks_like,
    marks,
    name_of,
)
from app.identify.values import Doubt


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
    assert (second.name, second.is_foreign) == ("Cyrillic U+0456, looks like i", True)


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


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u0430", "Cyrillic U+0430, looks like a"),
        ("\u03bf", "Greek U+03BF, looks like o"),
        ("\u0406", "Cyrillic U+0406, looks like capital i"),
        ("\u04cf", "Cyrillic U+04CF, looks like i"),
        ("\uff11", "Fullwidth U+FF11, looks like one"),
        ("\U0001d5ee", "Mathematical U+1D5EE, looks like a"),
        ("\U0001d6c2", "Mathematical U+1D6C2, looks like a"),
        ("\u03f9", "Greek U+03F9, looks like capital c"),
        ("\u0405", "Cyrillic U+0405, looks like capital s"),
        ("\u017f", "Latin U+017F, looks like f"),
        ("\u00e9", "Latin U+00E9"),
        ("\u200b", "U+200B"),
        ("\U0001f48b", "U+1F48B"),
    ],
)
def test_a_foreign_letter_says_what_it_looks_like(character: str, name: str) -> None:
    assert name_of(character) == name


def test_every_letter_of_ascii_has_its_fullwidth_double() -> None:
    for character in string.ascii_letters + string.digits:
        assert looks_like(unicodedata.lookup(double_of(character))) == character
        assert looks_like(character) is None


def double_of(character: str) -> str:
    return f"FULLWIDTH {unicodedata.name(character)}"


def test_places_that_may_be_read_otherwise_offer_what_may_stand_there() -> None:
    found = alternatives("Il1|O0-a\u0430")
    assert [doubt.index for doubt in found] == [0, 1, 2, 3, 4, 5, 8]
    assert found[0].options == ("I", "l", "1", "|")
    assert found[2].options == ("1", "I", "l", "|")
    assert found[4].options == ("O", "0")
    assert found[6].options == ("\u0430", "a")


def test_two_letters_that_may_be_one_are_offered_together() -> None:
    assert alternatives("barney") == (Doubt(2, ("rn", "m")),)
    assert alternatives("savvy") == (Doubt(2, ("vv", "w")),)
    assert alternatives("amy") == ()


def test_doubts_of_a_reading_are_added_to_what_looks_alike() -> None:
    found = alternatives("am1.5", [Doubt(1, ("m", "rn")), Doubt(2, ("1", "l", "7")), Doubt(4, ("5", "S"))])
    assert found == (
        Doubt(1, ("m", "rn")),
        Doubt(2, ("1", "l", "7", "I", "|")),
        Doubt(4, ("5", "S")),
    )


def test_a_space_that_may_be_none_can_be_taken_out() -> None:
    assert alternatives("a b", [Doubt(1, (" ", ""))]) == (Doubt(1, (" ", "")),)


@given(st.text(max_size=30))
def test_what_stands_there_is_offered_first(text: str) -> None:
    for doubt in alternatives(text):
        assert text.startswith(doubt.options[0], doubt.index)
        assert len(set(doubt.options)) == len(doubt.options) > 1


def test_shapes_are_alike_both_ways() -> None:
    for one in string.ascii_letters + string.digits:
        assert one not in alike(one)
        assert all(one in alike(other) for other in alike(one))
    assert alike("0") >= {"O", "o"}
    assert alike("\u0456") == {"i"}


@pytest.mark.parametrize(
    ("first", "second", "change", "run", "index"),
    [
        ("live:amelie", "live:amlie", Change.MISSING, "e", 7),
        ("live:amlie", "live:amelie", Change.EXTRA, "e", 7),
        ("live:amelie", "live:amalie", Change.CHANGED, "e", 7),
        ("bella", "bela", Change.MISSING, "l", 3),
        ("amelie", "ameli", Change.MISSING, "e", 5),
        ("amelie", "amelie99", Change.EXTRA, "99", 6),
        ("live:.cid.8f3a", "live:8f3a", Change.MISSING, ".cid.", 5),
    ],
)
def test_one_slip_is_told_as_what_it_is(
    first: str, second: str, change: Change, run: str, index: int
) -> None:
    found = compare(first, second)
    assert found is not None
    assert (found.change, found.run, found.index, found.is_only) == (change, run, index, True)
    assert found.run_names == tuple(name_of(each) for each in run)


def test_a_second_slip_is_told_too() -> None:
    found = compare("amelie.laurent", "amalie.laurant")
    assert found is not None
    assert (found.index, found.run, found.is_only) == (2, "e", False)


@given(st.text("ab1l", max_size=12), st.text("ab1l", max_size=12))
def test_what_is_told_leads_from_one_text_to_the_other(first: str, second: str) -> None:
    found = compare(first, second)
    if found is None:
        assert first == second
        return
    assert first[: found.index] == second[: found.index]
    assert first[found.index : found.index + 1] == found.first
    assert second[found.index : found.index + 1] == found.second
    assert found.first != found.second
    if found.is_only and found.change is Change.MISSING:
        assert first[: found.index] + first[found.index + len(found.run) :] == second
    if found.is_only and found.change is Change.EXTRA:
        assert second[: found.index] + second[found.index + len(found.run) :] == first


@pytest.mark.parametrize(
    ("first", "second", "is_alike"),
    [
        ("amelie1", "ameliel", True),
        ("amelie0", "Amelieo", True),
        ("p\u0430ypal", "paypal", True),
        ("modern", "modem", True),
        ("kevin\u200b", "kevin", True),
        ("same", "same", False),
        ("kevin", "kelvin", False),
        ("", "a", False),
    ],
)
def test_texts_that_are_easily_taken_for_one_another(first: str, second: str, is_alike: bool) -> None:
    assert is_alike_to_the_eye(first, second) is is_alike
    assert is_alike_to_the_eye(second, first) is is_alike
