# SPDX-License-Identifier: MIT
"""Sentences to say on the telephone, which stay sentences although something is not known.

``{payee}`` is filled in; the sentence is left out if it is not known. ``{amount|money}`` says "money" then.
What stands in square brackets is left out with what it lacks: ``I sent {amount|money}[ to {payee}].``
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_FIELD = re.compile(r"{(\w+)(?:\|([^{}|]*))?}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")


def fields_of(sentence: str) -> frozenset[str]:
    """Return the names of the fields a sentence has."""
    return frozenset(found[1] for found in _FIELD.finditer(sentence))


def spoken(sentences: Sequence[str], known: Mapping[str, str | None]) -> str:
    """Return the sentences with what is known filled in, as one text; what cannot be said is left out."""
    return " ".join(filter(None, (_filled(one, known) for one in sentences)))


def placed(sentence: str, known: Mapping[str, str | None]) -> str:
    """Return the sentence with what is known of a place; empty if it cannot be said there.

    Only fields that ``known`` names are looked at: others, such as ``{time}``, wait for somebody else.
    """
    kept = _OPTIONAL.sub(lambda part: part[1] if _is_said(part[1], known) else "", sentence)
    if not _is_said(kept, known):
        return ""
    return _FIELD.sub(lambda found: known.get(found[1]) or found[2] or found[0], kept)


def placed_rows(rows: Iterable[str], known: Mapping[str, str | None]) -> tuple[str, ...]:
    """Return the sentences that can be said in a place."""
    return tuple(filter(None, (placed(row, known) for row in rows)))


def _is_said(part: str, known: Mapping[str, str | None]) -> bool:
    """Whether the place has every field in it that is one of a place, or a word that stands for it."""
    fields = _FIELD.finditer(part)
    return all(found[1] not in known or known[found[1]] or found[2] is not None for found in fields)


def _filled(sentence: str, known: Mapping[str, str | None]) -> str:
    """Return the sentence filled in; nothing if something it cannot do without is not known."""
    kept = _OPTIONAL.sub(lambda part: part[1] if _can_say(part[1], known) else "", sentence)
    if not _can_say(kept, known):
        return ""
    return _FIELD.sub(lambda found: known.get(found[1]) or found[2] or "", kept)


def _can_say(part: str, known: Mapping[str, str | None]) -> bool:
    """Whether every field in it is known, or has a word that stands for it."""
    return all(known.get(found[1]) or found[2] is not None for found in _FIELD.finditer(part))
