# SPDX-License-Identifier: MIT
from __future__ import annotations

from app.identify.values import Box, Doubt, Reading
from app.identify.wire import ReadLine
from app.model import Rect
from app.search.lines import texts_of
from app.search.values import ReadText, Unsure


def test_a_line_keeps_its_place_its_doubts_and_how_sure_it_is() -> None:
    reading = Reading("Pal1", 0.8761, (Doubt(3, ("1", "l")),), False, (0.0, 0.25, 0.5, 0.75))
    (text,) = texts_of([ReadLine(Box(10, 20, 110, 44), reading)])
    assert text == ReadText(Rect(10, 20, 100, 24), "Pal1", 876, (0, 250, 500, 750), (Unsure(3, ("1", "l")),))
    assert text.part(1, 3) == Rect(35, 20, 50, 24)


def test_a_line_without_a_letter_is_left_out() -> None:
    assert texts_of([ReadLine(Box(0, 0, 9, 9), Reading(" ", 0.5))]) == ()


def test_numbers_out_of_range_are_brought_into_it() -> None:
    (text,) = texts_of([ReadLine(Box(5, 5, 5, 9), Reading("a", 1.2, edges=(-0.1,)))])
    assert (text.permille, text.edges_permille, text.rect.width) == (1000, (0,), 1)
