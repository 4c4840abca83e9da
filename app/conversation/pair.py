# SPDX-License-Identifier: MIT
"""Two frames laid over each other at a shift: what is equal, what moved, what may be forgiven."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from app.conversation.anchors import Votes, votes
from app.conversation.constants import FIXED_MARGIN_ROWS, STRIP_PX, UNIQUE_ANCHORS
from app.conversation.masks import Mask, grown
from app.conversation.wallpaper import Wallpaper, mostly, whole_strips
from app.model import Rect

if TYPE_CHECKING:
    from app.conversation.seen import Seen


@dataclass(frozen=True, slots=True)
class Region:
    """The part that scrolls: rows in pixels, columns in strips; ``bottom`` and ``right`` are outside."""

    top: int
    bottom: int
    left: int
    right: int

    @property
    def height(self) -> int:
        """How many rows scroll."""
        return self.bottom - self.top

    @property
    def rect(self) -> Rect:
        """The region in pixels."""
        return Rect(self.left * STRIP_PX, self.top, (self.right - self.left) * STRIP_PX, self.height)


class Pair:
    """Two frames of one size and the wallpaper behind both, if known; what was asked for once is kept."""

    def __init__(self, first: Seen, second: Seen, wallpaper: Wallpaper | None = None) -> None:
        self.first, self.second, self.wallpaper = first, second, wallpaper
        self.by_ink = False
        self.height, self.strips = first.strips.shape
        self.changed: Mask = first.strips != second.strips
        self._laid: dict[int, Laid] = {}

    def with_ink(self) -> Pair:
        """Return the pair with its text told by contrast, for frames in which no area is flat."""
        pair = Pair(self.first, self.second, self.wallpaper)
        pair.by_ink = True
        return pair

    def rows(self, at_hundred: int) -> int:
        """Return so many rows of the layout in rows of these frames."""
        return self.second.rows(at_hundred)

    @cached_property
    def votes(self) -> Votes:
        """How the anchors vote; one in 8 of them where there are very many."""
        return votes(self.first.anchors.thinned, self.second.anchors.thinned, self.height)

    @cached_property
    def all_votes(self) -> Votes:
        """How all the anchors vote."""
        ours, theirs = self.first.anchors, self.second.anchors
        if ours.thinned is ours and theirs.thinned is theirs:
            return self.votes
        return votes(ours, theirs, self.height)

    @cached_property
    def is_drawn_anew(self) -> bool:
        """Whether next to nothing of either frame is found in the other: all was drawn or pressed anew."""
        shifts = self.all_votes.unique_shifts
        return shifts.size == 0 or int(np.bincount(shifts + self.height).max()) < UNIQUE_ANCHORS

    @cached_property
    def edges(self) -> Mask:
        """Edges that stay: two strips, one above the other, that differ, and are the same in both frames.

        A flat strip beside an edge that moved stays by chance wherever lines lie in a grid.
        """
        stays = ~self.changed
        edges = self.first.changes.copy()
        edges[1:] &= stays[1:] & stays[:-1]
        edges[:-1] |= edges[1:]
        return edges

    @cached_property
    def fixed(self) -> Mask:
        """What stands in both frames at the same place and is no wallpaper, and what is close around."""
        edges = self.edges
        if self.wallpaper is not None:
            edges = edges & self.wallpaper.uncovered[: self.height]
        return grown(edges, self.rows(FIXED_MARGIN_ROWS))

    @cached_property
    def papered(self) -> tuple[Mask, Mask] | None:
        """Pixels of either frame that show the wallpaper, if it is known."""
        if self.wallpaper is None:
            return None
        return self.wallpaper.on(self.first), self.wallpaper.on(self.second)

    @cached_property
    def paper_strips(self) -> tuple[Mask, Mask] | None:
        """Strips of either frame that show more wallpaper than anything else, if it is known."""
        if self.papered is None:
            return None
        return mostly(self.papered[0]), mostly(self.papered[1])

    @cached_property
    def pictures(self) -> tuple[Mask, Mask]:
        """Strips of photographs in either frame; a wallpaper is none, however tall."""
        paper = self.paper_strips
        if paper is None:
            return self.first.pictures, self.second.pictures
        return (
            self.first.pictures_of(self.first.informative & ~paper[0]),
            self.second.pictures_of(self.second.informative & ~paper[1]),
        )

    @cached_property
    def moving(self) -> Mask:
        """Strips that moved on their own before either frame was kept."""
        return self.first.moving | self.second.moving

    def laid(self, shift: int) -> Laid:
        """Return the two laid over each other: row y of the later meets row y + shift of the earlier."""
        if shift not in self._laid:
            self._laid[shift] = Laid(self, shift)
        return self._laid[shift]

    def forget(self) -> None:
        """Nothing laid over each other is remembered; it would keep both frames for long."""
        self._laid.clear()


class Laid:
    """Two frames laid over each other. All masks have the rows ``start`` to ``end`` of the later frame.

    Attributes:
        equal: strips that are the same.
        evidence: strips that are the same, tell something, and changed in place in both frames: they moved.
    """

    def __init__(self, pair: Pair, shift: int) -> None:
        self.pair, self.shift = pair, shift
        self.start, self.end = max(0, -shift), min(pair.height, pair.height - shift)
        self.later = slice(self.start, self.end)
        self.earlier = slice(self.start + shift, self.end + shift)
        self.equal: Mask = pair.first.strips[self.earlier] == pair.second.strips[self.later]
        moved = pair.changed[self.later] & pair.changed[self.earlier]
        self.evidence: Mask = self.equal & pair.second.informative[self.later] & moved
        if pair.wallpaper is not None:
            self.evidence &= ~self.beside_bubbles

    @cached_property
    def weight(self) -> int:
        """How many strips moved so, in the whole frame."""
        return int(np.count_nonzero(self.evidence))

    @cached_property
    def own_movement(self) -> Mask:
        """Where something moved on its own in either frame."""
        return self.pair.moving[self.later] | self.pair.moving[self.earlier]

    @cached_property
    def forgiven(self) -> Mask:
        """Where a difference counts neither for nor against."""
        return self.pair.fixed[self.later] | self.pair.fixed[self.earlier] | self.own_movement

    @cached_property
    def unexplained(self) -> Mask:
        """Strips that differ, and nothing says why they may."""
        differs = ~self.equal & ~self.forgiven
        if self.pair.wallpaper is not None:
            differs &= ~self._equal_but_for_wallpaper()
        return differs

    @cached_property
    def beside_bubbles(self) -> Mask:
        """Strips that are mostly wallpaper in both; no message is there."""
        paper = self.pair.paper_strips
        if paper is None:
            return np.zeros_like(self.equal)
        return paper[0][self.earlier] & paper[1][self.later]

    def _equal_but_for_wallpaper(self) -> Mask:
        """Return the strips whose every pixel is equal, or wallpaper in both."""
        papered = self.pair.papered
        same = self.pair.first.pixels[self.earlier] == self.pair.second.pixels[self.later]
        if papered is not None:
            same |= papered[0][self.earlier] & papered[1][self.later]
        return whole_strips(same)

    @cached_property
    def informative(self) -> Mask:
        """Strips that tell something in either frame."""
        return self.pair.second.informative[self.later] | self.pair.first.informative[self.earlier]

    @cached_property
    def text(self) -> Mask:
        """Strips of text in either frame that nothing forgives."""
        if self.pair.by_ink:
            told = self.pair.second.ink[self.later] | self.pair.first.ink[self.earlier]
        else:
            told = self.informative & ~self.pictures
        return told & ~self.forgiven & ~self.beside_bubbles

    @cached_property
    def pictures(self) -> Mask:
        """Strips of photographs in either frame."""
        first, second = self.pair.pictures
        return second[self.later] | first[self.earlier]
