# SPDX-License-Identifier: MIT
"""What was read in a picture that helps to look at it: a time of day, and a name or ID that is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.search.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.search.values import ReadText

SURE_PERMILLE = 800
SHORTEST = 4  # letters of a name; a shorter one stands in half the words there are
_TIME = re.compile(r"(?<![\d:.])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:]\d|\d)")  # 9.50 may be a price


def time_in(texts: Sequence[ReadText]) -> str:
    """Return the time of day that stands lowest, where clocks are; empty if none was read surely."""
    for line in sorted(texts, key=lambda each: (each.rect.y, each.rect.x), reverse=True):
        if line.permille >= SURE_PERMILLE and (found := _TIME.findall(line.text)):
            return str(found[-1])
    return ""


def name_in(texts: Sequence[ReadText], names: Iterable[str]) -> str:
    """Return the first of these names or IDs that was read, whatever the case and the accents."""
    read = [fold(line.text) for line in texts]
    for name in names:
        wanted = fold(name)
        if len(wanted) >= SHORTEST and any(wanted in line for line in read):
            return name
    return ""
