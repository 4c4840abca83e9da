# SPDX-License-Identifier: MIT
"""Telephone numbers are brought into one form, and one without its country is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.identify.phones import in_country, international, is_in_use, shown


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("+44 7911 123456", "+447911123456"),
        ("+44 (0)7911 123456", "+447911123456"),
        ("0044 7911-123456", "+447911123456"),
        ("+229 01 97 12 34 56", "+2290197123456"),
        ("+225 07 07 12 34 56", "+2250707123456"),
        ("07911 123456", None),
        ("447911123456", None),
        ("+44", None),
        ("+999 123 456 789", None),
        ("~Amelie", None),
        ("+44 7911 123456 call me", None),
        ("", None),
    ],
)
def test_a_number_with_its_country_gets_its_full_form(text: str, number: str | None) -> None:
    assert international(text) == number


@given(st.text(st.sampled_from("+0123456789 ()-"), max_size=24))
def test_the_full_form_is_its_own_full_form(text: str) -> None:
    number = international(text)
    if number is not None:
        assert international(number) == number


def test_a_number_that_nobody_gives_out_is_told_apart() -> None:
    assert is_in_use("+447911123456")
    assert not is_in_use("+44791112345")
    assert not is_in_use("+447700900123")  # kept free for films
    assert not is_in_use("no number")


@pytest.mark.parametrize(
    ("text", "country", "number"),
    [
        ("07911 123456", "England", "+447911123456"),  # the library calls it Guernsey's
        (" (0113) 496 0123 ", "Scotland", "+441134960123"),
        ("07700 900 782", "Northern Ireland", "+447700900782"),
        ("+225 07 07 12 34 56", "Wales", "+2250707123456"),
        ("07911 123456", "Another country", None),
        ("+44 7911 123456", "Another country", "+447911123456"),
        ("999", "England", None),
        ("12 34 5", "England", None),
        ("call after six", "England", None),
        ("07911 123456 at work", "England", None),
        ("", "England", None),
    ],
)
def test_a_number_of_ones_own_needs_no_country(text: str, country: str, number: str | None) -> None:
    assert in_country(text, country) == number


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading_of_a_number(text: str) -> None:
    number = in_country(text, "England")
    assert number is None or in_country(number, "England") == number


def test_a_number_is_shown_with_spaces_and_other_text_as_it_is() -> None:
    assert shown("+447911123456") == "+44 7911 123456"
    assert shown("07911 123456") == "07911 123456"
    assert shown("+999 1234 5678") == "+999 1234 5678"
