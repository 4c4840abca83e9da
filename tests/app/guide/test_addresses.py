# SPDX-License-Identifier: MIT
"""An unusual address is told from a usual one, and none can disturb the line that shows it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.guide.addresses import SHOWN, Oddity, oddity, shown_address


@pytest.mark.parametrize(
    "address",
    [
        "https://www.instagram.com/tom.hale/",
        "http://x.com/tom",
        "instagram.com/tom.hale",
        "  https://t.me/some ",
        "https://example.com:8443/a?b=c#d",
        "https://bücher.example/ä",
        "https://someone@example.com/",
        "",
        "   ",
    ],
)
def test_a_usual_address_is_left_alone(address: str) -> None:
    assert oddity(address) is None


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("javascript:alert(1)", Oddity.SCHEME),
        ("JavaScript://example.com/%0aalert(1)", Oddity.SCHEME),
        ("data:text/html,<b>hi</b>", Oddity.SCHEME),
        ("file:///etc/passwd", Oddity.SCHEME),
        ("C:\\Users\\tom", Oddity.SCHEME),
        ("just words", Oddity.SPACE),
        ("word", Oddity.SCHEME),
        ("https://example.com/\u202egpj.exe", Oddity.UNSEEN),
        ("https://exam\u200bple.com/", Oddity.UNSEEN),
        ("https://example.com/\x07", Oddity.UNSEEN),
        ("https://example.com/\ud800", Oddity.UNSEEN),
        ("https://example.com/" + "a" * 10_000, Oddity.LONG),
    ],
)
def test_an_unusual_one_is_named(address: str, what: Oddity) -> None:
    assert oddity(address) is what


@given(st.text(max_size=3_000))
def test_nothing_pasted_disturbs_the_line_that_shows_it(text: str) -> None:
    oddity(text)
    shown = shown_address(text)
    assert len(shown) <= SHOWN + 1
    assert not {unicodedata.category(letter) for letter in shown} & {"Cc", "Cf", "Cs"}


@given(st.text(st.characters(categories=["L", "N", "P"]), max_size=SHOWN))
def test_a_short_plain_one_is_shown_whole(text: str) -> None:
    assert shown_address(text) == text
