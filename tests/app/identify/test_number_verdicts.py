# SPDX-License-Identifier: MIT
"""What copying puts round a number falls off, and nothing else of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.identify.number_verdicts import Said, cleaned, differs, good, is_foreign, no_sum, other_kind, unusual


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  412-905-7183.\n", "412-905-7183"),
        ("“412-905-7183”", "412-905-7183"),
        ("\u202a412\u200b905\u202c 7183", "412905 7183"),
        ("\uff34\uff32\uff17", "TR7"),
        ("\u0661\u0662\u0663", "123"),
        ("+44 7400 123456", "+44 7400 123456"),
        ("$amy", "$amy"),
        ("@amy", "@amy"),
        ("(020) 7946", "(020) 7946"),
        ("412\x00905\x1b7183", "412 905 7183"),
        ("412905\ufe0f\u20e37183 🙏", "412905\u20e37183"),
        ("🙏", ""),
    ],
)
def test_the_number_itself_is_left(typed: str, kept: str) -> None:
    assert cleaned(typed) == kept


@given(st.text(max_size=200))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


@given(st.from_regex(r"[0-9A-Za-z]{1,90}", fullmatch=True))
def test_plain_letters_and_digits_stay_as_they_are(text: str) -> None:
    assert cleaned(text) == text


def test_a_letter_that_only_looks_the_same_is_seen() -> None:
    assert is_foreign("b\u04411q")
    assert not is_foreign("bc1q")


def test_each_verdict_says_what_it_is() -> None:
    assert good("1").is_good
    assert not any(each.is_good for each in (unusual("1", "k"), differs("1", "k"), no_sum("1", "k")))
    assert other_kind("1", "mtcn").words == "number.other.mtcn"
    assert (other_kind("1", "mtcn", "k").words, other_kind("1", "mtcn").said) == ("k", Said.OTHER_KIND)
    assert (good("12", "1 2").shown, good("12").shown) == ("1 2", "12")
