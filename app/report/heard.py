# SPDX-License-Identifier: MIT
"""What is drawn, as text: a pen that hears every line on its way to the paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.report.fonts import FIXED, NO_BREAK
from app.report.pens import PassingPen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.report.pens import Pen
    from app.report.text import Line


@dataclass(frozen=True, slots=True)
class Said:
    """One line. ``fixed``: where in it identifiers stand, from and to."""

    text: str
    fixed: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """Everything that was drawn.

    Attributes:
        columns: lines by where they begin, in order: what breaks at the end of one goes on in the next.
        apart: headers, footers and headings that come again, each line by itself.
    """

    columns: dict[float, list[Said]] = field(default_factory=dict)
    apart: list[Said] = field(default_factory=list)

    @classmethod
    def of(cls, lines: Iterable[str]) -> Heard:
        """Return plain lines as if they had been drawn, none going on in the next."""
        return cls(apart=[Said(line) for line in lines])


class HearingPen(PassingPen):
    """Hears every line and passes everything on to another pen."""

    def __init__(self, pen: Pen) -> None:
        """Begin with nothing heard."""
        super().__init__(pen)
        self.heard = Heard()

    def text(self, x: float, baseline: float, line: Line) -> None:
        """Hear a line, and let it be drawn."""
        if self._artifacts:  # it comes again on other pages
            self.heard.apart.append(said_of(line))
        elif line.pieces:
            self.heard.columns.setdefault(round(x, 1), []).append(said_of(line))
        self._pen.text(x, baseline, line)


def said_of(line: Line) -> Said:
    """Return a line as text, with where its identifiers stand."""
    fixed: list[tuple[int, int]] = []
    at = 0
    for piece in line.pieces:
        if piece.font in FIXED:
            fixed.append((at, at + len(piece.text)))
        at += len(piece.text)
    return Said(line.text.replace(NO_BREAK, " "), tuple(fixed))
