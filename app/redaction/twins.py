# SPDX-License-Identifier: MIT
"""The same file under two numbers: what is covered of the one is covered of the other too.

A window that stands still can be captured twice, bit for bit. Boxes lie in the file, not in the number.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.model import Exhibit, ExhibitId, Rect

    Boxes: TypeAlias = "dict[str, frozenset[Rect]]"  # by the SHA-256 of a file


def boxes_of(exhibit: Exhibit) -> Boxes:
    """Return what is covered of each file of an exhibit; nothing of those that are not."""
    return {one.record.content.sha256: frozenset(box.rect for box in one.boxes) for one in exhibit.originals}


def drawn_boxes(exhibit: Exhibit) -> Boxes:
    """Return of each file what was drawn in it: what came along grows with every frame it passes."""
    return {
        one.record.content.sha256: frozenset(
            box.rect for box in one.boxes if box.drawn_in == one.record.content.sha256
        )
        for one in exhibit.originals
    }


def joined(each: Iterable[Boxes]) -> Boxes:
    """Return what is covered of each file under any number."""
    found: defaultdict[str, frozenset[Rect]] = defaultdict(frozenset)
    for boxes in each:
        for sha256, rects in boxes.items():
            found[sha256] |= rects
    return dict(found)


def to_cover(
    exhibit: Exhibit, wanted: Boxes, drawn: dict[ExhibitId, tuple[Rect, ...]], taken_away: Boxes
) -> dict[ExhibitId, tuple[Rect, ...]] | None:
    """Return the boxes that an exhibit should have for its files' sake, with its own; None if it has them."""
    asked = dict(drawn)
    for original in exhibit.originals:
        sha256 = original.record.content.sha256
        has = [box.rect for box in original.boxes]
        own = [rect for rect in asked.get(original.id, ()) if rect not in taken_away.get(sha256, ())]
        missing = [rect for rect in wanted.get(sha256, ()) if not any(_holds(one, rect) for one in has)]
        own += sorted(missing, key=lambda rect: (rect.y, rect.x))
        if own or original.id in asked:
            asked[original.id] = tuple(own)
    return None if asked == drawn else asked


def _holds(outer: Rect, inner: Rect) -> bool:
    """Whether nothing of one rectangle lies outside the other."""
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and inner.x + inner.width <= outer.x + outer.width
        and inner.y + inner.height <= outer.y + outer.height
    )
