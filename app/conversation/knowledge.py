# SPDX-License-Identifier: MIT
"""What a run knows so far: which part scrolls, and whether anything scrolled at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from app.conversation.constants import STRIP_PX, VOTES
from app.conversation.pair import Region
from app.model import Proof

if TYPE_CHECKING:
    from app.model import Finding, Rect


@dataclass(frozen=True)
class Knowledge:
    """What earlier pairs of a run showed; never changed, only followed by a later one.

    Attributes:
        regions: of the last nine pairs that were proven.
        has_moved: whether any movement was proven; before that a change in place is no gap.
    """

    regions: tuple[Rect, ...] = ()
    has_moved: bool = False

    def with_finding(self, finding: Finding) -> Knowledge:
        """Return what is known after one more pair."""
        if finding.level not in {Proof.EXACT, Proof.MATCHED} or finding.region is None:
            return self
        return replace(self, regions=(*self.regions, finding.region)[-VOTES:], has_moved=True)

    @property
    def region(self) -> Region | None:
        """The region that most of them agree on."""
        if not self.regions:
            return None
        return Region(
            _most([one.y for one in self.regions]),
            _most([one.y + one.height for one in self.regions]),
            min(one.x for one in self.regions) // STRIP_PX,
            max(one.x + one.width for one in self.regions) // STRIP_PX,
        )


def _most(values: list[int]) -> int:
    """Return the value seen most; of several, the one seen last."""
    return max(reversed(values), key=values.count)


NOTHING: Final = Knowledge()
