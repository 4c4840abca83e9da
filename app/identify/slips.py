# SPDX-License-Identifier: MIT
"""A Skype ID as pictures and copying spoil it: ``Iive:``, ``live: .cid.``, ``.cid,``, O for zero.

The slip is marked and never put right: only the person, who sees the original, can do that.
"""

from __future__ import annotations

import re

from app.identify.lookalikes import alike
from app.identify.values import Doubt

HEX = frozenset("0123456789abcdef")
# Source: domain.md, section 1.1: live:.cid. and sixteen hexadecimal digits.
_SPOILED = re.compile(
    r"(?<![0-9A-Za-z])"
    r"([lI1|!\u0456\u0406\u04cf][i\u0456]v[e\u0435]\s?[:;.]\s?[.,]\s?[c\u0441][i\u0456]d\s?[.,]\s?[0-9A-Za-z]{16})"
    r"(?![0-9A-Za-z])"
)
_NAME = re.compile(r"(?<![0-9A-Za-z])([I1|!]ive:(?![.,\s])[A-Za-z0-9._-]*[A-Za-z0-9_-])")
_FORM = "live:.cid."


def spoiled_ids(text: str) -> tuple[tuple[int, int], ...]:
    """Return where a Skype ID stands that a slip has spoiled, as start and end; right ones are among them."""
    return tuple(found.span(1) for pattern in (_SPOILED, _NAME) for found in pattern.finditer(text))


def doubts_of(value: str) -> tuple[Doubt, ...]:
    """Return each character of a Skype ID that cannot be meant, with what was meant first after it."""
    found: list[Doubt] = []
    place = 0  # in the form
    for index, sign in enumerate(value):
        if sign.isspace():
            found.append(Doubt(index, (sign, "")))
            continue
        doubt = _doubt(index, sign, _FORM[place] if place < len(_FORM) else None)
        if doubt:
            found.append(doubt)
        place += 1
        if place == len("live:") and ".cid" not in _plain(value):
            break  # what follows is a name of the person's choice
    return tuple(found)


def _doubt(index: int, sign: str, meant: str | None) -> Doubt | None:
    """Return the doubt about one character; ``meant`` is that of the form, None a hexadecimal digit."""
    if meant is not None:
        return None if sign.lower() == meant else Doubt(index, (sign, meant))
    if sign.lower() in HEX:
        return None
    return Doubt(index, (sign, *sorted(alike(sign) & HEX)))


def _plain(value: str) -> str:
    """Return the value without spaces, with dots for commas, to see which form it has."""
    return re.sub(r"\s", "", value).replace(",", ".").lower()
