# SPDX-License-Identifier: MIT
"""How many faults of a kind were made, and what came of them; the rows of docs/reliability.md."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.package.build import english

if TYPE_CHECKING:
    from tests.faults.promises import Promises


@dataclass
class Tally:
    """One kind of fault.

    Attributes:
        kind: what was done.
        seed: what chance began with; the same seed makes the same faults.
        points: how many faults, by variant.
        kept: acts that were acknowledged, and were there afterwards, by kind.
        leaves: failures that were told, by the name of the error; each has words.
        raw: failures without words.
    """

    kind: str
    seed: int = 0
    points: Counter[str] = field(default_factory=Counter)
    kept: Counter[str] = field(default_factory=Counter)
    leaves: Counter[str] = field(default_factory=Counter)
    raw: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        """How many faults there were."""
        return self.points.total()

    def __add__(self, other: Tally) -> Tally:
        """Return both, of the same kind, in one."""
        return Tally(
            self.kind,
            min(self.seed, other.seed),
            self.points + other.points,
            self.kept + other.kept,
            self.leaves + other.leaves,
            self.raw + other.raw,
        )

    def add(self, promises: Promises) -> None:
        """Take over what was kept and what failed."""
        self.kept += promises.counts
        self.leaves += promises.leaves
        self.raw += promises.raw

    @property
    def row(self) -> str:
        """One row of the table."""
        variants = ", ".join(f"{name} {count:,}" for name, count in sorted(self.points.items()) if count)
        failures = ", ".join(f"{name} {count:,}" for name, count in sorted(self.leaves.items())) or "-"
        cells = (self.kind, f"{self.total:,}", variants, f"{self.kept.total():,}", failures, f"{self.seed}")
        return f"| {' | '.join(cells)} |"


def without_words(tally: Tally) -> list[str]:
    """Return what was told and has no words: a leaf that is not in errors.toml, or what is no leaf at all."""
    words = english()
    parts = ("what", "safe", "do")
    lacking = [
        leaf for leaf in sorted(tally.leaves) if not all(words.has(f"errors.{leaf}.{part}") for part in parts)
    ]
    return lacking + tally.raw


HEADER = (
    "| fault | times | of which | acts acknowledged, all found | failures told, with words | seed |\n"
    "|---|---:|---|---:|---|---:|"
)
