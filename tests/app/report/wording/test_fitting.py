# SPDX-License-Identifier: MIT
"""Sentences go in whole, as long as they fit; what does not is said."""

from hypothesis import given
from hypothesis import strategies as st

from app.report.wording.fitting import fitted, length_of, sentences_in


def test_a_length_is_what_a_web_page_may_count_at_the_most():
    assert length_of("abc") == 3
    assert length_of("é") == 1
    assert length_of("\U0001f48b") == 2  # an emoji is two code units
    assert length_of("a\nb") == 4  # a line end is sent as two


def test_all_of_it_goes_in_where_no_limit_is_known():
    found = fitted([["One.", "Two."], ["Three."]], None)
    assert found.text == "One. Two.\nThree."
    assert found.length == length_of(found.text)
    assert found.left == ()


def test_what_does_not_fit_is_left_out_whole_and_said():
    found = fitted([["One.", "Two is longer."], ["Three."]], 12)
    assert found.text == "One."
    assert found.left == ("Two is longer.", "Three.")


def test_after_the_first_that_does_not_fit_nothing_more_goes_in():
    assert fitted([["A long sentence.", "B."]], 5).text == ""


def test_free_words_are_parted_at_the_ends_of_sentences_and_lines():
    assert sentences_in("One. Two?\nThree\n\nFour… Five") == ["One.", "Two?", "Three", "Four…", "Five"]
    assert sentences_in("  ") == []
    assert sentences_in("Mail a.b@c.d now.") == ["Mail a.b@c.d now."]


@given(st.lists(st.lists(st.text(min_size=1), max_size=5), max_size=5), st.integers(0, 200))
def test_it_never_takes_more_than_it_may_and_loses_nothing(paragraphs, most):
    found = fitted(paragraphs, most)
    assert length_of(found.text) <= most
    sentences = [sentence for part in paragraphs for sentence in part]
    assert list(found.left) == sentences[len(sentences) - len(found.left) :]
    assert all(sentence in found.text for sentence in sentences[: len(sentences) - len(found.left)])
