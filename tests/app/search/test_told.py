# SPDX-License-Identifier: MIT
"""Every list is there, and finds whole words only."""

from __future__ import annotations

import dataclasses

import pytest

from app.errors import GuideInvalid
from app.search import told
from app.search.told import Told, lists, one_of, words_of

NAMES = [field.name for field in dataclasses.fields(Told) if field.name != "source"]


@pytest.mark.parametrize("name", NAMES)
def test_each_list_is_an_expression(name: str) -> None:
    assert getattr(lists(), name)
    assert words_of(name).search("") is None


def test_a_word_is_found_whole_and_in_any_case() -> None:
    assert words_of("asked").search("SEND it")
    assert not words_of("asked").search("sender")


def test_a_longer_word_goes_first() -> None:
    assert one_of("ways").index("Western Union") < one_of("ways").index("WU")


def test_a_list_that_is_no_expression_is_named(monkeypatch) -> None:
    broken = dataclasses.replace(lists(), threat=("(",))
    monkeypatch.setattr(told, "lists", lambda: broken)
    words_of.cache_clear()
    with pytest.raises(GuideInvalid, match="threat"):
        words_of("threat")
    words_of.cache_clear()
