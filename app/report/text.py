# SPDX-License-Identifier: MIT
"""Styled text and how it breaks into lines. There is no markup: what a span holds is what is printed.

Source of sizes: the project's report design, section 1 (10.5 pt and more; header and footer 9).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from app.report.fonts import BOLD, MONO, MONO_BOLD, NO_BREAK, REGULAR
from app.report.letters import clusters
from app.report.parting import atoms_of, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.report.fonts import Fonts

INK = "#1F2A30"
GREY = "#4A565D"
TEAL = "#1F5F6B"
RULE = "#76838A"
TINT = "#EEF2F2"
WHITE = "#FFFFFF"

MOST_REMEMBERED = 4096  # texts; labels and sentences come again on every page, and all of them when drawn
_DOTS = "…"
_NEARLY = 0.01  # points, the most that adding up widths in another order changes
_BOLDER = {REGULAR: BOLD, MONO: MONO_BOLD}


@dataclass(frozen=True, slots=True)
class Style:
    """Face, size and leading in points, colour."""

    face: str = REGULAR
    size: float = 10.5
    leading: float = 14
    colour: str = INK

    @property
    def bold(self) -> Style:
        """The same, bold."""
        return _bold(self)

    @property
    def mono(self) -> Style:
        """The same in the fixed-width family."""
        return replace(self, face=MONO_BOLD if self.face == BOLD else MONO)

    def sized(self, size: float, leading: float) -> Style:
        """Return the same in another size."""
        return replace(self, size=size, leading=leading)

    def in_colour(self, colour: str) -> Style:
        """Return the same in another colour."""
        return replace(self, colour=colour)


@cache
def _bold(style: Style) -> Style:
    return replace(style, face=_BOLDER.get(style.face, style.face))


BODY = Style()
GREY_BODY = Style(colour=GREY)
H1 = Style(BOLD, 20, 24)
H1_LIGHT = Style(REGULAR, 13, 17)
H2 = Style(BOLD, 13, 17, TEAL)
H2_SMALL = Style(BOLD, 12, 15, TEAL)
ACT_BAR = Style(BOLD, 13, 16, WHITE)
ACT_LABEL = Style(BOLD, 11.5, 15)
ACT_FIRST = Style(BOLD, 12.5, 17)
ACT_LIGHT = Style(REGULAR, 12.5, 17)
ACT_NUMBER = Style(MONO_BOLD, 14, 17)
IDENTIFIER = Style(MONO_BOLD, 13, 17)
CODE = Style(MONO, 10.5, 15)
FINGERPRINT = Style(MONO_BOLD, 13, 19)
SMALL = Style(REGULAR, 9, 11)
SMALL_GREY = Style(REGULAR, 9, 11, GREY)
SMALL_BOLD = Style(BOLD, 9, 11)
SMALL_MONO = Style(MONO, 9, 11)


@dataclass(frozen=True, slots=True)
class Span:
    """Printable text in one style. ``to``: the place in the document that it leads to, if any."""

    text: str
    style: Style
    to: str = ""

    def saying(self, text: str) -> Span:
        """Return the same with another text; much faster than ``replace``, and wrapping does little else."""
        return Span(text, self.style, self.to)


@dataclass(frozen=True, slots=True)
class Piece:
    """What one font draws in one go. ``to``: the place in the document that it leads to, if any."""

    text: str
    font: str
    size: float
    colour: str
    width: float
    to: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of pieces, with its width and the leading it wants.

    Attributes:
        is_broken: its last word goes on in the next line.
    """

    pieces: tuple[Piece, ...]
    width: float
    leading: float
    is_broken: bool = False

    @property
    def text(self) -> str:
        """What it says."""
        return "".join([piece.text for piece in self.pieces])


def leading_to(place: str, spans: Iterable[Span]) -> list[Span]:
    """Return the spans as one link to a place in the document."""
    return [Span(span.text, span.style, place) for span in spans]


def whole(text: str) -> str:
    """Return the text so that no line breaks inside it."""
    return text.replace(" ", NO_BREAK)


def wrap(fonts: Fonts, spans: Iterable[Span], width: float, *, at_most: int | None = None) -> list[Line]:
    """Return the lines that the spans fill; no word is broken unless it alone is wider than a line.

    A line end in a span (ours; stored text has none left) begins a new line. With ``at_most`` the last line
    kept ends in an ellipsis where more would follow.
    """
    return list(_wrapped(fonts, tuple(spans), width, at_most))


@lru_cache(MOST_REMEMBERED)
def _wrapped(fonts: Fonts, spans: tuple[Span, ...], width: float, at_most: int | None) -> tuple[Line, ...]:
    """Return the lines, which are remembered."""
    said = [span for span in spans if span.text]
    if said and said[0].text[0] != " " and all(fonts.draws_alone(one.text, one.style.face) for one in said):
        line = one_line(fonts, said)
        if line.width < width - _NEARLY:
            return (line,)  # as most are; no word need be looked at
    lines = [line for part in parts_of(spans) for line in _Wrapping(fonts, width).lines(part)]
    if at_most is None or len(lines) <= at_most:
        return tuple(lines)
    return (*lines[: at_most - 1], _cut(fonts, lines[at_most - 1], width))


class _Wrapping:
    """Fills lines from the left; one object for one text."""

    def __init__(self, fonts: Fonts, width: float) -> None:
        """Start with an empty line."""
        self._fonts = fonts
        self._limit = width
        self._done: list[list[Span]] = []
        self._line: list[Span] = []
        self._used = 0.0
        self._broken: set[int] = set()

    def lines(self, spans: Iterable[Span]) -> list[Line]:
        """Return the finished lines, one empty line for no text."""
        least = 0.0
        for gap, atom in atoms_of(spans):
            least = min((span.style.leading for span in atom), default=least)
            self._place(gap, atom)
        self._done.append(self._line)
        done = enumerate(self._done)
        return [_line(self._fonts, line, least, is_broken=n in self._broken) for n, line in done]

    def _place(self, gap: Span | None, atom: list[Span]) -> None:
        """Put one word on this line or the next, with what stands in the gap before it."""
        wide = sum(self._width(span) for span in atom)
        if wide > self._limit and any(" " in span.text for span in atom):
            self._place_loosely(gap, atom)
            return
        if self._line and gap:
            if self._used + self._width(gap) + wide > self._limit:
                self._end_line()
            else:
                self._add(gap)
        for span in atom:
            self._add_or_break(span)

    def _place_loosely(self, gap: Span | None, atom: list[Span]) -> None:
        """Put right-to-left words, which are wider than a line together, one by one."""
        for between, word in atoms_of(atom, is_loose=True):
            self._place(between or gap, word)
            gap = None

    def _add_or_break(self, span: Span) -> None:
        """Put a part of a word on the line, broken between letters if it is wider than what is left."""
        if self._used + self._width(span) <= self._limit + _NEARLY:
            self._add(span)
            return
        kept = ""
        for letters in clusters(span.text):
            # Letters that join are not as wide as each by itself: only together they can be measured.
            wide = self._fonts.measured(kept + letters, span.style.face, span.style.size)
            if self._used + wide > self._limit and (kept or self._line):
                self._add(span.saying(kept))
                self._broken.add(len(self._done))
                self._end_line()
                kept = ""
            kept += letters
        self._add(span.saying(kept))

    def _add(self, span: Span) -> None:
        if span.text:
            self._line.append(span)
            self._used += self._width(span)

    def _end_line(self) -> None:
        self._done.append(self._line)
        self._line = []
        self._used = 0.0

    def _width(self, span: Span) -> float:
        return self._fonts.advance(span.text, span.style.face, span.style.size)


def text_width(fonts: Fonts, span: Span) -> float:
    """Return the width of a span in points."""
    return fonts.advance(span.text, span.style.face, span.style.size)


def one_line(fonts: Fonts, spans: Sequence[Span]) -> Line:
    """Return the spans as one line, however wide."""
    return _one_line(fonts, tuple(spans))


@lru_cache(MOST_REMEMBERED)
def _one_line(fonts: Fonts, spans: tuple[Span, ...]) -> Line:
    return _line(fonts, spans, 0.0)


def _line(fonts: Fonts, spans: Iterable[Span], least: float, *, is_broken: bool = False) -> Line:
    """Return pieces by font, neighbours in one style that lead to one place joined.

    It is as high as its largest span wants; with none, as ``least``.
    """
    joined: list[Span] = []
    for span in spans:
        if joined and (joined[-1].style, joined[-1].to) == (span.style, span.to):
            joined[-1] = span.saying(joined[-1].text + span.text)
        else:
            joined.append(span)
    pieces = [
        Piece(run, font, span.style.size, span.style.colour, fonts.width(run, font, span.style.size), span.to)
        for span in joined
        for font, run in fonts.runs(span.text, span.style.face)
    ]
    leading = max((span.style.leading for span in joined), default=least)
    return Line(tuple(pieces), sum(piece.width for piece in pieces), leading, is_broken)


def _cut(fonts: Fonts, line: Line, width: float) -> Line:
    """Return the line with an ellipsis at its end, letters dropped until it fits."""
    if not line.pieces:
        return line
    *before, last = line.pieces
    dots_font = last.font if fonts.draws(last.font, _DOTS) else REGULAR
    dots = replace(last, text=_DOTS, font=dots_font, width=fonts.width(_DOTS, dots_font, last.size))
    room = width - dots.width - sum(piece.width for piece in before)
    kept = clusters(last.text.rstrip())
    while kept and fonts.width("".join(kept), last.font, last.size) > room:
        kept.pop()
    text = "".join(kept)
    pieces = [*before, replace(last, text=text, width=fonts.width(text, last.font, last.size)), dots]
    return Line(tuple(pieces), sum(piece.width for piece in pieces), line.leading)
