# SPDX-License-Identifier: MIT
"""Every character is drawn or named; nothing steers or hides, and everything is as wide as it is drawn."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.report.faces import Drawn
from app.report.fonts import BOLD, MONO, MONO_BOLD, REGULAR, Fonts
from app.report.letters import clusters
from tests.app.report.scripts import NAMES

FACES = (REGULAR, BOLD, MONO, MONO_BOLD)
PLAIN = "Safehold-PlainRegular"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Amélie Laurent", "Amélie Laurent"),
        ("Ame\u0301lie", "Amélie"),
        ("\U0001f48b", "\U0001f48b"),
        ("\u2764\ufe0f", "\u2764"),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f468+\U0001f469+\U0001f467"),
        ("\U0001f1e8\U0001f1ee 1\ufe0f\u20e3", "\u2039CI\u203a \u20391\u203a"),
        ("\U0001d4d0\U0001d4f6\U0001d4ee x", "\u2039Ame\u203a x"),
        ("abc\u202egpj.exe", "abc[U+202E]gpj.exe"),
        ("ame\u200blie\u2060x\u200d", "ame[U+200B]lie[U+2060]x[U+200D]"),
        ("a\tb\nc", "a b c"),
        ("a\x00b", "a[U+0000]b"),
        ("\u00a0", "[U+00A0 NO-BREAK SPACE]"),
        ("a\u3164b\u2800", "a[U+3164 HANGUL FILLER]b[U+2800 BRAILLE PATTERN BLANK]"),
        ("\ud800", "[U+D800]"),
        ("\ufe0f", "[U+FE0F]"),
        ("\u0301", "[U+0301 COMBINING ACUTE ACCENT]"),
        ("\u202e" * 9 + "x", "[U+202E \xd79]x"),
        ("<b>&amp;</b> **x** {y}", "<b>&amp;</b> **x** {y}"),
        ("\ua4da", "[U+A4DA LISU LETTER CA]"),
    ],
)
def test_what_is_printed(faces, text, shown):
    assert faces.printable(text) == shown


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_a_script_that_has_a_font_is_printed_as_it_is(faces, name):
    assert faces.printable(name) == name


@given(text=st.text(max_size=60))
def test_what_is_printed_can_be_drawn_and_steers_nothing(faces, text):
    shown = faces.printable(text)
    assert not any(unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"} for c in shown)
    assert faces.printable(shown) == shown
    assert "".join(faces.pieces(text)) == shown
    for face in FACES:
        runs = faces.runs(shown, face)
        assert sorted("".join(run for _, run in runs).translate(MIRROR)) == sorted(shown.translate(MIRROR))
        assert all(faces.faces[font].covers(part) for font, run in runs for part in clusters(run))


MIRROR = str.maketrans("([{<\xab\u2039", ")]}>\xbb\u203a")


@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_a_text_is_as_wide_as_what_is_drawn_and_nothing_in_it_is_missing(faces, text):
    shown = faces.printable(text)
    for face in (REGULAR, MONO_BOLD):
        drawn = [
            (faces.faces[font], each)
            for font, run in faces.runs(shown, face)
            for each in faces.faces[font].drawn(run)
        ]
        wide = sum(each.advance / font.units for font, each in drawn)
        assert faces.advance(shown, face, 10) == pytest.approx(10 * wide)
        assert all(glyph for _, each in drawn for glyph, _, _ in each.parts)


@pytest.mark.parametrize(
    "text",
    ["Z\u0301\u0316" * 10_000, "a" + "\u0301\u0316" * 10_000, "\u202e" * 10_000, "\u0627\u0651" * 10_000],
)
def test_what_is_meant_to_choke_is_printed_at_once(text):
    fonts = Fonts()
    before = time.process_time()
    shown = fonts.printable(text)
    fonts.advance(shown, REGULAR, 10)
    assert time.process_time() - before < 3
    assert all(len(part) <= 8 for part in clusters(shown))


def test_cyrillic_is_drawn_by_the_font_that_is_like_the_first(faces):
    assert faces.printable("Анна") == "Анна"
    assert faces.runs("Анна", REGULAR) == [(PLAIN, "Анна")]
    assert not faces.is_plain("Анна")


def test_a_font_is_opened_only_for_what_it_alone_draws():
    fonts = Fonts()
    fonts.advance(fonts.printable("Amélie, £250.00"), REGULAR, 10)
    opened = [name for name, face in fonts.faces.items() if "font" in face.__dict__]
    assert opened == list(FACES)


def test_an_identifier_is_as_wide_as_its_letters(faces):
    one = faces.width("0", MONO, 13)
    assert faces.width("live:.cid.8f3a", MONO, 13) == pytest.approx(14 * one)
    assert faces.advance("0", MONO, 26) == pytest.approx(2 * one)


@settings(max_examples=30)
@given(text=st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF), min_size=1, max_size=20))
def test_the_same_letters_are_the_same_drawing(faces, text):
    arabic = faces.faces["Safehold-ArabicRegular"]
    shown = "".join(part for part in clusters(faces.printable(text)) if arabic.covers(part))
    assert all(
        first is second for first, second in zip(arabic.drawn(shown), arabic.drawn(shown), strict=True)
    )
    assert all(isinstance(each, Drawn) for each in arabic.drawn(shown))
