# SPDX-License-Identifier: MIT
"""What a run knows so far: which part scrolls, and whether anything scrolled at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from app.conversation.constants import STRIP_PX, VOTES
from app.conversation.pair import Pair, Region
from app.conversation.wallpaper import Learning, Wallpaper, shows_wallpaper
from app.model import Proof

if TYPE_CHECKING:
    from app.conversation.seen import Seen
    from app.model import Finding, Rect


@dataclass(frozen=True)
class Knowledge:
    """What earlier pairs of a run showed; never changed, only followed by a later one.

    Attributes:
        regions: of the last nine pairs that were proven.
        has_moved: whether any movement was proven; before that a change in place is no gap.
        wallpaper: what stays behind the bubbles, once it is learned; earlier pairs are worth judging again.
        learning: what is known of it before.
        last: the frame seen last.
    """

    regions: tuple[Rect, ...] = ()
    has_moved: bool = False
    wallpaper: Wallpaper | None = None
    learning: Learning | None = None
    last: Seen | None = None

    def with_finding(self, finding: Finding) -> Knowledge:
        """Return what is known after one more pair."""
        if finding.level is Proof.RESIZED:
            return replace(self, regions=(), wallpaper=None, learning=None)
        if finding.level not in {Proof.EXACT, Proof.MATCHED} or finding.region is None:
            return self
        return replace(self, regions=(*self.regions, finding.region)[-VOTES:], has_moved=True)

    def with_frame(self, seen: Seen) -> Knowledge:
        """Return what is known after one more kept frame, its pixels still held; to be called once for each.

        Costs half a millisecond, and 5 more while a wallpaper is being learned.
        """
        if self.wallpaper is not None:
            is_of_size = self.wallpaper.pixels.shape == (seen.height_px, seen.width_px)
            return self if is_of_size else replace(self, wallpaper=None, learning=None, last=seen)
        if self.last is None or self.last.strips.shape != seen.strips.shape:
            return replace(self, learning=None, last=seen)
        pair = Pair(self.last, seen)
        if self.learning is not None:
            learning = self.learning.after(pair)
            return replace(self, learning=learning, wallpaper=learning.learned, last=seen)
        return replace(self, learning=Learning.begin(pair) if shows_wallpaper(pair) else None, last=seen)

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
