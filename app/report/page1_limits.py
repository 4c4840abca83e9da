# SPDX-License-Identifier: MIT
"""How much page 1 prints of what may be long."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """One level of brevity.

    Attributes:
        accounts: how many at most.
        payments: how many at most.
        quote: characters of a quote.
        detail: characters of a sentence in ACT NOW.
        small: characters of a name or identifier.
        words: words of anything the person or the other side wrote.
        lines: lines of a cell or sentence.
        is_dense: ACT NOW runs on instead of breaking, and gaps are narrower.
        has_extras: what they hold, whom they threaten to tell and whence they moved are said; they head
            page 2 otherwise.
    """

    accounts: int = 3
    payments: int = 2
    quote: int = 120
    detail: int = 110
    small: int = 60
    words: int = 40
    lines: int = 4
    is_dense: bool = False
    has_extras: bool = True

    @property
    def gap(self) -> float:
        """Points above a heading."""
        return 5.0 if self.is_dense else 8.0


# Tried in turn until the page holds. The last fits whatever the case holds; a property test says so.
LEVELS = (
    Limits(),
    Limits(detail=70, small=48),
    Limits(is_dense=True),
    Limits(is_dense=True, has_extras=False),
    Limits(quote=80, detail=60, small=40, is_dense=True, has_extras=False),
    Limits(payments=1, quote=60, detail=48, small=30, is_dense=True, has_extras=False),
    Limits(2, 1, 60, 48, 30, words=14, lines=3, is_dense=True, has_extras=False),
    Limits(2, 1, 40, 36, 26, words=7, lines=2, is_dense=True, has_extras=False),
    Limits(1, 1, 24, 24, 20, words=3, lines=2, is_dense=True, has_extras=False),
    Limits(1, 1, 16, 16, 12, words=2, lines=1, is_dense=True, has_extras=False),
)
