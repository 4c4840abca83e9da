# SPDX-License-Identifier: MIT
"""What cannot be seen is written out, and no text is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.legible import LONGEST, UNSEEN, breakable, brief, clipped, legible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Amélie Laurent", "Amélie Laurent"),
        ("\u202egnp.exe", "[U+202E]gnp.exe"),
        ("Kev\u200bin\x00", "Kev[U+200B]in[U+0000]"),
        ("one\ntwo", "one[U+000A]two"),
        ("\U0001f468\u200d\U0001f469", "\U0001f468\u200d\U0001f469"),
        ("a\u200db", "a[U+200D]b"),
        ("محمد", "محمد"),
    ],
)
def test_what_cannot_be_seen_is_written_out(text: str, shown: str) -> None:
    assert legible(text) == shown


def test_lines_stay_where_they_may() -> None:
    assert legible("one\ntwo\t", lines=True) == "one\ntwo[U+0009]"


@given(st.text())
def test_nothing_that_turns_a_line_round_is_left(text: str) -> None:
    shown = legible(text)
    assert not any(
        mark in shown for mark in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
    )
    assert "Cc" in UNSEEN
    assert not any(ord(sign) < 32 for sign in shown)


@given(st.text(), st.integers(0, 3 * LONGEST))
def test_a_long_text_is_shown_in_part_and_says_so(text: str, more: int) -> None:
    whole = text + "x" * more
    part, left = clipped(whole)
    assert whole.startswith(part)
    assert len(part) + left == len(whole)
    assert len(part) <= LONGEST


@given(st.text(st.characters(exclude_characters="\u200b")))
def test_places_to_break_take_nothing_away(text: str) -> None:
    assert breakable(text).replace("\u200b", "") == text


def test_in_a_sentence_of_ours_it_is_brief() -> None:
    assert brief("Kevin\u202e") == "Kevin[U+202E]"
    assert len(brief("x" * 10_000).replace("\u200b", "")) == 81
