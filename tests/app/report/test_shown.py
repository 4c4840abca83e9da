# SPDX-License-Identifier: MIT
"""The gate by itself: with fonts that draw much, little or nothing, everything is printed or named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.report.shown import is_itself, shown

LITTLE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 [+]\xd7\u2039\u203a-")


def said(text, drawn=LITTLE):
    return "".join(shown(text, lambda letters: set(letters) <= drawn))


@given(text=st.text())
def test_whatever_comes_out_is_drawn(text):
    assert set(said(text)) <= LITTLE
    assert said(said(text)) == said(text)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("é", "[U+00E9 LATIN SMALL LETTER E WITH ACUTE]"),
        ("e\u0301", "[U+00E9 LATIN SMALL LETTER E WITH ACUTE]"),
        ("x\u0301", "x[U+0301 COMBINING ACUTE ACCENT]"),
        ("ⓐⓑ", "\u2039ab\u203a"),
        ("\U0001d4d0" * 26, f"\u2039{'A' * 24}\u203a\u2039AA\u203a"),
        ("a\u200d+", "a[U+200D]+"),
        ("a" + "\u0301" * 8, "a[U+0301 COMBINING ACUTE ACCENT \xd78]"),
        (
            "a" + "\u0301\u0316" * 9_000,
            "a[U+0301 COMBINING ACUTE ACCENT \xd79000][U+0316 COMBINING GRAVE ACCENT BELOW \xd79000]",
        ),
        ("\ufe0f" * 5, "[U+FE0F \xd75]"),
    ],
)
def test_what_is_printed(text, printed):
    assert said(text) == printed


def test_the_coloured_form_is_dropped_behind_a_sign_only():
    drawn = LITTLE | {"\u2764", "ß"}
    assert said("\u2764\ufe0f", drawn) == "\u2764"
    assert said("ß\ufe0f", drawn) == "ß[U+FE0F]"


def test_a_letter_in_fancy_dress_is_never_itself():
    assert is_itself("a")
    assert not is_itself("\U0001d4d0")
    assert not is_itself("\u0301")
