# SPDX-License-Identifier: MIT
"""Every character is drawn or named; nothing steers or hides."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.report.fonts import BOLD, MONO, MONO_BOLD, REGULAR


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Amélie Laurent", "Amélie Laurent"),
        ("\U0001f48b", "[U+1F48B KISS MARK]"),
        ("abc\u202egpj.exe", "abc[U+202E]gpj.exe"),
        ("ame\u200blie\u2060x", "ame[U+200B]lie[U+2060]x"),
        ("a\tb\nc", "a b c"),
        ("a\x00b", "a[U+0000]b"),
        ("\u00a0", "[U+00A0 NO-BREAK SPACE]"),
        ("\ud800", "[U+D800]"),
        ("\ufe0f", "[U+FE0F]"),
        ("<b>&amp;</b> **x** {y}", "<b>&amp;</b> **x** {y}"),
        ("\ua4da", "[U+A4DA LISU LETTER CA]"),
    ],
)
def test_what_is_printed(faces, text, shown):
    assert faces.printable(text) == shown


@given(text=st.text(max_size=60))
def test_what_is_printed_can_be_drawn_and_steers_nothing(faces, text):
    shown = faces.printable(text)
    assert not any(unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"} for c in shown)
    for face in (REGULAR, BOLD, MONO, MONO_BOLD):
        runs = faces.runs(shown, face)
        assert "".join(run for _, run in runs) == shown
        assert all(faces._covered[font].issuperset(run) for font, run in runs)


def test_cyrillic_is_drawn_by_the_other_family(faces):
    assert faces.printable("Анна") == "Анна"
    assert faces.runs("Анна", REGULAR) == [(MONO, "Анна")]
    assert not faces.is_plain("Анна")


def test_an_identifier_is_as_wide_as_its_letters(faces):
    one = faces.width("0", MONO, 13)
    assert faces.width("live:.cid.8f3a", MONO, 13) == pytest.approx(14 * one)
    assert faces.advance("0", MONO, 26) == pytest.approx(2 * one)
