# SPDX-License-Identifier: MIT
"""What lines that were read say by themselves, as proposals: addresses, names, payments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.identify import beside
from app.identify.checksums import Sum
from app.identify.extract import in_text, with_doubts
from app.identify.proposing import confidence, is_slip
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
        near = [*beside.nearest_left(line.box, lines)[:1], *beside.nearest_over(line.box, lines)]
        words = " ".join(sheet.text(one) for one in near)
        if not in_text(sheet.text(line), catalogue, words):
            continue
        entry = sheet.settled(line, lambda text: _is_sound(text, catalogue, words))  # noqa: B023 - called at once
        for seen in in_text(entry.reading.text, catalogue, words):
            yield _proposal(entry, with_doubts(seen, entry.reading.doubts))


def _is_sound(text: str, catalogue: Catalogue, words: str) -> bool:
    """Whether something is seen in a text, and nothing in it contradicts itself."""
    found = in_text(text, catalogue, words)
    return bool(found) and not any(seen.sum is Sum.WRONG or is_slip(seen.value) for seen in found)


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
