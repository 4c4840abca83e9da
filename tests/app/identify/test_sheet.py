# SPDX-License-Identifier: MIT
"""A line is read once, and its characters are found in the picture again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.identify.sheet import Sheet
from app.identify.values import Reading, TextLine
from tests.fakes.written import Page

if TYPE_CHECKING:
    from app.identify.planes import Plane


def test_a_line_is_read_once_and_its_words_have_places() -> None:
    page = Page()
    whole = TextLine(page.write(30, 30, "Skype amelie"), is_blue=False)
    value = page.write(300, 30, "amelie")
    asked: list[int] = []

    def read(crops: list[Plane]) -> list[Reading]:
        asked.append(len(crops))
        return [Reading("Skype amelie", 0.9) for _ in crops]

    sheet = Sheet(page.pixels, read)
    entry = sheet.entry(whole)
    assert sheet.text(whole) == "Skype amelie"
    assert (asked, sheet.count) == ([1], 1)
    assert [at for at, _ in entry.gaps] == [6]
    part = entry.box_of(6, 12)
    assert abs(part.width_px - value.width_px) <= 2
    assert part.right == whole.box.right
    assert entry.box_of(0, 12) == whole.box
    assert entry.box_of(0, 5).right < part.left
