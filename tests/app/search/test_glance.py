# SPDX-License-Identifier: MIT
"""A time and a known name in what was read; nothing is made of what was not read surely."""

from __future__ import annotations

import pytest

from app.model import Rect
from app.search.glance import name_in, time_in
from app.search.values import ReadText


def line(text: str, y: int = 0, permille: int = 950) -> ReadText:
    return ReadText(Rect(0, y, 100, 20), text, permille)


def test_the_time_that_stands_lowest_is_the_clock() -> None:
    texts = [line("02:16  24/11/2026", 700), line("22:14", 100), line("hi Tom", 120)]
    assert time_in(texts) == "02:16"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("at 9:05 she wrote", "9:05"),
        ("23:59.", "23:59"),
        ("£9.50", ""),
        ("25:10", ""),
        ("12:61", ""),
        ("24.11.2026", ""),
        ("00:14:25", ""),
        ("MTCN 123:456", ""),
        ("", ""),
    ],
)
def test_only_a_time_of_day_is_one(text: str, found: str) -> None:
    assert time_in([line(text)]) == found


def test_what_was_not_read_surely_is_not_said() -> None:
    assert time_in([line("02:16", permille=500)]) == ""


def test_a_known_name_is_found_whatever_its_case_and_accents() -> None:
    texts = [line("AMELIE LAURENT"), line("live:.cid.8f3a1b2c4d5e6f70")]
    assert name_in(texts, ["Tom", "Amélie Laurent"]) == "Amélie Laurent"
    assert name_in(texts, ["live:.cid.8f3a1b2c4d5e6f70"]) == "live:.cid.8f3a1b2c4d5e6f70"
    assert name_in(texts, ["Ellie"]) == ""
    assert name_in([line("me and you")], ["me"]) == ""
