# SPDX-License-Identifier: MIT
"""Frames with a place: those that meet share an island; a gap is what lies between two islands."""

from __future__ import annotations

from app.model import Island


class Islands:
    """Places of frames, in pixels from the first of their island; grows as pairs are proven."""

    def __init__(self) -> None:
        """No frame stands anywhere."""
        self._top_px: dict[int, int] = {}
        self._island: dict[int, list[int]] = {}

    def add(self, frame: int) -> None:
        """The frame stands alone, unless it is known already."""
        if frame not in self._top_px:
            self._top_px[frame], self._island[frame] = 0, [frame]

    def are_together(self, one: int, other: int) -> bool:
        """Whether nothing can be missing between the two."""
        return self._island[one] is self._island[other]

    def join(self, first: int, second: int, shift_px: int) -> bool:
        """Return whether two islands became one: the second frame begins so many pixels after the first.

        A pair inside one island changes nothing, even if it disagrees: what was proven first stays.
        """
        if self.are_together(first, second):
            return False
        stays, moves = self._island[first], self._island[second]
        by = self._top_px[first] + shift_px - self._top_px[second]
        if len(moves) > len(stays):
            stays, moves, by = moves, stays, -by
        for frame in moves:
            self._top_px[frame] += by
            self._island[frame] = stays
        stays.extend(moves)
        return True

    def all(self) -> tuple[Island, ...]:
        """Return the islands by their earliest frame, the frames of each by number."""
        found = sorted({id(frames): sorted(frames) for frames in self._island.values()}.values())
        return tuple(self._placed(frames) for frames in found)

    def _placed(self, frames: list[int]) -> Island:
        origin = self._top_px[frames[0]]
        return Island(tuple(frames), tuple(self._top_px[frame] - origin for frame in frames))
