# SPDX-License-Identifier: MIT
"""Following a scroll from look to look, so that a run can say it was watched and not only compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.conversation.judge import quick_shift
from app.conversation.seen import Seen, prepare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.capture.models import Frame


class Follower:
    """Matches each look with the one before; what was made ready for one look serves the next.

    Attributes:
        density_permille: of the target's screen.
    """

    def __init__(self, density_permille: int = 1000) -> None:
        """Nothing was looked at."""
        self.density_permille = density_permille
        self._newest: tuple[Frame, Seen] | None = None

    def step(self, before: Frame, now: Frame) -> int | None:
        """Return by how many pixels the content was scrolled between two looks; ``None`` if not found."""
        first = self._made_ready(before)
        second = self._made_ready(now)
        self._newest = now, second
        return quick_shift(first, second)

    def _made_ready(self, frame: Frame) -> Seen:
        if self._newest is not None and self._newest[0] is frame:
            return self._newest[1]
        return prepare(frame, density_permille=self.density_permille)


def was_watched(steps: Sequence[int | None], longest_px: int) -> bool:
    """Whether every step was found and none is longer than this: half of what scrolls."""
    return all(step is not None and abs(step) <= longest_px for step in steps)
