# SPDX-License-Identifier: MIT
"""What stands in a line does not stand on another, and a code that can be spent is hidden."""

from __future__ import annotations

from itertools import pairwise

import pytest

from app.search.spots import going_on_in, hidden, spots_after, spots_in, wrapped_in
from tests.app.search.pages import CATALOGUE, TAKEN

SEGWIT = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"


def kinds(text: str, near: str = "") -> list[str]:
    return [one.kind for one in spots_in(text, near, CATALOGUE, TAKEN)]


def test_they_stand_in_order_and_apart() -> None:
    text = f"send £200 or 0.002 BTC to {SEGWIT} by 6pm tomorrow, see bit.ly/3xYz"
    spots = spots_in(text, "", CATALOGUE, TAKEN)
    assert [one.kind for one in spots] == ["money", "money", "bitcoin_address", "deadline", "link"]
    assert all(one.end <= two.start for one, two in pairwise(spots))


def test_a_page_of_theirs_is_no_link_besides() -> None:
    assert kinds("https://www.instagram.com/amelie.laurent_91/") == ["identifier"]


@pytest.mark.parametrize(
    ("text", "near", "kind"),
    [
        ("+44 7700 900123", "", "phone"),
        ("+44 7700 900123", "WhatsApp", "identifier"),
        ("wa.me/447700900123", "", "identifier"),
        ("text +44 7700 900123", "", "phone"),
        ("07700 900123", "my WhatsApp", "phone"),
    ],
)
def test_a_telephone_number_is_one_of_the_app_only_where_a_word_says_so(
    text: str, near: str, kind: str
) -> None:
    assert kinds(text, near) == [kind]


def test_what_is_whole_in_the_first_line_does_not_go_over_two() -> None:
    assert wrapped_in(f"{SEGWIT} now", len(SEGWIT), CATALOGUE) == ()
    (one,) = wrapped_in(f"{SEGWIT[:20]} {SEGWIT[20:]}", 20, CATALOGUE)
    assert one.value == SEGWIT


def test_a_code_keeps_its_place_and_its_end() -> None:
    text = "Steam card code AB12C-D34EF-5GH67 for you"
    spots = spots_in(text, "", CATALOGUE, TAKEN)
    shown = hidden(text, spots)
    assert len(shown) == len(text)
    assert shown.endswith("-•GH67 for you")
    assert "AB12C" not in shown


def test_words_that_go_on_in_the_next_line_are_found_whole() -> None:
    text = "or i post it. you have until 6pm tomorrow"
    (one,) = going_on_in(text, [text.index(" tomorrow")], TAKEN)
    assert one.shown == "until 6pm tomorrow"
    assert going_on_in(text, [text.index(" i")], TAKEN) == ()


def test_a_country_at_the_end_of_a_line_belongs_to_the_number_in_the_next() -> None:
    (one,) = wrapped_in("call me +44 7700 900123", len("call me +44"), CATALOGUE)
    assert one.value == "+447700900123"
    (other,) = wrapped_in("call me +44 7700 900123", len("call me +44 7700"), CATALOGUE)
    assert other.value == one.value
    assert kinds("call me +44 7700") == []
    assert wrapped_in("call me 07700 900123", len("call me 07700"), CATALOGUE) == ()


def test_a_label_before_the_end_of_a_line_counts_for_the_number_after_it() -> None:
    (one,) = spots_after("send the MTCN", "583 204 9176 and call me", "", CATALOGUE, TAKEN)
    assert (one.kind, one.start, one.end) == ("mtcn", 0, 12)
    assert one.seen is not None
    assert one.seen.places[:3] == (0, 1, 2)


@pytest.mark.parametrize("text", ["call me about 82141.22", "0029827125", "002 982 7125", "+44 7700"])
def test_digits_that_only_look_like_a_telephone_number_are_none(text: str) -> None:
    assert kinds(text) == []


def test_a_number_with_zeros_for_its_country_is_one_where_its_country_gives_it_out() -> None:
    assert kinds("0044 20 7946 0958") == ["phone"]
