# SPDX-License-Identifier: MIT
"""What a search finds in the words that a person, or a window, has given to an exhibit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.search.folding import fold, folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.model import ExhibitId, Listed


class Where(StrEnum):
    """Which words of an exhibit they are, the most telling first."""

    REF = "ref"
    TITLE = "title"
    SHOWS = "shows"
    NOTE = "note"
    DOES_NOT_SHOW = "does_not_show"
    WINDOW = "window"


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Words of an exhibit in which everything that was asked for stands.

    Attributes:
        where: which they are.
        text: all of them.
        marks: which characters were found: from, and first after; in order, none twice.
    """

    where: Where
    text: str
    marks: tuple[tuple[int, int], ...]


class OwnIndex:
    """What was said of the exhibits of a case, folded once: a search of all of them takes a millisecond."""

    def __init__(self, exhibits: Sequence[Listed]) -> None:
        """Know the exhibits; they are folded with the first search."""
        self._exhibits = exhibits
        self._signs: tuple[str, ...] | None = None

    def find(self, query: str, most: int) -> dict[ExhibitId, OwnWords]:
        """Return in which of the exhibits it stands, the last first, and where."""
        if self._signs is None:
            self._signs = tuple("\n".join(fold(text) for _, text in _words_of(one)) for one in self._exhibits)
        wanted = [signs for word in query.split() if (signs := fold(word))]
        found: dict[ExhibitId, OwnWords] = {}
        for exhibit, signs in zip(reversed(self._exhibits), reversed(self._signs), strict=True):
            if len(found) >= most:
                break
            if all(word in signs for word in wanted):
                said = in_own_words(exhibit, query)
                if said is not None:
                    found[exhibit.id] = said
        return found


def in_own_words(exhibit: Listed, query: str) -> OwnWords | None:
    """Return the first of its words that hold the whole query, or each word of it; ``None`` if none do."""
    for where, text in _words_of(exhibit):
        marks = marks_in(text, query)
        if marks:
            return OwnWords(where, text, marks)
    return None


def marks_in(text: str, query: str) -> tuple[tuple[int, int], ...]:
    """Return where a query stands in a text: as a whole, or else each of its words; nothing unless all do."""
    whole = _places(text, query)
    if whole:
        return widened(text, whole, query)
    each = [_places(text, word) for word in query.split()]
    return _joined([place for places in each for place in places]) if each and all(each) else ()


def widened(text: str, marks: tuple[tuple[int, int], ...], query: str) -> tuple[tuple[int, int], ...]:
    """Return the marks with what was asked for beside them and is no letter, such as ``£``."""
    asked = query.strip()
    signs = [at for at, character in enumerate(asked) if folded(character).signs]
    if not signs:
        return marks
    before, after = asked[: signs[0]], asked[signs[-1] + 1 :]
    return _joined(
        [
            (
                start - len(before) * text.endswith(before, 0, start),
                end + len(after) * text.startswith(after, end),
            )
            for start, end in marks
        ]
    )


def _words_of(exhibit: Listed) -> tuple[tuple[Where, str], ...]:
    facts = exhibit.facts
    all_words = (
        (Where.REF, exhibit.ref),
        (Where.TITLE, facts.title),
        (Where.SHOWS, facts.shows),
        (Where.NOTE, facts.note),
        (Where.DOES_NOT_SHOW, facts.does_not_show),
        (Where.WINDOW, exhibit.window_title),
    )
    return tuple((where, text) for where, text in all_words if text)


def _places(text: str, query: str) -> tuple[tuple[int, int], ...]:
    """Return where a query stands, however it is written; what folds to nothing is looked for as it is."""
    within, wanted = folded(text), folded(query).signs
    if not wanted:
        at = text.find(query.strip()) if query.strip() else -1
        return () if at < 0 else ((at, at + len(query.strip())),)
    found: list[tuple[int, int]] = []
    at = within.signs.find(wanted)
    while at >= 0:
        found.append(within.part(at, at + len(wanted)))
        at = within.signs.find(wanted, at + len(wanted))
    return tuple(found)


def _joined(places: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return the places in order, those that meet as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
