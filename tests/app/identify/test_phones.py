# SPDX-License-Identifier: MIT
"""Telephone numbers are brought into one form, and one without its country is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.identify.phones import international, is_in_use


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
