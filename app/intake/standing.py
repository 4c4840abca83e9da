# SPDX-License-Identifier: MIT
"""What a conversation run tells the window: how far it is, and the one thing to do now."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from app.capture.thumbnails import thumbnail
from app.intake.progress import Advice, Phase, Progress, Seam, Side
from app.model import Proof, Why

if TYPE_CHECKING:
    from app.capture.models import Frame
    from app.conversation.run import Run

CLOSED_NS = 3_000_000_000  # how long it is said that a gap was closed
NO_MOVEMENT_NS = 20_000_000_000
EDGE_PX = 24
SHOWN_PX = (560, 560)  # box of the small pictures beside the chat: sharp at 200 % of 252 pixels
RECENT = 4  # small pictures held: a pair may be judged a few frames late
GAPS_HELD = 8  # and both sides of so many gaps: one may be the newest again
ADVISED_FRAMES = 3  # the pointer is spoken of while there are no more frames than this

ADVICE = {
    Why.NO_OVERLAP: Advice.FAST,
    Why.RESUMED: Advice.BROKE,
    Why.WIDTH_CHANGED: Advice.RESIZED,
    Why.TWO_PLACES: Advice.ALIKE,
    Why.REPEATED_ONLY: Advice.ALIKE,
    Why.ONE_PICTURE: Advice.ALIKE,
}


@dataclass
class Standing:
    """Put together from the run whenever something may have changed.

    Attributes:
        lost: why there is nothing to look at.
        pointer_inside: the pointer is where it may colour messages.
        heading: which way was scrolled last.
        closed_ns: when a gap was closed last.
    """

    run: Run
    began_ns: int
    lost: Advice | None = None
    pointer_inside: bool = False
    heading: int = 0
    has_resumed: bool = False
    closed_ns: int | None = None
    _jpegs: dict[int, bytes] = field(default_factory=dict)

    def show(self, index: int, frame: Frame) -> None:
        """The frame is one that can be shown."""
        self._jpegs[index] = thumbnail(frame, SHOWN_PX)
        gaps = self.run.open_gaps[-GAPS_HELD:]  # when the newest is closed, the one before is shown
        wanted = {
            *range(index - RECENT + 1, index + 1),
            *(side for gap in gaps for side in (gap.first, gap.second)),
        }
        self._jpegs = {number: jpeg for number, jpeg in self._jpegs.items() if number in wanted}

    def turn(self, by_px: int) -> None:
        """It was scrolled by so much; by nothing says nothing."""
        self.heading = (by_px > 0) - (by_px < 0) or self.heading

    def look_at_pointer(self, pointer: tuple[int, int] | None, width_px: int, height_px: int) -> None:
        """Note whether the pointer is inside, away from the edges."""
        self.pointer_inside = pointer is not None and (
            EDGE_PX <= pointer[0] < width_px - EDGE_PX and EDGE_PX <= pointer[1] < height_px - EDGE_PX
        )

    def progress(self, phase: Phase, now_ns: int) -> Progress:
        """Return how far it is now."""
        run = self.run
        return Progress(
            phase=phase,
            frames=len(run.lines),
            travelled_px=run.travelled_px,
            gaps=len(run.open_gaps),
            matched=run.matched,
            advice=self._advice(now_ns) if phase in {Phase.WATCHING, Phase.MOVING} else None,
            just_closed=self.closed_ns is not None and now_ns - self.closed_ns <= CLOSED_NS,
            sides=self._sides(),
            heading=self.heading,
        )

    def _advice(self, now_ns: int) -> Advice | None:
        """Return the gravest thing first: nothing to see, a gap, then what helps."""
        if self.lost:
            return self.lost
        gap = self.run.newest_gap
        newest = len(self.run.lines)
        if gap and (gap.why is not Why.WIDTH_CHANGED or gap.second == newest):
            return ADVICE[gap.why]
        if self.has_resumed:
            return Advice.BROKE
        if self.pointer_inside and newest <= ADVISED_FRAMES:
            return Advice.POINTER
        is_early = newest <= 1 and now_ns - self.began_ns >= NO_MOVEMENT_NS
        return Advice.NO_MOVEMENT if is_early else None

    def _shown(self) -> set[int]:
        """Return both sides of the newest open gap, or the two newest frames where there is none to show."""
        gap, newest = self.run.newest_gap, len(self.run.lines)
        sides = {gap.first, gap.second} if gap else set()
        return sides if sides and self._jpegs.keys() >= sides else {newest - 1, newest}

    def _sides(self) -> tuple[Side, ...]:
        shown = sorted(index for index in self._shown() if index in self._jpegs)
        later = {one: other for one, other in pairwise(shown) if other == one + 1}
        return tuple(Side(index, self._jpegs[index], self._seam(later.get(index))) for index in shown)

    def _seam(self, second: int | None) -> Seam | None:
        """Return how a frame meets the one before; ``None`` if that is not known yet, or there is none."""
        pair = self.run.pair(second - 1, second) if second else None
        if pair is None:
            return None
        if pair.finding.level is Proof.MATCHED:
            return Seam.MATCHED
        key = (pair.first, pair.second)
        is_open = any((gap.first, gap.second) == key for gap in self.run.open_gaps)
        return Seam.GAP if is_open else Seam.JOINED
