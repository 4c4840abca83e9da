# SPDX-License-Identifier: MIT
"""Lines: nothing lost, nothing too wide, nothing broken that must not be."""

from hypothesis import given
from hypothesis import strategies as st

from app.report.text import BODY, CODE, H1, Span, leading_to, whole, wrap
from tests.app.report.scripts import NAMES

UNPAIRED = str.maketrans("([{<\xab\u2039", ")]}>\xbb\u203a")  # signs that turn with their text
WORDS = st.lists(st.text("abcWi.:", min_size=1, max_size=30), min_size=1, max_size=30)


@given(words=WORDS, width=st.floats(60, 500))
def test_every_word_is_there_in_order_and_no_line_is_too_wide(faces, words, width):
    lines = wrap(faces, [Span(" ".join(words), BODY)], width)
    assert "".join(line.text for line in lines).replace(" ", "") == "".join(words)
    assert all(line.width <= width + 0.05 for line in lines)


@given(
    text=st.lists(st.sampled_from(NAMES) | st.text(max_size=12), min_size=1, max_size=8).map(" ".join),
    width=st.floats(90, 400),  # the widest group of letters, in a title, is 64
    style=st.sampled_from((BODY, CODE, H1)),
)
def test_no_line_is_too_wide_whatever_the_script_and_nothing_is_lost(faces, text, width, style):
    shown = faces.printable(text)
    lines = wrap(faces, [Span(shown, style)], width)
    assert all(line.width <= width + 0.05 for line in lines)
    assert sorted("".join(line.text for line in lines).translate(UNPAIRED).replace(" ", "")) == sorted(
        shown.translate(UNPAIRED).replace(" ", "")
    )


def test_right_to_left_text_is_one_piece_until_it_is_wider_than_a_line(faces):
    name = "محمد علي"
    lines = wrap(faces, [Span(f"shown as {name} in TJH/1", BODY)], 80)
    assert [line.text for line in lines] == ["shown as", f"{name} in", "TJH/1"]
    long = " ".join([name] * 9)
    lines = wrap(faces, [Span(long, BODY)], 90)
    assert " ".join(line.text for line in lines) == long
    assert all(line.width <= 90 for line in lines)


def test_a_line_ends_between_ideographs_but_not_in_an_identifier(faces):
    lines = wrap(faces, [Span("see 王小美發財国", BODY)], 60)
    assert lines[0].text == "see 王小美"
    assert wrap(faces, [Span("see 王小美", CODE)], 50)[0].text == "see"


def test_a_cut_text_is_cut_between_letters_that_stand_together(faces):
    (line,) = wrap(faces, [Span("प्रि" * 30, BODY)], 60, at_most=1)
    assert line.text.rstrip("…").replace("प्रि", "") == ""
    assert line.width <= 60


def test_a_word_over_two_styles_is_not_parted(faces):
    spans = [Span("see ", BODY), Span("live:.cid.8f3a1b2c4d5e6f70", CODE), Span(": and more", BODY)]
    lines = wrap(faces, spans, 190)
    assert any("live:.cid.8f3a1b2c4d5e6f70:" in line.text for line in lines)


def test_what_is_whole_moves_to_the_next_line(faces):
    lines = wrap(faces, [Span("some words before ", BODY), Span(whole("583 204 9176"), BODY)], 120)
    assert [line.text for line in lines] == ["some words before", "583\u00a0204\u00a09176"]


def test_a_cut_text_ends_in_an_ellipsis_and_fits(faces):
    lines = wrap(faces, [Span("word " * 100, BODY)], 200, at_most=2)
    assert len(lines) == 2
    assert lines[-1].text.endswith("…")
    assert lines[-1].width <= 200


def test_a_line_is_as_high_as_its_largest_span(faces):
    lines = wrap(faces, [Span("Big ", H1), Span("small " * 40, BODY)], 200)
    assert lines[0].leading == H1.leading
    assert lines[-1].leading == BODY.leading


def test_our_line_ends_begin_a_line(faces):
    assert [line.text for line in wrap(faces, [Span("a\nb", BODY)], 100)] == ["a", "b"]


def test_a_link_keeps_its_place_over_lines_and_its_spaces(faces):
    spans = [Span("See ", BODY), *leading_to("checking", [Span("how to check it", BODY)]), Span(".", BODY)]
    lines = wrap(faces, spans, 60)
    found = [(piece.text, piece.to) for line in lines for piece in line.pieces]
    assert [text for text, to in found if to == "checking"] == ["how to", "check it"]
    assert {text for text, to in found if not to} == {"See ", "."}
    assert [line.is_broken for line in lines] == [False] * len(lines)


def test_a_line_that_ends_inside_a_word_says_so(faces):
    lines = wrap(faces, [Span("a live:.cid.8f3a1b2c4d5e6f70 b", BODY)], 60)
    assert "".join(line.text for line in lines[1:-1]).startswith("live:.cid")
    assert [line.is_broken for line in lines] == [False, *[True] * (len(lines) - 2), False]


@given(
    spans=st.lists(
        st.builds(
            Span,
            st.text("ab /4\xa0\u2019", max_size=9) | st.sampled_from(NAMES),
            st.sampled_from((BODY, CODE)),
        )
    ),
    width=st.floats(60, 500),
)
def test_a_text_that_fits_at_a_glance_is_what_its_words_one_by_one_are(faces, spans, width):
    shown = [span.saying(faces.printable(span.text)) for span in spans]
    # a line end at the end makes it be looked at word by word
    *slowly, after = wrap(faces, [*shown, Span("\n", BODY)], width)
    assert not after.pieces
    assert wrap(faces, shown, width) == slowly
    assert wrap(faces, shown, width) == slowly  # and so is what is remembered


def test_lines_that_are_changed_by_whom_they_were_given_to_are_not_remembered(faces):
    spans = [Span("as it was", BODY)]
    wrap(faces, spans, 200).clear()
    assert [line.text for line in wrap(faces, spans, 200)] == ["as it was"]
