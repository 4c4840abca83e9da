# SPDX-License-Identifier: MIT
"""Lines of text are found in any colour on any ground, apart from frames, pictures and one another."""

from __future__ import annotations

import numpy as np
import pytest

from app.identify.lines import find_lines, joined, runs
from app.identify.values import Box
from tests.fakes.captures import capture
from tests.fakes.written import BLACK, GREY, NIGHT, WHITE, Page, share_of


def boxes(page: Page) -> list[Box]:
    return [line.box for line in find_lines(page.pixels)]


@pytest.mark.parametrize(
    ("ground", "ink"), [(WHITE, BLACK), (WHITE, GREY), (NIGHT, WHITE), ("#2b4f81", "#d0d0d0")]
)
@pytest.mark.parametrize("size_px", [11, 14, 28, 40])
def test_each_line_has_its_box(ground: str, ink: str, size_px: int) -> None:
    page = Page(900, 300, ground)
    drawn = [page.write(30, 30 + row * 2 * size_px, "Skype live:amelie_1", ink, size_px) for row in range(3)]
    found = boxes(page)
    assert len(found) == len(drawn)
    assert all(share_of(one, two) > 0.8 for one, two in zip(found, drawn, strict=True))


def test_a_label_and_its_value_are_two_lines() -> None:
    page = Page()
    drawn = [page.write(20, 40, "Skype", GREY), page.write(150, 40, "gen.beringer")]
    assert [share_of(one, two) > 0.8 for one, two in zip(boxes(page), drawn, strict=True)] == [True, True]


def test_text_in_a_frame_is_found_without_it() -> None:
    page = Page()
    page.button(Box(20, 40, 240, 72), fill=None, outline=GREY)
    drawn = page.write(36, 46, "gen.beringer")
    assert any(share_of(one, drawn) > 0.75 for one in boxes(page))


def test_lines_beside_a_picture_are_apart_from_it() -> None:
    page = Page()
    page.disc(20, 20, 40, "#b5651d")
    drawn = [
        page.write(66, 18, "Clara Smith", size_px=15, is_bold=True),
        page.write(66, 42, "See you", GREY, 13),
    ]
    found = boxes(page)
    assert all(any(share_of(one, two) > 0.75 for one in found) for two in drawn)


def test_nothing_is_found_on_an_empty_page_nor_in_a_sliver() -> None:
    page = Page()
    assert boxes(page) == []
    assert find_lines(page.pixels, Box(5, 5, 8, 200)) == ()


def test_a_part_of_a_page_is_searched_in_its_own_place() -> None:
    page = Page()
    drawn = page.write(200, 100, "Skype Name")
    page.write(20, 20, "Elsewhere")
    (line,) = find_lines(page.pixels, Box(150, 80, 400, 140))
    assert share_of(line.box, drawn) > 0.8


def test_runs_end_at_a_wide_gap_only() -> None:
    filled = np.array([0, 1, 1, 0, 1, 0, 0, 0, 1], bool)
    assert runs(filled, 2) == [(1, 5), (8, 9)]
    assert runs(np.zeros(4, bool), 2) == []


def test_a_full_stop_belongs_to_its_line_and_a_picture_does_not() -> None:
    line, stop, picture = Box(10, 10, 60, 26), Box(62, 22, 64, 25), Box(66, 0, 106, 40)
    assert joined([line, stop]) == [Box(10, 10, 64, 26)]
    assert len(joined([line, picture])) == 2


@pytest.mark.parametrize("size_px", [14, 22, 30])
def test_a_large_name_and_a_small_line_under_it_stay_whole_beside_a_picture(size_px: int) -> None:
    page = Page(640, 160)
    page.disc(20, 20, 70, "#b5651d")
    drawn = [page.write(104, 22, "Lily Olsen", size_px=size_px), page.write(104, 66, "Online", GREY, 14)]
    assert all(any(share_of(one, two) > 0.8 for one in boxes(page)) for two in drawn)


def test_the_dots_of_small_letters_belong_to_their_line() -> None:
    page = Page()
    drawn = page.write(30, 30, "minucus", size_px=30)
    (found,) = boxes(page)
    assert share_of(found, drawn) > 0.85


@pytest.mark.parametrize("size_px", [11, 14, 22])
def test_an_underscore_below_letters_that_do_not_hang_belongs_to_its_line(size_px: int) -> None:
    for face in ("open", "noto", "inter"):
        page = Page(face=face)
        drawn = page.write(30, 30, "live:ab_1", size_px=size_px)
        page.write(30, 80, "next", size_px=size_px)
        assert any(abs(box.bottom - drawn.bottom) <= 1 and box.left < 34 for box in boxes(page))


@pytest.mark.parametrize("seed", [10_045, 10_184, 10_092])
def test_the_ripples_of_a_jpeg_hide_no_line_and_join_none(seed: int) -> None:
    shown = capture(seed)

    def missed(*, has_ripples: bool) -> int:
        found = [line.box for line in find_lines(np.asarray(shown.image), has_ripples=has_ripples)]
        return sum(not any(holds(box, one) for box in found) for each in shown.planted for one in each.boxes)

    assert missed(has_ripples=True) == 0 < missed(has_ripples=False)


def holds(line: Box, word: Box) -> bool:
    """Whether a line holds a word, and nothing above or under it."""
    across = line.left <= word.left + 4 and word.right - 4 <= line.right
    return across and abs(line.top - word.top) < 0.5 * word.height_px > abs(line.bottom - word.bottom)
