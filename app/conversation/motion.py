# SPDX-License-Identifier: MIT
"""Whether what is watched moved, has settled, or stands still; and what moves on its own while it does.

Waiting for two frames that are the same never ends: a caret, a typing indicator or an animated picture is
nearly always on the screen. Source: conversation.md, section 2.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

import numpy as np

from app.conversation.cells import Cells, pixels_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.capture.models import Frame
    from app.conversation.cells import Bools

MS = 1_000_000
MOVED_PERMILLE, MOVED_ALL_PERMILLE = 20, 200
SETTLED_PERMILLE, LOCAL_PERMILLE, LOCAL_NS = 6, 120, 500 * MS
FADE_NS = 2_000 * MS
LOOK_STILL_NS, LOOK_MOVING_NS = 100 * MS, 40 * MS
BRISK_NS = 600 * MS  # after a movement the next one is likely; 10 frames a second need the quick pace
SWEPT_CELLS = 3  # in a column; a caret has two at most
SHIFT_CELLS = 4  # fewer new cells than this are not worth asking whether they are a scroll
# A change that lasts is content: a caret is on for half a second, a message stays. Places that keep changing
# (a header that says "typing", a clock) are given more and more time.
LASTING_NS, LASTING_MOST_NS = 1_200 * MS, 30_000 * MS
RESTLESS_NS = 3_000 * MS  # what never settles (a film) is taken as it is

CONSTANTS = {
    "moved_permille": MOVED_PERMILLE,
    "moved_all_permille": MOVED_ALL_PERMILLE,
    "settled_permille": SETTLED_PERMILLE,
    "local_permille": LOCAL_PERMILLE,
    "local_ms": LOCAL_NS // MS,
    "fade_ms": FADE_NS // MS,
    "look_still_ms": LOOK_STILL_NS // MS,
    "look_moving_ms": LOOK_MOVING_NS // MS,
    "lasting_ms": LASTING_NS // MS,
    "restless_ms": RESTLESS_NS // MS,
}


class Looked(Enum):
    """What one look said."""

    STILL = auto()
    MOVING = auto()
    SETTLED = auto()


@dataclass
class _Own:
    """Which strips changed on their own."""

    now: Bools  # since the content last settled
    of_kept: Bools | None = None  # until the last movement began; ``None`` while nothing moved since
    newest: Bools | None = None  # in the last look; taken back if it was the beginning of a movement


class Motion:
    """Fed with looks of one target in order; remembers the look before and the frame kept last.

    Attributes:
        is_moving: content moves and has not settled.
    """

    def __init__(self, step_between: Callable[[Frame, Frame], int | None]) -> None:
        """Nothing was looked at yet.

        Args:
            step_between: how far the second look is scrolled against the first; ``None`` if not found.
        """
        self._step_between = step_between
        self._before: Frame | None = None
        self._kept: Frame | None = None
        self._unlike: Bools | None = (
            None  # which cells the kept frame shows otherwise; ``None``: not compared
        )
        self._is_lasting = False  # something is there for good that the kept frame does not show
        self._at_ns = 0
        self.is_moving = True
        self._brisk_until_ns = 0
        self._moving_since_ns = 0
        self._local_since_ns: int | None = None
        self.steps: list[int | None] = []
        self._swept: Bools | None = None  # columns; ``None``: nobody looked for a while

    def look(self, frame: Frame, at_ns: int) -> Looked:
        """Take in one look; ``steps`` says afterwards how each look since the kept frame was scrolled."""
        before = self._before
        self._before, self._at_ns = frame, at_ns
        if before is None or (before.width_px, before.height_px) != (frame.width_px, frame.height_px):
            return self._start(frame, at_ns)
        changed = self._cells.differing(pixels_of(before), pixels_of(frame))
        self._since_ns[changed] = at_ns
        self._unlike = None if changed.any() else self._unlike
        step = self._moving if self.is_moving else self._still
        said = step(before, frame, changed, at_ns)
        if said is not Looked.STILL and self._swept is not None:
            self._swept |= np.count_nonzero(changed, axis=0) >= SWEPT_CELLS
        return said

    def keep(self, frame: Frame) -> None:
        """The frame was kept: what comes later is compared with it, and steps are counted from it."""
        self._kept, self.steps, self._is_lasting = frame, [], False
        self._own.of_kept = self._cells.no_strips() if self.is_moving else None  # taken in passing
        self._unlike, self._swept = None, np.zeros(self._cells.columns, dtype=np.bool_)

    def is_new(self, frame: Frame) -> bool:
        """Whether it shows anything, outside what moves on its own, that the frame kept last does not."""
        unlike = self._unlike_kept(frame)
        return bool((unlike & ~self._animated(self._at_ns)).any()) or (
            self._is_lasting and bool(unlike.any())
        )

    def interval_ns(self, at_ns: int) -> int:
        """Return how long to wait for the next look."""
        return LOOK_MOVING_NS if self.is_moving or at_ns < self._brisk_until_ns else LOOK_STILL_NS

    def columns(self) -> tuple[int, int] | None:
        """Return from which column of 32 pixels to which something moved since the kept frame, if known."""
        if self._swept is None or not self._swept.any():
            return None
        swept = np.flatnonzero(self._swept)
        return int(swept[0]), int(swept[-1]) + 1

    def came_back(self) -> None:
        """It settled at what the kept frame shows: what follows is counted from there again."""
        self.steps, self._swept = [], np.zeros(self._cells.columns, dtype=np.bool_)
        if self._own.of_kept is not None:
            self._own.now |= self._own.of_kept
            self._own.of_kept = None

    def moves_on_its_own(self) -> Bools:
        """Return the strips that changed on their own where it stands now."""
        return self._own.now.copy()

    def moved_in_kept(self) -> Bools:
        """Return the strips that changed on their own while the kept frame was on the screen."""
        return self.moves_on_its_own() if self._own.of_kept is None else self._own.of_kept.copy()

    def forget(self) -> None:
        """Nobody was looking for a while: what moved meanwhile was not followed."""
        self._before = self._swept = None

    def _start(self, frame: Frame, at_ns: int) -> Looked:
        """Begin anew: the first look, the first after a pause, or the first of another size."""
        self._cells = Cells(frame.width_px, frame.height_px)
        self._times = np.zeros((self._cells.rows, self._cells.columns), dtype=np.uint8)
        self._changed_ns = np.zeros(self._times.shape, dtype=np.int64)
        self._since_ns = np.full(self._times.shape, at_ns, dtype=np.int64)
        self._patience_ns = np.full(self._times.shape, LASTING_NS, dtype=np.int64)
        self._own, self._unlike, self._swept = _Own(self._cells.no_strips()), None, None
        self.steps.append(None)
        self._begin(at_ns)
        return Looked.MOVING

    def _begin(self, at_ns: int) -> None:
        self.is_moving, self._local_since_ns, self._moving_since_ns = True, None, at_ns
        self._patience_ns[:], self._is_lasting = LASTING_NS, False
        self._known = self._animated(at_ns)  # what is learned in a movement counts after it
        if self._own.of_kept is None:
            self._own.of_kept = self._own.now
        self._own.now, self._own.newest = self._cells.no_strips(), None

    def _still(self, before: Frame, frame: Frame, changed: Bools, at_ns: int) -> Looked:
        if not changed.any():
            self._commit()
            return self._lasting(frame, at_ns)
        new = changed & ~self._animated(at_ns)
        is_moved = _share(new) > MOVED_PERMILLE or _share(changed) > MOVED_ALL_PERMILLE
        if is_moved or np.count_nonzero(new) >= SHIFT_CELLS:
            step = self._step_between(before, frame)
            if is_moved or step:
                self.steps.append(step)
                self._begin(at_ns)
                return Looked.MOVING
        self._note(before, frame, changed, at_ns)
        return self._lasting(frame, at_ns)

    def _moving(self, before: Frame, frame: Frame, changed: Bools, at_ns: int) -> Looked:
        new = changed & ~self._known
        is_same = _share(new) <= SETTLED_PERMILLE
        step = self._step_between(before, frame) if changed.any() else 0
        self.steps.append(0 if step is None and is_same else step)
        if step or _share(changed) > LOCAL_PERMILLE:  # a scroll, however little of it is drawn
            self._local_since_ns, self._own.newest = None, None
            self._own.now[:] = False
            is_restless = not step and at_ns - self._moving_since_ns >= RESTLESS_NS
            return self._settle(at_ns) if is_restless else Looked.MOVING
        if self._local_since_ns is None:
            self._local_since_ns = at_ns
        self._note(before, frame, changed, at_ns)
        is_quiet = is_same or at_ns - self._local_since_ns >= LOCAL_NS
        return self._settle(at_ns) if is_quiet else Looked.MOVING

    def _settle(self, at_ns: int) -> Looked:
        self.is_moving, self._brisk_until_ns = False, at_ns + BRISK_NS
        return Looked.SETTLED

    def _note(self, before: Frame, frame: Frame, changed: Bools, at_ns: int) -> None:
        """Something small changed while the rest was still: it may move on its own."""
        self._times[at_ns - self._changed_ns > FADE_NS] = 0
        self._times[changed] = np.minimum(self._times[changed] + 1, 9)
        self._changed_ns[changed] = at_ns
        self._commit()
        self._own.newest = self._cells.strips(pixels_of(before), pixels_of(frame), changed)

    def _animated(self, at_ns: int) -> Bools:
        """Return the cells that changed at least twice while the rest was still, not too long ago."""
        return (self._times >= 2) & (at_ns - self._changed_ns <= FADE_NS)

    def _commit(self) -> None:
        """The look before was no beginning of a movement: what differed in it moved on its own."""
        if self._own.newest is not None:
            self._own.now |= self._own.newest
            self._own.newest = None

    def _lasting(self, frame: Frame, at_ns: int) -> Looked:
        """Say settled if something is there for good that the kept frame does not show."""
        if self._kept is None:
            return Looked.STILL
        if self._unlike is None:
            self._unlike = self._unlike_kept(frame)
        stays = self._unlike & (at_ns - self._since_ns >= self._patience_ns)
        if not stays.any():
            return Looked.STILL
        self._is_lasting = True
        self._patience_ns[stays] = np.minimum(self._patience_ns[stays] * 2, LASTING_MOST_NS)
        self._commit()
        self._own.now &= ~self._cells.strips_of(self._unlike)
        return self._settle(at_ns)

    def _unlike_kept(self, frame: Frame) -> Bools:
        kept = self._kept
        if kept is None or (kept.width_px, kept.height_px) != (frame.width_px, frame.height_px):
            return ~self._cells.none()
        return self._cells.differing(pixels_of(kept), pixels_of(frame))


def _share(cells: Bools) -> int:
    """Return how many of a thousand cells are marked, rounded up so that little is not nothing."""
    return -(-int(np.count_nonzero(cells)) * 1000 // cells.size)
