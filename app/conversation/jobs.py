# SPDX-License-Identifier: MIT
"""Comparisons to be made: which two frames, how to get them, and what is known beside their pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.conversation.knowledge import Knowledge
    from app.conversation.seen import Seen


BACK_PX = 4  # where a page stops at halves of pixels, each step may be one off


@dataclass(frozen=True, slots=True)
class Between:
    """What the looks saw between a frame and the one before it.

    Attributes:
        watched: every step of the scroll was found, and none was too long to be believed.
        is_resumed: the program was closed in between.
        pointer: where the mouse pointer was in the later frame.
        columns: in which strips of 32 pixels something moved, of which the last is not one; ``None`` if
            nothing did, or nobody looked for a while.
    """

    watched: bool = False
    steps_px: tuple[int, ...] = ()
    looks: int = 0
    pointer: tuple[int, int] | None = None
    is_resumed: bool = False
    columns: tuple[int, int] | None = None

    @property
    def is_back(self) -> bool:
        """Whether it was watched and ended where it began."""
        return self.watched and abs(sum(self.steps_px)) <= BACK_PX

    @property
    def is_away(self) -> bool:
        """Whether it was watched and ended elsewhere, whatever the frames look like."""
        return self.watched and not self.is_back

    @property
    def is_in_place(self) -> bool:
        """Whether it was watched and nothing was scrolled: something changed where it stood."""
        return self.watched and not any(self.steps_px)


UNSEEN = Between()


class Had:
    """A frame that is held, or is loaded by the thread that needs it.

    Attributes:
        seen: the frame, if it is there already.
    """

    def __init__(self, seen: Seen | None, load: Callable[[], Seen | None]) -> None:
        """Load nothing yet."""
        self.seen, self._load = seen, load

    def __call__(self) -> Seen | None:
        """Return the frame; ``None`` if it cannot be had any more."""
        if self.seen is None:
            self.seen = self._load()
        return self.seen


@dataclass(frozen=True, slots=True)
class Job:
    """Two frames to compare, and what is needed for it.

    Attributes:
        is_trial: no neighbours, but it may close a gap.
        is_guess: a trial with a frame that is no side of a gap opened lately; not worth a whole comparison
            unless it looks likely.
    """

    first: int
    second: int
    one: Had
    other: Had
    between: Between
    knowledge: Knowledge
    is_trial: bool = False
    is_guess: bool = False
