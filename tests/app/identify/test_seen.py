# SPDX-License-Identifier: MIT
"""What a line says by itself is proposed with its place and its doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import paths
from app.identify.platforms import Catalogue
from app.identify.seen import seen_in
from app.identify.sheet import Sheet
from app.identify.values import Doubt, Reading, TextLine
from tests.fakes.written import Page

if TYPE_CHECKING:
    from app.identify.planes import Plane

CATALOGUE = Catalogue.load(paths.resources() / "platforms")


def test_an_address_in_a_line_has_its_own_box_and_doubts() -> None:
    text = "see instagram.com/al0 there"
    page = Page()
    line = TextLine(page.write(30, 30, text), is_blue=False)

    def read(crops: list[Plane]) -> list[Reading]:
        edges = tuple(at / len(text) for at in range(len(text)))
        return [Reading(text, 0.9, (Doubt(20, ("0", "O")),), edges=edges) for _ in crops]

    (proposal,) = seen_in(Sheet(page.pixels, read), [line], CATALOGUE)
    assert (proposal.platform, proposal.value) == ("instagram", "al0")
    assert line.box.left + 40 < proposal.box.left < proposal.box.right < line.box.right - 10
    assert ("0", "O") in [doubt.options[:2] for doubt in proposal.doubts]
