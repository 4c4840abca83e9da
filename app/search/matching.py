# SPDX-License-Identifier: MIT
"""What was typed, found in the lines of a picture: as it stands there, or in signs that look alike."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from app.search.document import document
from app.search.folding import Folded, folded
from app.search.values import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.model import ExhibitId
    from app.search.values import ReadText

MOST_TYPED = 400  # characters of a query that count; more is no search but a paste
MOST_TERMS = 12
MOST_SPANS = 64  # places of one term in one picture that are looked at
_LEAST_BROKEN, _LEAST_PIECE = (
    5,
    2,
)  # signs: a shorter word is not looked for across a space or the end of a line


class Nearness(IntEnum):
    """How near to one another the words of a query stand in a picture; the nearest first."""

    PHRASE = 0
    LINE = 1
    PICTURE = 2


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, as it is compared.

    Attributes:
        phrase: all of it.
        terms: each word of it; only the phrase where it is one word.
        literal: what was typed, where it holds no letter and no number, such as a currency sign; else empty.
    """

    phrase: Folded
    terms: tuple[Folded, ...]
    literal: str = ""

    @classmethod
    def of(cls, typed: str) -> Query:
        """Return what was typed as it is compared; nothing is found for one that holds nothing."""
        typed = typed[:MOST_TYPED]
        each = tuple(one for one in map(folded, typed.split()) if one.signs)[:MOST_TERMS]
        return cls(folded(typed), each, "" if each else "".join(filter(_is_seen, typed)))


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters of one line that were found, from ``start`` to before ``end``."""

    line: int
    start: int
    end: int
    is_exact: bool


@dataclass(frozen=True, slots=True)
class Found:
    """Where in one picture a query stands.

    Attributes:
        is_exact: it stands there as it was typed.
        nearness: how near to one another its words are.
        lines: the lines to show, the best first, each with its marks.
    """

    is_exact: bool
    nearness: Nearness
    lines: tuple[tuple[Mark, ...], ...]

    @property
    def rank(self) -> tuple[bool, int]:
        """What is found better has a lower one."""
        return not self.is_exact, self.nearness


def hits(typed: str, original: ExhibitId, texts: Iterable[ReadText]) -> tuple[Hit, ...]:
    """Return every line of one picture in which this stands, the best first."""
    made = document(texts)
    found = Page(made.signs, made.starts, [text.text for text in made.texts]).find(Query.of(typed))
    return tuple(hit_of(original, made.texts[marks[0].line], marks) for marks in found.lines) if found else ()


def hit_of(original: ExhibitId, line: ReadText, marks: Sequence[Mark]) -> Hit:
    """Return the hit that these marks in this line are."""
    spans = tuple(sorted({(mark.start, mark.end) for mark in marks}))
    return Hit(original, line, spans, all(mark.is_exact for mark in marks))


class Page:
    """The text of one picture, looked through."""

    def __init__(self, signs: str, starts: Sequence[int], texts: Sequence[str]) -> None:
        """Look through these lines, which begin at these places of ``signs``."""
        self._signs = signs
        self._starts = starts
        self._texts = texts
        self._folded: dict[int, Folded] = {}

    def find(self, query: Query, enough: int | None = None) -> Found | None:
        """Return where the query stands; None if it does not, or not all of its words do.

        Args:
            query: what is looked for.
            enough: so many exact places, or one of each word, are enough; all that stand there if None.
        """
        some, one = (MOST_SPANS, MOST_SPANS) if enough is None else (enough, 1)
        if query.literal:
            return self._literal(query.literal)
        if not query.terms:
            return None
        phrase = self._places(query.phrase, some)
        if phrase:
            return _found(Nearness.PHRASE, [phrase])
        if len(query.terms) < 2:
            return None
        in_lines = self._in_lines(query, some)
        if in_lines:
            return _found(Nearness.LINE, in_lines)
        each = [self._places(term, one) for term in query.terms]
        return _found(Nearness.PICTURE, each) if all(each) else None

    def nearness(self, query: Query) -> Nearness:
        """Return how near the words of a query may stand at best, of which each stands somewhere here."""
        return Nearness.PICTURE if next(self._lines(query), None) is None else Nearness.LINE

    def _lines(self, query: Query) -> Iterator[tuple[int, int]]:
        """Go through the lines that hold the signs of every word: where each begins and ends."""
        rare, *others = sorted((term.signs for term in query.terms), key=len, reverse=True)
        signs, starts = self._signs, self._starts
        at = signs.find(rare)
        while at >= 0:
            line = bisect_right(starts, at)
            start, end = starts[line - 1], starts[line] if line < len(starts) else len(signs)
            here = signs[start:end]
            for other in others:
                if other not in here:
                    break
            else:
                yield start, end
            at = signs.find(rare, end)

    def _in_lines(self, query: Query, enough: int) -> list[list[tuple[Mark, ...]]]:
        """Return the places of each word in lines that hold all of them; nothing if there is no such line."""
        each: list[list[tuple[Mark, ...]]] = [[] for _ in query.terms]
        for start, end in self._lines(query):
            here = [self._places(term, enough, start, end) for term in query.terms]
            if all(here):
                each = [before + places for before, places in zip(each, here, strict=True)]
                if len(each[0]) >= enough:
                    break
        return each if all(each) else []

    def _literal(self, wanted: str) -> Found | None:
        """Return where exactly these characters stand."""
        found = [
            [(Mark(line, at, at + len(wanted), is_exact=True),)]
            for line, text in enumerate(self._texts)
            if (at := text.find(wanted)) >= 0
        ]
        return _found(Nearness.PHRASE, [[span for line in found for span in line]]) if found else None

    def _places(
        self, term: Folded, enough: int, start: int = 0, end: int | None = None
    ) -> list[tuple[Mark, ...]]:
        """Return the places of a term; one that a line ends in has a mark in each of its lines."""
        at, exact, places = start - 1, 0, list[tuple[Mark, ...]]()
        for _ in range(MOST_SPANS):
            at = self._signs.find(term.signs, at + 1, end)
            if at < 0 or exact == enough:
                break
            marks = self._span(at, term)
            if marks:
                places.append(marks)
                exact += marks[0].is_exact
        return places

    def _span(self, at: int, term: Folded) -> tuple[Mark, ...]:
        """Return the marks of the term at a place; none if it stands there only by chance."""
        line = bisect_right(self._starts, at) - 1
        own, start = self._of(line), at - self._starts[line]
        end = start + len(term.signs)
        if own.plain[start:end] == term.plain and own.places[end - 1] - own.places[start] == end - 1 - start:
            return (Mark(line, *own.part(start, end), is_exact=True),)  # as nearly all are
        return self._odd(at, term)

    def _odd(self, at: int, term: Folded) -> tuple[Mark, ...]:
        """Return the marks of a term with other signs, spaces or ends of lines in it than were typed."""
        pieces = list(self._pieces(at, at + len(term.signs)))
        plain = "".join(self._of(line).plain[start:end] for line, start, end in pieces)
        alike = sum(one == other for one, other in zip(plain, term.plain, strict=False))
        if 2 * alike <= len(term.plain):
            return ()  # such as "100" in "look"
        broken = self._broken(pieces, term)
        if broken and not self._may_break(pieces, broken, len(plain)):
            return ()
        is_exact = plain == term.plain and not broken
        return tuple(Mark(line, *self._of(line).part(start, end), is_exact) for line, start, end in pieces)

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Go through the lines of a span: which, and from which of its signs to before which."""
        line = bisect_right(self._starts, start) - 1
        while start < end:
            first = self._starts[line]
            after = self._starts[line + 1] if line + 1 < len(self._starts) else len(self._signs)
            if start < min(end, after):
                yield line, start - first, min(end, after) - first
            start, line = max(start, min(end, after)), line + 1

    def _broken(self, pieces: Sequence[tuple[int, int, int]], term: Folded) -> list[int]:
        """Return before which signs of the span the text has a space, or a new line, and the query none."""
        broken, done = [], 0
        for line, start, end in pieces:
            text, own = self._texts[line], self._of(line)
            for at in range(start, end):
                n = done + at - start
                if n and (at == start or " " in text[own.places[at - 1] + 1 : own.places[at]]):
                    is_typed = term.places[n] - term.places[n - 1] > 1
                    is_number = term.plain[n - 1].isdigit() and term.plain[n].isdigit()
                    if not is_typed and not is_number:
                        broken.append(n)
            done += end - start
        return broken

    def _may_break(self, pieces: Sequence[tuple[int, int, int]], broken: Sequence[int], size: int) -> bool:
        """Whether a word with spaces in it is one: not too short, with no crumbs, and whole on one side."""
        edges = (0, *broken, size)
        if size < _LEAST_BROKEN or min(after - before for before, after in pairwise(edges)) < _LEAST_PIECE:
            return False
        (first, start, _), (last, _, end) = pieces[0], pieces[-1]
        return self._is_edge(first, start) or self._is_edge(last, end)

    def _is_edge(self, line: int, at: int) -> bool:
        """Whether a word begins or ends before this sign of a line."""
        own = self._of(line)
        return at in {0, len(own.signs)} or not self._texts[line][own.places[at] - 1].isalnum()

    def _of(self, line: int) -> Folded:
        """Return the signs of a line, folded once."""
        if line not in self._folded:
            self._folded[line] = folded(self._texts[line])
        return self._folded[line]


def _is_seen(character: str) -> bool:
    """Whether a character can be seen: no space, no control character, no half of one."""
    return unicodedata.category(character)[0] not in "CZ"


def _found(nearness: Nearness, each: Sequence[Sequence[tuple[Mark, ...]]]) -> Found:
    """Return what was found of each term, as lines: those with the most of them first, then as they stand."""
    marks: dict[int, list[Mark]] = {}
    terms: dict[int, set[int]] = {}
    exact: dict[int, set[int]] = {}
    for n, places in enumerate(each):
        for mark in (mark for place in places for mark in place):
            marks.setdefault(mark.line, []).append(mark)
            terms.setdefault(mark.line, set()).add(n)
            if mark.is_exact:
                exact.setdefault(mark.line, set()).add(n)
    order = sorted(marks, key=lambda line: (-len(terms[line]), -len(exact.get(line, ())), line))
    is_exact = all(any(all(mark.is_exact for mark in place) for place in places) for places in each)
    return Found(is_exact, nearness, tuple(tuple(marks[line]) for line in order))
