# SPDX-License-Identifier: MIT
"""Searches in what was read: the index names pictures, and their lines are compared sign by sign."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.model import ExhibitId
from app.search.matching import Page, Query, hit_of
from app.search.values import Match
from app.vault import originals, texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.search.matching import Found
    from app.search.values import Hit
    from app.vault.connection import Database

MOST = 200  # exhibits that one search gives
MOST_HITS = 12  # lines that are shown of one exhibit
_INDEXED = 3  # signs: the index is by threes
_MOST_ASKED = 8  # terms the index is asked for, and this many signs of each; the lines decide
_MOST_SIGNS = 48
_AT_ONCE = 64  # pictures

_BY_INDEX = "SELECT rowid FROM reading_index WHERE reading_index MATCH ? ORDER BY rowid DESC"
_BY_SIGNS = "SELECT id FROM read_text WHERE {} ORDER BY id DESC"
_PAGES = """
    SELECT r.id, r.original_id, r.exhibit_id, r.texts, r.starts, t.folded
    FROM reading r JOIN read_text t ON t.id = r.id WHERE r.id IN ({}) ORDER BY r.id DESC
"""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A picture in which something was found."""

    reading_id: int
    original: ExhibitId
    exhibit: ExhibitId
    said: Sequence[str]
    found: Found


def search(database: Database, query: str, most: int) -> tuple[Match, ...]:
    """Return the exhibits in which this stands, as typed first, then the newest first."""
    asked = Query.of(query)
    if not (asked.terms or asked.literal) or not originals.are_allowed(database):
        return ()
    exhibits: dict[ExhibitId, list[_Seen]] = {}
    best = 0  # exhibits that no later one can come before
    for seen in _seen(database, asked):
        known = exhibits.setdefault(seen.exhibit, [])
        is_first = not any(one.found.rank == (False, 0) for one in known)
        known.append(seen)
        best += seen.found.rank == (False, 0) and is_first
        if best >= most:
            break
    ranked = sorted(exhibits.values(), key=lambda each: min(one.found.rank for one in each))[:most]
    matches = (Match(each[0].exhibit, _hits(database, each)) for each in ranked)
    return tuple(match for match in matches if match.hits)


def _seen(database: Database, asked: Query) -> Iterator[_Seen]:
    """Go through the pictures in which it stands, the newest first."""
    ids = _ids(database, asked)
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        for row in database.rows(_PAGES.format(",".join("?" * len(some))), some):
            reading_id, original_id, exhibit_id, joined, starts, signs = row
            said = joined.split("\n")
            found = Page(signs, texts.numbers("I", starts), said).find(asked)
            if found:
                yield _Seen(reading_id, ExhibitId(original_id), ExhibitId(exhibit_id), said, found)


def _ids(database: Database, asked: Query) -> list[int]:
    """Return the pictures that hold the signs of every word, the newest first."""
    if asked.literal:
        rows = database.rows(
            "SELECT id FROM reading WHERE instr(texts, ?) ORDER BY id DESC", (asked.literal,)
        )
        return [reading_id for (reading_id,) in rows]
    signs = [term.signs for term in asked.terms]
    long = sorted({one[:_MOST_SIGNS] for one in signs if len(one) >= _INDEXED}, key=len)[-_MOST_ASKED:]
    if long:
        wanted: list[Any] = [" AND ".join(f'"{one}"' for one in long)]
        rows = database.rows(_BY_INDEX, wanted)
    else:
        rows = database.rows(_BY_SIGNS.format(" AND ".join("instr(folded, ?)" for _ in signs)), signs)
    return [reading_id for (reading_id,) in rows]


def _hits(database: Database, each: Sequence[_Seen]) -> tuple[Hit, ...]:
    """Return the lines to show of one exhibit, the best first."""
    hits: list[Hit] = []
    for seen in sorted(each, key=lambda one: one.found.rank):
        marks = {group[0].line: group for group in seen.found.lines[: MOST_HITS - len(hits)]}
        kept = texts.lines(database, seen.reading_id, seen.said, tuple(marks))
        hits += [hit_of(seen.original, kept[n], group) for n, group in marks.items() if n in kept]
    return tuple(hits)
