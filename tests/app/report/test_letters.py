# SPDX-License-Identifier: MIT
"""What stands together stays together, and right-to-left text turns as one piece."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.report.letters import cells, clusters, in_order, is_rtl, turned, words


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ab", ["a", "b"]),
        ("a\u0301b", ["a\u0301", "b"]),
        ("\u0301a", ["\u0301", "a"]),
        ("प्रिया", ["प्रि", "या"]),
        ("ழ் க", ["ழ்", " ", "க"]),
        ("น้ำเก", ["น้ำ", "เก"]),
        ("", []),
    ],
)
def test_letters_with_their_marks_are_one_part(text, parts):
    assert clusters(text) == parts


@given(text=st.text())
def test_no_letter_is_lost_between_the_parts(text):
    assert "".join(clusters(text)) == text
    assert " ".join("".join(part) for part in words(text, is_fixed=True)).replace(" ", "") == text.replace(
        " ", ""
    )


def test_an_ideograph_takes_the_room_of_two_letters():
    assert [cells(text) for text in ("ab", "é", "王a", "\U0001f48b")] == [2, 1, 3, 2]


def gaps(text, *, is_fixed=False):
    return [tuple(word) for word in words(text, is_fixed=is_fixed)]


def test_a_line_ends_between_ideographs_but_not_before_what_closes():
    assert gaps("王小 美。x") == [("", "王"), ("", "小"), (" ", "美。"), ("", "x")]
    assert gaps("「王」ー") == [("", "「王」ー")]
    assert gaps("王小", is_fixed=True) == [("", "王小")]
    assert gaps("김 a b") == [("", "김"), (" ", "a"), (" ", "b")]


def test_a_line_does_not_end_inside_right_to_left_text():
    assert gaps("a محمد علي b") == [("", "a"), (" ", "محمد علي"), (" ", "b")]
    assert gaps("محمد 5 علي 6 x") == [("", "محمد 5 علي"), (" ", "6"), (" ", "x")]
    assert gaps("محمد x علي") == [("", "محمد"), (" ", "x"), (" ", "علي")]


RTL, LTR = "Arabic", "Latin"


def order(*runs, covered=""):
    return in_order(runs, lambda font: font == RTL, lambda _, text: set(text) <= set(covered))


def test_what_lies_between_two_right_to_left_runs_turns_with_them():
    assert order((LTR, "a "), (RTL, "م"), (LTR, " (12"), (RTL, "ع"), (LTR, " 9 b")) == [
        (LTR, "a "),
        (RTL, "ع"),
        (LTR, "12) "),
        (RTL, "م"),
        (LTR, " 9 b"),
    ]
    assert order((RTL, "م"), (LTR, " "), (RTL, "ع"), covered=" ") == [(RTL, "م ع")]
    assert order((RTL, "م"), (LTR, " x "), (RTL, "ع")) == [(RTL, "م"), (LTR, " x "), (RTL, "ع")]


@given(runs=st.lists(st.tuples(st.sampled_from((RTL, LTR)), st.sampled_from((" ", "x", "12", ")")))))
def test_nothing_is_lost_when_text_turns(runs):
    plain = str.maketrans("(", ")")
    found = order(*runs, covered=" )")
    assert sorted("".join(text for _, text in found).translate(plain)) == sorted("".join(t for _, t in runs))


def test_numbers_keep_their_direction():
    assert turned(" 12:30 (a,b)") == "(b,a) 12:30 "
    assert is_rtl("م")
    assert not is_rtl("5")
