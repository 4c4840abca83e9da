# SPDX-License-Identifier: MIT
"""Shaping: letters join, marks stand on their letters, and numbers keep their direction."""

import pytest

ARABIC, HEBREW, DEVANAGARI = "Safehold-ArabicRegular", "Safehold-HebrewRegular", "Safehold-DevanagariRegular"


def letters(face, text):
    return [each.letters for each in face.drawn(text)]


def test_right_to_left_letters_stand_from_left_to_right_and_numbers_as_they_are(faces):
    arabic = faces.faces[ARABIC]
    assert letters(arabic, "سر 12") == ["1", "2", " ", "ر", "س"]


def test_letters_that_join_look_other_than_alone(faces):
    arabic = faces.faces[ARABIC]
    (last, _), (alone,) = arabic.drawn("مر"), arabic.drawn("ر")
    assert last.letters == alone.letters
    assert last.parts != alone.parts


def test_letters_and_marks_that_are_drawn_as_one_are_one(faces):
    assert letters(faces.faces[DEVANAGARI], "क्षत्रि") == ["क्ष", "त्रि"]
    (one,) = faces.faces[HEBREW].drawn("שָׁ")
    assert one.letters == "שָׁ"
    assert len(one.parts) > 1


def test_a_name_is_as_wide_as_its_drawings(faces):
    face = faces.faces[DEVANAGARI]
    wide = sum(each.advance for each in face.drawn("प्रिया"))
    assert face.width("प्रिया") == pytest.approx(wide * 1000 / face.units)


@pytest.mark.parametrize(
    "text", ["\u0301", "a\u0301\u0302", "a" + "\u0301" * 9, "\u2800", "\ue000", "\ufdfd"]
)
def test_what_would_not_be_seen_or_would_stand_on_itself_is_not_covered(faces, text):
    assert not any(face.covers(text) for face in faces.faces.values())


def test_the_font_is_named_as_its_makers_do(faces):
    assert faces.faces[ARABIC].source.known_as == "NotoSansArabic-Regular"
    assert faces.faces["Safehold-Regular"].source.known_as == "AtkinsonHyperlegible-Regular"
