# SPDX-License-Identifier: MIT
"""One reading out of several of the same line, whole, never put together of parts.

A reading that fits its form, and the signs that the picture shows, comes before those that do not; then most
votes decide. What the others read differently stays in doubt.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from app.identify.values import Doubt

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.identify.values import Reading

SURE = 0.6  # a reading whose two passes agree, this sure of every letter, is not read again
_OUTVOTED = 0.8


def is_sure(reading: Reading) -> bool:
    """Whether a reading needs no other."""
    return reading.has_agreed and reading.confidence >= SURE


def is_settled(readings: Sequence[Reading], is_formed: Callable[[str], bool]) -> bool:
    """Whether the last of several readings says twice what another said, and that has a form."""
    last = readings[-1]
    before = [_letters(reading.text) for reading in readings[:-1]]
    return last.has_agreed and is_formed(last.text) and _letters(last.text) in before


def agreed(readings: Sequence[Reading], is_formed: Callable[[str], bool]) -> Reading:
    """Return the best reading, with the others' letters as doubts where they differ from it."""
    votes = Counter(_letters(reading.text) for reading in readings)
    best = max(readings, key=lambda one: (is_formed(one.text), votes[_letters(one.text)], one.confidence))
    doubts = {doubt.index: doubt.options for doubt in best.doubts}
    for other in readings:
        for index, sign in _differing(best.text, other.text):
            doubts[index] = tuple(dict.fromkeys((*doubts.get(index, (best.text[index],)), sign)))
    share = votes[_letters(best.text)] / len(readings)
    marked = tuple(Doubt(index, options) for index, options in sorted(doubts.items()))
    sure = best.confidence if share == 1 else best.confidence * (_OUTVOTED + (1 - _OUTVOTED) * share)
    return replace(best, doubts=marked, confidence=sure, has_agreed=share == 1)


def _letters(text: str) -> str:
    return "".join(text.split())


def _differing(text: str, other: str) -> list[tuple[int, str]]:
    """Return the places of a text where another one of the same length has another letter."""
    places = [at for at, sign in enumerate(text) if not sign.isspace()]
    letters = _letters(other)
    if len(places) != len(letters):
        return []
    return [(at, sign) for at, sign in zip(places, letters, strict=True) if text[at] != sign]
