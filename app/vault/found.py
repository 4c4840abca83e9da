# SPDX-License-Identifier: MIT
"""Searches in what was read: the index names pictures, and their lines are compared sign by sign.

What stands there as it was typed is looked for first, then all of its words in one line, then in one picture;
each time the newest pictures first, and no longer than until there is enough.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.model import ExhibitId
from app.search.matching import Nearness, Page, Query, hit_of
from app.search.values import Match
from app.vault import originals, texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.search.matching import Found
    from app.search.values import Hit
    from app.vault.connection import Database

MOST = 200  # exhibits that one search gives
MOST_HITS = 5  # lines of one exhibit
_INDEXED = 3  # signs: the index is by threes
_MOST_ASKED, _MOST_SIGNS = 8, 48  # words the index is asked for, and signs of each; the lines decide
_AT_ONCE = 64  # pictures
_EXACT = (False, Nearness.PHRASE)

_BY_INDEX = "SELECT rowid FROM reading_index WHERE reading_index MATCH ? ORDER BY rowid DESC"
_BY_SIGNS = "SELECT id FROM read_text WHERE {} ORDER BY id DESC"
_BY_CHARACTERS = "SELECT id FROM reading WHERE instr(texts, ?) ORDER BY id DESC"
_SIGNS = "SELECT id, starts, folded FROM read_text WHERE id IN ({}) ORDER BY id DESC"
_PAGES = """
    SELECT r.id, r.original_id, r.exhibit_id, r.texts, t.starts, t.folded
    FROM reading r JOIN read_text t ON t.id = r.id WHERE r.id IN ({}) ORDER BY r.id DESC
"""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A picture in which something was found."""

    reading_id: int
    original: ExhibitId
    said: Sequence[str]
    found: Found


def search(database: Database, query: str, most: int) -> tuple[Match, ...]:
    """Return the exhibits in which this stands, as typed first, then the newest first."""
    asked = Query.of(query)
    if not (asked.terms or asked.literal) or not originals.are_allowed(database):
        return ()
    looking = _Search(database, asked, most)
    looking.by_phrase()
    if len(asked.terms) > 1 and not looking.has_enough(Nearness.PHRASE):
        looking.by_words()
    return looking.matches()


@dataclass(slots=True)
class _Search:
    """One search, and what it has found so far; an exhibit comes where its newest picture came."""

    database: Database
    asked: Query
    most: int
    looked: set[int] = field(default_factory=set)
    exhibits: dict[ExhibitId, list[_Seen]] = field(default_factory=dict)
    ranks: dict[ExhibitId, tuple[bool, int]] = field(default_factory=dict)

    def by_phrase(self) -> None:
        """Look through the pictures in which all of it stands at once."""
        if self.asked.literal:
            ids = _first(self.database.rows(_BY_CHARACTERS, (self.asked.literal,)))
        else:
            ids = _ids(self.database, [self.asked.phrase.signs])
        self._look(ids, Nearness.PHRASE)

    def by_words(self) -> None:
        """Look through the others, in which each of its words stands: those with all in one line first."""
        ids = _ids(self.database, [term.signs for term in self.asked.terms])
        far: list[int] = []
        for some in _parted([one for one in ids if one not in self.looked]):
            near: list[int] = []
            for reading_id, starts, signs in self.database.rows(_named(_SIGNS, some), some):
                nearness = Page(signs, texts.numbers("I", starts), ()).nearness(self.asked)
                (near if nearness is Nearness.LINE else far).append(reading_id)
            self._look(near, Nearness.LINE)
            if self.has_enough(Nearness.LINE):
                return
        self._look(far, Nearness.PICTURE)

    def has_enough(self, nearness: Nearness) -> bool:
        """Whether as many exhibits as are wanted hold it exactly, and as near as this."""
        return sum(rank <= (False, nearness) for rank in self.ranks.values()) >= self.most

    def _look(self, ids: Sequence[int], nearness: Nearness) -> None:
        """Look through pictures, the newest first, until there is enough."""
        for some in _parted(ids):
            self.looked.update(some)
            for row in self.database.rows(_named(_PAGES, some), some):
                self._take(*row)
            if self.has_enough(nearness):
                return

    def _take(
        self, reading_id: int, original_id: str, exhibit_id: str, joined: str, starts: bytes, signs: str
    ) -> None:
        """Look through one picture."""
        said = joined.split("\n")
        found = Page(signs, texts.numbers("I", starts), said).find(self.asked, MOST_HITS)
        if found is None:
            return
        exhibit = ExhibitId(exhibit_id)
        self.exhibits.setdefault(exhibit, []).append(_Seen(reading_id, ExhibitId(original_id), said, found))
        self.ranks[exhibit] = min(found.rank, self.ranks.get(exhibit, found.rank))

    def matches(self) -> tuple[Match, ...]:
        """Return what was found, the best first."""
        ranked = sorted(self.exhibits, key=lambda one: (self.ranks[one], -self._newest(one)))[: self.most]
        made = (Match(one, _hits(self.database, self.exhibits[one])) for one in ranked)
        return tuple(match for match in made if match.hits)

    def _newest(self, exhibit: ExhibitId) -> int:
        return max(seen.reading_id for seen in self.exhibits[exhibit])


def _ids(database: Database, words: Iterable[str]) -> list[int]:
    """Return the pictures that hold the signs of every word, the newest first."""
    signs = list(words)
    long = sorted({one[:_MOST_SIGNS] for one in signs if len(one) >= _INDEXED}, key=len)[-_MOST_ASKED:]
    if long:
        return _first(database.rows(_BY_INDEX, (" AND ".join(f'"{one}"' for one in long),)))
    wanted = " AND ".join("instr(folded, ?)" for _ in signs)
    return _first(database.rows(_BY_SIGNS.format(wanted), signs))


def _hits(database: Database, each: Iterable[_Seen]) -> tuple[Hit, ...]:
    """Return the lines to show of one exhibit, the best first."""
    hits: list[Hit] = []
    for seen in sorted(each, key=lambda one: one.found.rank):
        marks = {group[0].line: group for group in seen.found.lines[: MOST_HITS - len(hits)]}
        kept = texts.lines(database, seen.reading_id, seen.said, tuple(marks))
        hits += [hit_of(seen.original, kept[n], group) for n, group in marks.items() if n in kept]
    return tuple(hits)


def _first(rows: Iterable[tuple[int]]) -> list[int]:
    return [number for (number,) in rows]


def _parted(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))


def _named(sql: str, ids: Sequence[int]) -> str:
    """Return the statement with a mark for each of these numbers."""
    return sql.format(",".join("?" * len(ids)))
