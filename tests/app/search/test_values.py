# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from app.model import Rect
from app.search.values import ReadText

LINE = ReadText(Rect(100, 50, 400, 20), "send", 900, (0, 250, 500, 750))


@pytest.mark.parametrize(
    ("start", "end", "place"),
    [
        (0, 4, Rect(100, 50, 400, 20)),
        (1, 3, Rect(200, 50, 200, 20)),
        (3, 4, Rect(400, 50, 100, 20)),
    ],
)
def test_a_part_of_a_line_stands_where_its_characters_do(start: int, end: int, place: Rect) -> None:
    assert LINE.part(start, end) == place


@pytest.mark.parametrize(("start", "end"), [(2, 2), (3, 1), (0, 5), (-1, 2)])
def test_what_is_no_part_of_it_is_the_whole_line(start: int, end: int) -> None:
    assert LINE.part(start, end) == LINE.rect


def test_without_edges_the_line_is_all_that_is_known() -> None:
    assert ReadText(LINE.rect, "send", 900).part(1, 2) == LINE.rect


def test_the_thinnest_character_is_still_seen() -> None:
    assert ReadText(Rect(0, 0, 2, 9), "lll", 900, (0, 1, 2)).part(1, 2).width == 1
