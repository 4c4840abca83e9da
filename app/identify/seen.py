# SPDX-License-Identifier: MIT
"""What lines that were read say by themselves, as proposals: addresses, names, payments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.identify import beside
from app.identify.extract import in_text, with_doubts
from app.identify.proposing import confidence
from app.identify.values import Proposal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.identify.extract import Seen
    from app.identify.platforms import Catalogue
    from app.identify.sheet import Entry, Sheet
    from app.identify.values import TextLine

_PROVEN, _LABELLED, _FORMED = 0.98, 0.9, 0.85


def seen_in(sheet: Sheet, lines: Sequence[TextLine], catalogue: Catalogue) -> Iterator[Proposal]:
    """Go through what the lines hold, each looked at with the words at its left or over it."""
    for line in lines:
        entry = sheet.entry(line)
        near = [*beside.nearest_left(line.box, lines)[:1], *beside.nearest_over(line.box, lines)]
        words = " ".join(sheet.text(one) for one in near)
        for seen in in_text(entry.reading.text, catalogue, words):
            yield _proposal(entry, with_doubts(seen, entry.reading.doubts))


def _proposal(entry: Entry, seen: Seen) -> Proposal:
    evidence = _PROVEN if seen.has_checksum else _LABELLED if seen.label else _FORMED
    return Proposal(
        platform=seen.platform,
        kind=seen.kind,
        value=seen.value,
        box=entry.box_of(seen.start, seen.end),
        confidence=confidence(entry, evidence),
        doubts=seen.doubts,
        label=seen.label,
        has_checksum=seen.has_checksum,
    )
