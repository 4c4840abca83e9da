# SPDX-License-Identifier: MIT
"""A line of text as a reader hears it: its links, and a space after its last word if that is whole."""

from __future__ import annotations

import re
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from app.report.fonts import BOLD, MONO, MONO_BOLD, REGULAR
from app.report.pens import PassingPen, Tag
from app.report.phrases import exhibit_place
from app.report.text import Line, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from app.report.pens import Pen
    from app.report.writer import Writer

WITH_SPACE = frozenset({REGULAR, BOLD, MONO, MONO_BOLD})
REF = re.compile(r"(?<![\w/.:@#-])[\w-]+/\d+(?:\.\d+)?(?![\w/…])")  # TJH/1, TJH/2.7; never inside an address
ABOVE, BELOW = 0.9, 0.3  # of the size: what can be pressed above and below the baseline


class LinkingPen(PassingPen):
    """Passes everything on to another pen, each line in the parts of which its links are made."""

    def __init__(self, pen: Pen, writer: Writer, known: Mapping[str, int]) -> None:
        """Keep what draws; ``known`` has the page of every place that there is."""
        super().__init__(pen)
        self._writer = writer
        self._known = known
        self._page = 1

    def end_page(self) -> None:
        """Know on which page things stand."""
        self._page += 1
        self._pen.end_page()

    def text(self, x: float, baseline: float, line: Line) -> None:
        """Draw a line: words that lead to a place there is are links.

        So is the number of every exhibit that has a page, whoever wrote it.
        """
        if self._artifacts or not line.pieces:  # what is not read leads nowhere
            self._pen.text(x, baseline, line)
            return
        pieces: Sequence[Piece] = line.pieces
        if any("/" in piece.text for piece in pieces):
            pieces = [part for piece in pieces for part in self._parts(piece)]
        if not line.is_broken:
            pieces = _with_space(pieces)
        if not any(piece.to for piece in pieces):
            self._pen.text(x, baseline, Line(tuple(pieces), line.width, line.leading, line.is_broken))
            return
        for place, group in groupby(pieces, key=self._place_of):
            part = tuple(group)
            run = Line(part, sum(piece.width for piece in part), line.leading, line.is_broken)
            if place:
                self._link(place, x, baseline, run)
            else:
                self._pen.text(x, baseline, run)
            x += run.width

    def _parts(self, piece: Piece) -> Iterator[Piece]:
        """Yield a piece parted at the numbers of exhibits that have a page, other than this one."""
        done = 0
        if "/" in piece.text and piece.font in WITH_SPACE and not piece.to:
            for found in REF.finditer(piece.text):
                place = exhibit_place(found[0])
                if self._known.get(place, self._page) == self._page:
                    continue
                if found.start() > done:
                    yield self._part(piece, piece.text[done : found.start()])
                yield self._part(piece, found[0], place)
                done = found.end()
        if not done:
            yield piece
        elif done < len(piece.text):
            yield self._part(piece, piece.text[done:])

    def _part(self, piece: Piece, text: str, to: str = "") -> Piece:
        """Return a part of a piece."""
        width = self._writer.fonts.width(text, piece.font, piece.size)
        return Piece(text, piece.font, piece.size, piece.colour, width, to)

    def _place_of(self, piece: Piece) -> str:
        """Return where a piece leads to, if there is such a place."""
        return piece.to if piece.to in self._known else ""

    def _link(self, place: str, x: float, baseline: float, run: Line) -> None:
        """Draw words that lead somewhere."""
        size = max(map(attrgetter("size"), run.pieces))
        said = self._writer.plain("link.to", text=run.text.strip(), page=self._known[place])
        self._pen.open(Tag("Link", alt=said))
        self._pen.text(x, baseline, run)
        self._pen.link(place, x, baseline - ABOVE * size, run.width, (ABOVE + BELOW) * size)
        self._pen.close()


def _with_space(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with a space after the last, which takes no room: the next line begins a new word."""
    *before, last = pieces
    if last.font in WITH_SPACE and not last.to:
        return [*before, Piece(f"{last.text} ", last.font, last.size, last.colour, last.width)]
    return [*pieces, Piece(" ", REGULAR, last.size, last.colour, 0.0)]
