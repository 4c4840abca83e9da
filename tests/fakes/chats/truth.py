# SPDX-License-Identifier: MIT
"""What is true of two drawn frames, and what is wrong with a finding about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from app.model import Proof
from tests.fakes.chats.shots import HIDDEN

if TYPE_CHECKING:
    from app.model import Finding
    from tests.fakes.chats.shots import Shot

LEAST_OVERLAP_PX = 48
LEAST_TELLING_ROWS = 24
LEAST_WORD_ROWS = 24  # at a scale of 100 %
ONE_PLACE_PX = 2
EQUALLY, SOMEHOW = 0.5, 0.25  # shares of the telling rows: a place that fits equally, and a rival
PROBES = np.linspace(0.02, 0.98, 15)
TORN = 0.08  # of the common rows may belong to another shift before the pair counts as torn


@dataclass(frozen=True, slots=True)
class Truth:
    """What is true of two frames, first and second.

    Attributes:
        shift_px: row y of the second shows what row y + shift of the first showed; ``None`` if no row is in
            both. Halves are possible.
        overlap_px: how many rows are in both, at that shift.
        is_torn: something between grew or shrank: no single shift is right.
        fits: every shift at which all common rows of the two would be equal, the true one among them; more
            than one means that no comparison of the two alone can tell.
        rivals: the same, of those also that have much less in common than the true one.
        is_resized: the widths differ.
        word_rows: how many of the common rows show words.
    """

    shift_px: float | None
    overlap_px: int
    is_torn: bool
    fits: tuple[int, ...]
    rivals: tuple[int, ...]
    is_resized: bool
    region_px: int
    line_px: int
    word_rows: int

    @property
    def is_ambiguous(self) -> bool:
        """Whether two places fit equally, or a wrong one does."""
        return self._is_among_others(self.fits)

    def _is_among_others(self, fits: tuple[int, ...]) -> bool:
        return any(self.shift_px is None or abs(fit - self.shift_px) > ONE_PLACE_PX for fit in fits)

    @property
    def is_plain(self) -> bool:
        """Whether a good judge should join the two: a fifth in common, with words, none of it unclear."""
        is_single = not (self.is_torn or self.is_resized or self._is_among_others(self.rivals))
        is_enough = self.overlap_px >= self.region_px // 5 and self.word_rows >= LEAST_WORD_ROWS
        return is_single and is_enough and self.shift_px not in {None, 0}

    def is_look_alike(self, finding: Finding) -> bool:
        """Whether the two have no row in common, but all that they seem to share is equal, and only there."""
        is_joined = finding.level in {Proof.EXACT, Proof.MATCHED}
        return is_joined and self.shift_px is None and self.fits == (finding.shift_px,)

    def fault(self, finding: Finding, *, is_watched: bool = False) -> str | None:
        """Return what is wrong with a finding: false join, false same, guess; ``None`` if nothing is."""
        if finding.level is Proof.SAME:
            return self._fault_of_same()
        if finding.level not in {Proof.EXACT, Proof.MATCHED} or self.is_look_alike(finding):
            return None  # a place that looks the same to the last pixel: only having watched can tell
        return self._fault_of_join(finding.shift_px) or (
            f"guess: {self.fits} fit equally" if self.is_ambiguous and not is_watched else None
        )

    def _fault_of_join(self, shift_px: int | None) -> str | None:
        if self.is_resized:
            return "false join: the widths differ"
        if self.shift_px is None or shift_px is None:
            return f"false join at {shift_px}: the frames have no row in common"
        if self.is_torn:
            return f"false join at {shift_px}: torn, most rows at {self.shift_px:g}"
        is_right = abs(shift_px - self.shift_px) <= 1
        return None if is_right else f"false join at {shift_px}: truth is {self.shift_px:g}"

    def _fault_of_same(self) -> str | None:
        if 0 in self.fits:
            return None  # the same picture after a movement: nothing can tell
        if self.shift_px is None:
            return "false same: the frames have no row in common"
        if abs(self.shift_px) > self.line_px or self.is_torn:
            return f"false same: the content moved by {self.shift_px:g}"
        return None


def truth(first: Shot, second: Shot) -> Truth:
    """Return what is true of the two."""
    _, here, there = np.intersect1d(first.ids, second.ids, return_indices=True)
    is_shown = first.ids[here] != HIDDEN
    moved = here[is_shown] - there[is_shown]
    shift, overlap, is_torn = None, 0, False
    if len(moved):
        values, counts = np.unique(moved, return_counts=True)
        best = int(counts.argmax())
        overlap = int(counts[best])
        is_torn = bool(len(moved) - overlap > max(TORN * len(moved), 2))
        shift = int(values[best]) + second.half - first.half
    is_resized = first.frame.width_px != second.frame.width_px
    fits, rivals = ((), ()) if is_resized else _fits(first, second, shift)
    region_px = min(first.region.height, second.region.height)
    words = int((first.wordy[here] & is_shown).sum()) * 1000 // first.density_permille
    return Truth(shift, overlap, is_torn, fits, rivals, is_resized, region_px, first.line_px, words)


def _fits(first: Shot, second: Shot, shift: float | None) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the shifts at which everything that both show is equal, the clean page taken alone."""
    shown = [shot.ids != HIDDEN for shot in (first, second)]
    telling = np.zeros(len(second.looks), dtype=bool)
    telling[1:] = second.looks[1:] != second.looks[:-1]
    found: dict[int, int] = {}
    tall, low = len(first.ids), len(second.ids)
    for d in _possible(first, second):
        up, down = slice(max(0, d), min(tall, low + d)), slice(max(0, -d), min(low, tall - d))
        both = shown[0][up] & shown[1][down]
        differs = (first.looks[up] != second.looks[down]) & both
        if differs.any() or both.sum() < LEAST_OVERLAP_PX:
            continue
        rows = int((telling[down] & both).sum())
        if rows >= LEAST_TELLING_ROWS:
            found[d] = rows
    true = max((rows for d, rows in found.items() if shift is not None and abs(d - shift) <= 1), default=0)
    most = true or max(found.values(), default=0)
    equal, some = (
        tuple(d for d, rows in found.items() if rows >= share * most) for share in (EQUALLY, SOMEHOW)
    )
    return equal, some


def _possible(first: Shot, second: Shot) -> list[int]:
    """Return the shifts at which a few rows, tried before all the others, do not differ."""
    tall, low = len(first.ids), len(second.ids)
    shifts = np.arange(LEAST_OVERLAP_PX - low, tall - LEAST_OVERLAP_PX + 1)
    top, bottom = np.maximum(0, -shifts), np.minimum(low, tall - shifts)
    for share in PROBES:
        rows = top + ((bottom - top - 1) * share).astype(np.int64)
        there = rows + shifts
        is_hidden = (first.ids[there] == HIDDEN) | (second.ids[rows] == HIDDEN)
        stays = is_hidden | (first.looks[there] == second.looks[rows])
        shifts, top, bottom = shifts[stays], top[stays], bottom[stays]
    return [int(d) for d in shifts]
