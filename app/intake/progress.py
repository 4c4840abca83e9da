# SPDX-License-Identifier: MIT
"""What passes between a conversation run and the window that shows it; nothing heavy is imported here."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.capture.models import Backend, Frame, Target
    from app.clock import Clock
    from app.intake.acquire import Setting
    from app.model import Acquisition, Exhibit, ExhibitId, Original, PairRecord

Store: TypeAlias = "Callable[[Acquisition, Frame], Exhibit]"
Keep: TypeAlias = "Callable[[ExhibitId, PairRecord], object]"
Say: TypeAlias = "Callable[[Progress], object]"


class Phase(StrEnum):
    """What the run is doing."""

    WATCHING = "watching"
    MOVING = "moving"
    PAUSED = "paused"
    ENDED = "ended"


class Advice(StrEnum):
    """What the person should do now; the value is a key in the section ``conversation`` of the words."""

    FAST = "fast"
    ALIKE = "alike"
    RESIZED = "resized"
    POINTER = "pointer"
    WINDOW_GONE = "gone"
    COVERED = "covered"
    NO_MOVEMENT = "still"
    BROKE = "broke"


class Seam(StrEnum):
    """How a frame meets the one that is shown after it."""

    JOINED = "joined"
    MATCHED = "matched"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Side:
    """One frame as the strip shows it: a small JPEG, its number from 1, and the seam to the next one shown.

    ``seam`` is ``None`` of the last one shown, and while the comparison is not made yet.
    """

    index: int
    jpeg: bytes
    seam: Seam | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is. It is told when something in it changed, never for each look.

    Attributes:
        frames: how many are stored for good.
        travelled_px: how far was scrolled, up and down together, as far as proven.
        gaps: how many are open now.
        matched: neighbours that meet, but not pixel for pixel.
        advice: the one thing to do now, if any.
        just_closed: a gap was closed in the last three seconds.
        sides: the newest two frames, or both sides of the newest open gap.
        heading: which way was scrolled last: 1 to newer messages, -1 to older ones, 0 not known. What closes
            a gap is scrolling the other way.
    """

    phase: Phase = Phase.WATCHING
    frames: int = 0
    travelled_px: int = 0
    gaps: int = 0
    matched: int = 0
    advice: Advice | None = None
    just_closed: bool = False
    sides: tuple[Side, ...] = ()
    heading: int = 0


class Control:
    """How the window steers a run that goes on in another thread.

    Attributes:
        finish: set it to end the run; what was begun is judged first.
        stop: set it to end at once (Hide, Lock); everything stored stays stored.
        paused: nothing is looked at while it is set.
    """

    def __init__(self) -> None:
        """Nothing is asked for yet."""
        self.finish = threading.Event()
        self.stop = threading.Event()
        self.paused = threading.Event()
        self._woken = threading.Event()

    def wake(self) -> None:
        """The run looks at once what there is to do; call it after setting one of the events."""
        self._woken.set()

    def wait(self, seconds: float) -> None:
        """Return after this time, or as soon as somebody called ``wake``."""
        self._woken.wait(seconds)
        self._woken.clear()


@dataclass(frozen=True, slots=True)
class Source:
    """Where the frames come from: the same as ``acquire`` is given."""

    backend: Backend
    target: Target
    setting: Setting
    clock: Clock
    scale_of: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sink:
    """Where they go. All three are called from the thread of ``follow``, one at a time.

    Attributes:
        store: the frame is in the vault for good when it returns. Raises EvidenceError.
        say: told how far the run is.
        keep: a judged pair, so that a run that was broken off need not be judged again.
    """

    store: Store
    say: Say
    keep: Keep


@dataclass(frozen=True, slots=True)
class Resumed:
    """A run that was broken off, or ended, and goes on.

    Attributes:
        judged: what was kept of it.
        png_of: the bytes of one of its frames as stored.
    """

    exhibit: Exhibit
    judged: tuple[PairRecord, ...]
    png_of: Callable[[Original], bytes]
