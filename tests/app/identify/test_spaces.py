# SPDX-License-Identifier: MIT
"""Whether a space stands in a line is decided by its picture, not by its reading."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import ImageFilter

from app.identify.crops import crop
from app.identify.lines import find_lines
from app.identify.spaces import gaps_in, letter_size, part_of, true_spaces, with_low_strokes
from app.identify.values import Doubt, Reading, TextLine
from tests.fakes.panels.ink import font_of
from tests.fakes.written import Page


def spaces_of(written: str, as_read: str, face: str = "open", size_px: int = 14) -> int:
    page = Page(face=face)
    box = page.write(30, 30, written, size_px=size_px)
    plane = crop(page.pixels, TextLine(box, is_blue=False))
    font = font_of(face, size_px, is_bold=False)
    starts = [font.getlength(written[:at]) / font.getlength(written) for at in range(len(written))]
    letters = [start for start, sign in zip(starts, written, strict=True) if sign != " "]
    edges = [letters[len(as_read[:at].replace(" ", ""))] for at in range(len(as_read))]
    return len(true_spaces(Reading(as_read, 0.9, edges=tuple(edges)), plane, box.height_px))


@pytest.mark.parametrize("size_px", [12, 14, 20, 36])
@pytest.mark.parametrize("as_read", ["John Smith", "JohnSmith"])
def test_a_space_in_a_name_is_seen_even_if_it_was_not_read(as_read: str, size_px: int) -> None:
    assert spaces_of("John Smith", as_read, size_px=size_px) == 1


@pytest.mark.parametrize("size_px", [12, 14, 20, 36])
@pytest.mark.parametrize("as_read", ["live:.cid.8f3a1b2c4d5e6f70", "live: .cid. 8f3a1b2c 4d5e6f70"])
@pytest.mark.parametrize("face", ["open", "noto", "inter"])
def test_a_space_that_was_only_read_is_none(as_read: str, size_px: int, face: str) -> None:
    assert spaces_of("live:.cid.8f3a1b2c4d5e6f70", as_read, face, size_px) == 0


def test_letters_that_touch_have_no_gap() -> None:
    page = Page()
    box = page.write(30, 30, "l l")
    (gap,) = gaps_in(crop(page.pixels, TextLine(box, is_blue=False)))
    assert gap.width_px >= 3


def test_the_size_of_letters_does_not_depend_on_which_they_are() -> None:
    assert letter_size("aceno", 53) == pytest.approx(letter_size("dbgp", 93), rel=0.01)


def test_doubts_move_with_their_letters() -> None:
    reading = Reading("a l0", 0.9, (Doubt(2, ("l", "I")), Doubt(3, ("0", "O"))), edges=(0.0, 0.2, 0.4, 0.6))
    kept = part_of(reading, [0, 2, 3])
    assert kept.text == "al0"
    assert [doubt.index for doubt in kept.doubts] == [1, 2]
    assert kept.edges == (0.0, 0.4, 0.6)


def test_an_underscore_that_was_read_as_a_space_is_seen() -> None:
    for written, as_read in (("zbtknk_arm", "zbtknk arm"), ("Nina Laurent", "Nina Laurent")):
        page = Page()
        page.write(30, 30, written, size_px=24)
        plane = crop(page.pixels, find_lines(page.pixels)[0])
        edges = tuple(at / len(as_read) for at in range(len(as_read)))
        shown = with_low_strokes(Reading(as_read, 0.9, edges=edges), plane)
        assert shown.text == written
        assert [doubt.options for doubt in shown.doubts] == ([("_", " ")] if "_" in written else [])


@pytest.mark.parametrize("text", ["See you on Skype", "Clara Smith", "ok thanks"])
def test_spaces_are_seen_in_a_photograph_that_is_not_sharp(text: str) -> None:
    page = Page(400, 80)
    page.write(30, 20, text, size_px=22)
    blurred = np.asarray(page.image.filter(ImageFilter.GaussianBlur(1.0)))
    plane = crop(blurred, find_lines(blurred)[0])
    font = font_of("open", 22, is_bold=False)
    starts = [font.getlength(text[:at]) / font.getlength(text) for at, sign in enumerate(text) if sign != " "]
    bare = text.replace(" ", "")
    (line,) = find_lines(blurred)
    found = true_spaces(Reading(bare, 0.9, edges=tuple(starts)), plane, line.box.height_px)
    assert len(found) == text.count(" ")
