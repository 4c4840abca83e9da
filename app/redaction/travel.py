# SPDX-License-Identifier: MIT
"""Which boxes every frame of a run has, from those that were drawn: in doubt more, never less.

What scrolls is followed by what the run proved; what does not scroll stays at its place in every frame of
that width. The pixels are asked too: what stays though it should move is covered where it stands, and
wherever else the same letters stand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from app.capture.geometry import intersection, lies_in
from app.model import Rect, RedactedBox
from app.redaction.places import EDGE_PX, Places, Spot
from app.redaction.strips import Patch, strips_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from app.capture.models import Frame
    from app.model import Exhibit
    from app.redaction.places import Region
    from app.redaction.strips import Strips

SLACK_PX = 16  # around what scrolls: where it ends is told to within a few rows
NEAR = 5  # a fifth of the height: beneath a frosted bar the run may have found no scrolling


@dataclass(frozen=True, slots=True)
class Reach:
    """What reaches one frame.

    Attributes:
        boxes: those that were drawn in it first.
        came_along: at least one was drawn in another frame.
        is_found: it lies beyond a gap, and the same pixels were found.
        is_beyond: it lies beyond a gap from where something was drawn, and they were not.
        is_waiting: it was not compared yet, and is covered whole.
    """

    boxes: tuple[RedactedBox, ...] = ()
    came_along: bool = False
    is_found: bool = False
    is_beyond: bool = False
    is_waiting: bool = False


@dataclass(frozen=True, slots=True)
class _Drawn:
    """One box, what it covers, and where it goes."""

    frame: int
    sha256: str
    patch: Patch
    region: Region | None
    fixed: tuple[Rect, ...]
    size: tuple[int, int]


@dataclass
class _Found:
    """What reaches one frame, while it is put together."""

    boxes: list[RedactedBox] = field(default_factory=list)
    is_found: bool = False
    is_beyond: bool = False


class Travel:
    """From frame to frame of one exhibit."""

    def __init__(self, exhibit: Exhibit, asked: Mapping[int, Sequence[Rect]]) -> None:
        """Hold what was drawn, by the number of the frame, from 1."""
        self._originals = exhibit.originals
        self._asked = asked
        run = exhibit.run
        self._places = Places(run) if run else None
        self._judged = len(run.frames) if run else 0
        self._has_wallpaper = run.wallpaper_learned if run else False
        self._drawn: list[_Drawn] = []
        self._spots: dict[int, dict[int, tuple[Spot, ...]]] = {}

    def look(self, number: int, frame: Frame) -> None:
        """What is drawn in this frame can be found again."""
        if self._places is None or len(self._originals) == 1:
            return
        strips, region = strips_in(frame), self._places.region(number)
        self._spots[number] = self._places.spots(number)
        size = (frame.width_px, frame.height_px)
        for rect in self._asked.get(number, ()):
            patch = Patch.of(strips, rect)
            fixed = _fixed(rect, region)
            self._drawn.append(_Drawn(number, self._sha256(number), patch, region, fixed, size))

    def needs_pixels(self, numbers: Sequence[int]) -> bool:
        """Whether the pixels of these frames decide what reaches them."""
        return any(one.frame != number for one in self._drawn for number in numbers)

    def reach(self, number: int, frame: Frame | None) -> Reach:
        """Return what reaches a frame; its pixels are given where they are needed."""
        own = [RedactedBox(rect, self._sha256(number)) for rect in self._asked.get(number, ())]
        if self._is_waiting(number):
            content = self._originals[number - 1].record.content
            whole = Rect(0, 0, content.width_px, content.height_px)
            first = next(other for other in self._asked if other != number)
            return Reach((*own, RedactedBox(whole, self._sha256(first))), came_along=True, is_waiting=True)
        found = _Found()
        strips = strips_in(frame) if frame else None
        for drawn in self._drawn:
            if drawn.frame != number and frame and strips is not None:
                self._follow(drawn, number, (frame.width_px, frame.height_px), strips, found)
        came = _without_those_inside(own, found.boxes)
        return Reach((*own, *came), bool(came), found.is_found, found.is_beyond)

    def _is_waiting(self, number: int) -> bool:
        """Whether a frame is one that was not compared, and something is drawn in another."""
        return number > self._judged and any(other != number for other in self._asked)

    def _sha256(self, number: int) -> str:
        return self._originals[number - 1].record.content.sha256

    def _follow(
        self, drawn: _Drawn, number: int, size: tuple[int, int], strips: Strips, found: _Found
    ) -> None:
        """Add where a box comes along to a frame."""
        known = self._spots[drawn.frame].get(number, ())
        offsets = drawn.patch.found(strips)  # where it is proven too: a message between can have been edited
        far = (one for one in offsets if all(abs(one - spot.offset) > spot.margin for spot in known))
        spots = (*known, *(Spot(offset, EDGE_PX) for offset in far))
        if not self._are_together(drawn, number):
            found.is_found |= bool(offsets)
            is_lost = bool(self._scrolling(drawn, strips)) or size[0] != drawn.size[0]
            found.is_beyond |= is_lost and not spots
        rects: list[Rect | None] = [*self._stayed(drawn, size, strips)]
        rects += [self._landed(drawn, number, spot, strips) for spot in spots]
        whole = Rect(0, 0, *size)
        cut = (intersection(rect, whole) for rect in rects if rect is not None)
        found.boxes += [RedactedBox(rect, drawn.sha256) for rect in cut if rect is not None]

    def _are_together(self, drawn: _Drawn, number: int) -> bool:
        return self._places is not None and self._places.are_together(drawn.frame, number)

    def _stayed(self, drawn: _Drawn, size: tuple[int, int], strips: Strips) -> Iterator[Rect]:
        """Yield what does not scroll, and what stands at its place though it might."""
        if size[0] == drawn.size[0]:
            lower = size[1] - drawn.size[1]
            for rect in drawn.fixed:
                yield rect
                if lower:  # what stands at the foot of a window goes with it
                    yield Rect(rect.x, rect.y + lower, rect.width, rect.height)
        if drawn.patch.has_in(strips):
            stayed = drawn.patch.stayed(strips, is_alone=self._has_wallpaper)
            if stayed is not None:
                yield stayed

    def _landed(self, drawn: _Drawn, number: int, spot: Spot, strips: Strips) -> Rect | None:
        """Return where what scrolls of a box stands in a frame, without what shows what it showed before."""
        rows = self._scrolling(drawn, strips)
        region = self._places.region(number) if self._places else None
        if not rows:
            return None
        top, bottom = rows.start + spot.offset - spot.margin, rows.stop + spot.offset + spot.margin
        landed = range(max(0, top), min(len(strips), bottom))
        cells = np.ones((len(landed), drawn.patch.columns.shape[1]), np.bool_)
        if region is not None:
            beside = ~drawn.patch.within(landed, region.core)
            beneath = drawn.patch.within(
                landed, drawn.patch.rect
            )  # in the other frame it shows, what is covered
            own = self._places.region(drawn.frame) if self._places else None
            if own is not None:
                beneath &= drawn.patch.within(landed, own.core, partly=True)
            cells &= ~(beside & drawn.patch.same(strips, landed) & ~beneath)
        rect = drawn.patch.around(landed, cells)
        aside = spot.margin if spot.margin > EDGE_PX else 0
        return rect and Rect(rect.x - aside, rect.y, rect.width + 2 * aside, rect.height)

    def _scrolling(self, drawn: _Drawn, strips: Strips) -> range:
        """Return the rows of a box that scroll; beyond the edge of what does, those that differ in place."""
        rect, region = drawn.patch.rect, drawn.region
        rows = range(rect.y, rect.y + rect.height)
        if region is None:
            return rows
        hull, near = region.hull, drawn.size[1] // NEAR
        sure = range(hull.y - SLACK_PX, hull.y + hull.height + SLACK_PX)
        perhaps = range(hull.y - near, hull.y + hull.height + near)
        same = [bool(row.all()) for row in drawn.patch.same(strips, rows)]
        kept = [
            row
            for row, is_same in zip(rows, same, strict=True)
            if row in sure or (row in perhaps and not is_same)
        ]
        return range(kept[0], kept[-1] + 1) if kept else range(0)


def _fixed(rect: Rect, region: Region | None) -> tuple[Rect, ...]:
    """Return the parts of a box that lie beside what scrolls."""
    if region is None:
        return ()
    core, right, bottom = region.core, rect.x + rect.width, rect.y + rect.height
    beside = (
        Rect(rect.x, rect.y, rect.width, core.y - rect.y),
        Rect(rect.x, core.y + core.height, rect.width, bottom - core.y - core.height),
        Rect(rect.x, rect.y, core.x - rect.x, rect.height),
        Rect(core.x + core.width, rect.y, right - core.x - core.width, rect.height),
    )
    cut = (intersection(rect, one) for one in beside)
    return tuple(one for one in cut if one is not None)


def _without_those_inside(own: Sequence[RedactedBox], came: Sequence[RedactedBox]) -> list[RedactedBox]:
    """Return what came along, in one order, without what lies inside another box."""
    ordered = sorted(
        set(came),
        key=lambda box: (-box.rect.width * box.rect.height, box.rect.y, box.rect.x, box.drawn_in),
    )
    kept: list[RedactedBox] = []
    for box in ordered:
        if not any(lies_in(box.rect, other.rect) for other in (*own, *kept)):
            kept.append(box)
    return sorted(kept, key=lambda box: (box.rect.y, box.rect.x, box.drawn_in))
