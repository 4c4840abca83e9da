# SPDX-License-Identifier: MIT
"""A conversation, captured while it was scrolled. Source: conversation.md."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.model.acquisition import Rect


class Proof(StrEnum):
    """How sure it is that two frames meet, and where. Source: conversation.md, section 4."""

    EXACT = "exact"
    MATCHED = "matched"
    SAME = "same"
    AMBIGUOUS = "ambiguous"
    GAP = "gap"
    RESIZED = "resized"

    @property
    def joins(self) -> bool:
        """Whether nothing can be missing between the two."""
        return self in {Proof.EXACT, Proof.MATCHED, Proof.SAME}


class Why(StrEnum):
    """Why a pair is not joined, or what kind of ambiguity it is."""

    NO_OVERLAP = "no overlap found"
    WIDTH_CHANGED = "window width changed"
    TWO_PLACES = "the frames may meet in more than one way"
    REPEATED_ONLY = "what meets is only repeated"
    ONE_PICTURE = "what meets is one picture"
    RESUMED = "the program was closed in between"


class ForgivenWhy(StrEnum):
    """Why a difference inside the overlap counts neither for nor against."""

    FIXED = "fixed"
    MOVED_ON_ITS_OWN = "moved on its own"


@dataclass(frozen=True, slots=True)
class Forgiven:
    """A rectangle of the later frame that was left out of the comparison, and why."""

    rect: Rect
    why: ForgivenWhy


@dataclass(frozen=True, slots=True)
class Rival:
    """Another place where two frames could meet, and how much speaks for it."""

    shift_px: int
    evidence_strips: int


@dataclass(frozen=True, slots=True)
class Finding:
    """What the comparison of two frames found. Rows of the later frame show what row + shift showed before.

    Attributes:
        shift_px: above 0: scrolled to newer messages; below: to older ones; ``None`` where nothing fits.
        region: the part that scrolls; ``None`` where no movement was found.
        overlap_px: rows of the region that both frames show.
        evidence_strips: strips of 32 pixels that are equal, tell something, and moved; in how many rows, and
            in how many blocks (lines of text, pictures).
        pixels_equal: how many pixels of the overlap were compared one by one and are equal.
        alike_permille: of a tolerant proof, how much of the text is alike.
    """

    level: Proof
    why: Why | None = None
    shift_px: int | None = None
    region: Rect | None = None
    overlap_px: int = 0
    evidence_strips: int = 0
    evidence_rows: int = 0
    blocks: int = 0
    text_strips: int = 0
    unique_anchors: int = 0
    unexplained_strips: int = 0
    pixels_equal: int = 0
    alike_permille: int | None = None
    forgiven: tuple[Forgiven, ...] = ()
    rivals: tuple[Rival, ...] = ()


@dataclass(frozen=True, slots=True)
class PairRecord:
    """Two frames of a run (numbered from 1) and what their comparison found.

    ``steps_px``: the shift of every look between, where the scroll was followed by eye (``watched``).
    ``pointer``: where the mouse pointer was in the later frame, in pixels of the frame.
    """

    first: int
    second: int
    finding: Finding
    watched: bool = False
    steps_px: tuple[int, ...] = ()
    looks: int = 0
    pointer: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class FrameLine:
    """One frame in the record of its run: which original, and when it was seen."""

    index: int
    acquisition_id: str
    sha256: str
    at: datetime
    width_px: int
    height_px: int


@dataclass(frozen=True, slots=True)
class GapRecord:
    """A place where frames did not meet. ``closed_by``: the frames whose later comparison closed it."""

    first: int
    second: int
    why: Why
    closed_by: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Island:
    """Frames that meet: each with the row, in pixels from the first of them, where its region begins."""

    frames: tuple[int, ...]
    tops_px: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TimeJump:
    """The clock was moved between two frames."""

    before: int
    after: int
    shift_ms: int


@dataclass(frozen=True, slots=True)
class RunRecord:
    """How the frames of one conversation meet: kept as JCS JSON, a derivative of the frames it names.

    Attributes:
        algorithm: name and version of the comparison, with the constants it used.
        segments: first frame of each sitting; a run that goes on after a break has more than one.
        islands: frames that are proven to meet; more than one means a gap is left.
        repeated: pairs of frames that show the same place.
        size_changes: frames that are of another width than the one before.
    """

    run_id: str
    algorithm: str
    constants: dict[str, int]
    started_at: datetime
    ended_at: datetime
    frames: tuple[FrameLine, ...]
    segments: tuple[int, ...]
    pairs: tuple[PairRecord, ...]
    gaps: tuple[GapRecord, ...]
    islands: tuple[Island, ...]
    repeated: tuple[tuple[int, int], ...] = ()
    time_jumps: tuple[TimeJump, ...] = ()
    size_changes: tuple[int, ...] = ()
    wallpaper_learned: bool = False
    v: int = 1

    @property
    def open_gaps(self) -> tuple[GapRecord, ...]:
        """The gaps that were not closed."""
        return tuple(gap for gap in self.gaps if gap.closed_by is None)

    @property
    def breaks(self) -> int:
        """How many pieces may be missing, one less than islands; two open gaps may name the same one."""
        return max(0, len(self.islands) - 1)

    @property
    def matched(self) -> int:
        """How many pairs of frames, neighbours or not, meet at one place but not pixel for pixel."""
        last = {(pair.first, pair.second): pair.finding.level for pair in self.pairs}
        return sum(level is Proof.MATCHED for level in last.values())

    def pair(self, first: int, second: int) -> PairRecord | None:
        """Return the comparison of two frames, the last one made."""
        return next((p for p in reversed(self.pairs) if (p.first, p.second) == (first, second)), None)
