# SPDX-License-Identifier: MIT
"""What a name is made of is said in full, and the letters that deceive are named."""

from app.report.code_points import MOST_ALIKE, MOST_POINTS, alike_in, is_plain_latin, points_of


def test_the_code_points_of_a_long_name_are_the_first_ones():
    assert points_of("a\U0001f48b") == "0061 1F48B"
    assert points_of("x" * (MOST_POINTS + 1)).split()[-1] == "\u2026"


def test_each_letter_that_deceives_is_named_once(faces):
    assert alike_in(faces, "p\u0430\u0430l") == [("\u0430", "U+0430 CYRILLIC SMALL LETTER A", "a")]
    assert alike_in(faces, "paul \U0001d4d0") == []
    assert len(alike_in(faces, "".join(map(chr, range(0x410, 0x450))))) == MOST_ALIKE


def test_what_is_plain(faces):
    assert is_plain_latin(faces, "Am\xe9lie 91")
    assert not is_plain_latin(faces, "\u0430")
    assert not is_plain_latin(faces, "a\u202eb")
    assert not is_plain_latin(faces, "a\U0001f48b")
