# SPDX-License-Identifier: MIT
"""timeline.csv: the timeline in the sentences of the report, each picture on a row of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.clock import timestamp
from app.report.spreadsheets.tables import amount, at_utc, table
from app.timeline import Length, Method, Platform, Sum

if TYPE_CHECKING:
    from app.report.dossier import Dossier
    from app.timeline import Filling, TimelineLine
    from app.words import Words

COLUMNS = ("at_utc", "until_utc", "precision", "about", "kind", "what", "certainty", "where")
MINUTE = 60
PLACE = re.compile("\0(\\w+)\0")


def timeline(dossier: Dossier, words: Words) -> bytes:
    """Return the table; what has no time is in the other tables."""
    names = {entry.platform.key: entry.platform.name for entry in dossier.accounts}
    return table(COLUMNS, (_row(line, names, words) for line in dossier.timeline.lines))


def _row(line: TimelineLine, names: dict[str, str], words: Words) -> tuple[str, ...]:
    """Return one row; of a day, the beginning of it where the person is."""
    return (
        timestamp(line.at),
        at_utc(line.until),
        line.precision.value,
        "about" if line.is_about else "",
        line.kind.value,
        _what(line, names, words),
        line.certainty.value,
        ", ".join(line.refs),
    )


def _what(line: TimelineLine, names: dict[str, str], words: Words) -> str:
    """Return what happened; what was typed stands in it letter for letter."""
    fields = {name: _filled(value, names, words) for name, value in line.fields}
    # The stars that turn bold on and off on paper are ours; those in a field are not.
    places = {name: f"\0{name}\0" for name in fields}
    template = words.template(f"paper.timeline.line.{line.key}", dict(line.fields).get("n"))
    sentence = template.replace("**", "").format(**places)
    return PLACE.sub(lambda found: fields[found[1]], sentence)


def _filled(value: Filling, names: dict[str, str], words: Words) -> str:
    """Return what stands in a field."""
    match value:
        case Sum(minor, currency):
            return f"{amount(minor, currency)} {currency or ''}".strip()
        case Length(seconds):
            return words("paper.length.seconds", n=seconds) if seconds < MINUTE else _minutes(seconds, words)
        case Method(key):
            known = f"paper.method.{key}"
            return words(known) if words.has(known) else key
        case Platform(key):
            return names.get(key, key)
    return str(value)


def _minutes(seconds: int, words: Words) -> str:
    """Return minutes and the seconds beyond them."""
    whole, rest = divmod(seconds, MINUTE)
    said = words("paper.length.minutes", n=whole)
    return f"{said} {words('paper.length.seconds', n=rest)}" if rest else said
