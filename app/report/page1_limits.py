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
    """

    accounts: int = 3
    payments: int = 2
    quote: int = 120
    detail: int = 110
    small: int = 60
    words: int = 40
    lines: int = 4
    is_dense: bool = False

    @property
    def gap(self) -> float:
        """Points above a heading."""
        return 5.0 if self.is_dense else 8.0


# Tried in turn until the page holds. The last fits whatever the case holds; a property test says so.
LEVELS = (
    Limits(),
    Limits(detail=70, small=48),
    Limits(is_dense=True),
    Limits(quote=80, detail=60, small=40, is_dense=True),
    Limits(payments=1, quote=60, detail=48, small=30, is_dense=True),
    Limits(accounts=2, payments=1, quote=60, detail=48, small=30, words=14, lines=3, is_dense=True),
    Limits(accounts=2, payments=1, quote=40, detail=36, small=26, words=7, lines=2, is_dense=True),
    Limits(accounts=1, payments=1, quote=24, detail=24, small=20, words=3, lines=2, is_dense=True),
    Limits(accounts=1, payments=1, quote=16, detail=16, small=12, words=2, lines=1, is_dense=True),
)
