# SPDX-License-Identifier: MIT
"""Every list is there, and finds whole words only."""

from __future__ import annotations

import dataclasses

import pytest

from app import paths
from app.errors import GuideInvalid
from app.search import told
from app.search.told import Told, as_label, asks_for, lists, one_of, way_in, words_of

NAMES = [field.name for field in dataclasses.fields(Told) if field.name not in {"source", "ways"}]


@pytest.mark.parametrize("name", NAMES)
def test_each_list_is_an_expression(name: str) -> None:
    assert getattr(lists(), name)
    assert words_of(name).search("") is None


def test_a_word_is_found_whole_and_in_any_case() -> None:
    assert words_of("asked").search("SEND it")
    assert not words_of("asked").search("sender")


def test_a_longer_word_goes_first() -> None:
    assert one_of("endings").split("|")[0] == "website"


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("send it with western union", ("western union", "western_union")),
        ("PayPal or Western Union", ("PayPal", "paypal")),
        ("0.002 BTC", ("BTC", "bitcoin")),
        ("20 mg of it", None),
        ("a steam gift card", ("steam", "gift_card")),
        ("USDT TRC20", ("USDT", "crypto")),
        ("pay me", None),
    ],
)
def test_a_way_to_pay_is_known_by_its_words(text: str, way: tuple[str, str] | None) -> None:
    assert way_in(text) == way


def test_every_way_has_its_file() -> None:
    known = {path.stem for path in (paths.resources() / "payments").glob("*.toml")}
    assert {way.method for way in lists().ways} <= known


def test_a_list_that_is_no_expression_is_named(monkeypatch) -> None:
    broken = dataclasses.replace(lists(), threat=("(",))
    monkeypatch.setattr(told, "lists", lambda: broken)
    words_of.cache_clear()
    with pytest.raises(GuideInvalid, match="threat"):
        words_of("threat")
    words_of.cache_clear()


def test_what_is_asked_for_has_a_number() -> None:
    assert asks_for("send 500 more")
    assert asks_for("I want only £200")
    assert not asks_for("send me your number")
    assert not asks_for("I sent 500 pictures")


def test_a_word_of_a_sentence_is_no_label_unless_it_stands_alone() -> None:
    assert as_label("Mobile") == "Mobile"
    assert "call" not in as_label("can you call me later today")
    assert "MTCN" in as_label("please send me the MTCN now")
