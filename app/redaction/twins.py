# SPDX-License-Identifier: MIT
"""The same file under two numbers: what is covered of the one is covered of the other too.

A window that stands still can be captured twice, bit for bit. Boxes lie in the file, not in the number.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self, TypeAlias

from app.capture.geometry import lies_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.model import Exhibit, ExhibitId, Rect

    Boxes: TypeAlias = "dict[str, frozenset[Rect]]"  # by the SHA-256 of a file


def boxes_of(exhibit: Exhibit) -> Boxes:
    """Return what is covered of each file of an exhibit; nothing of those that are not."""
    return {one.record.content.sha256: frozenset(box.rect for box in one.boxes) for one in exhibit.originals}


def drawn_boxes(exhibit: Exhibit) -> Boxes:
    """Return of each file what was drawn in it: what came along grows with every frame it passes."""
    return {one.record.content.sha256: frozenset(box.rect for box in one.drawn) for one in exhibit.originals}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is covered of each file under some number: in a run only what is drawn travels on by itself."""

    covered: Boxes
    drawn: Boxes
    taken_away: Boxes

    @classmethod
    def by(cls, exhibits: Sequence[Exhibit], taken_away: Boxes | None = None) -> Self:
        """Return what these exhibits ask of others that hold the same files."""
        return cls(_joined(map(boxes_of, exhibits)), _joined(map(drawn_boxes, exhibits)), taken_away or {})

    def of(self, exhibit: Exhibit) -> Boxes:
        """Return what should be covered of the files of one exhibit."""
        return self.drawn if exhibit.is_run else self.covered


def to_cover(
    exhibit: Exhibit, wanted: Wanted, drawn: dict[ExhibitId, tuple[Rect, ...]]
) -> dict[ExhibitId, tuple[Rect, ...]] | None:
    """Return the boxes that an exhibit should have for its files' sake, with its own; None if it has them."""
    asked = dict(drawn)
    for original in exhibit.originals:
        sha256 = original.record.content.sha256
        has = [box.rect for box in original.boxes]
        gone = wanted.taken_away.get(sha256, ())
        own = [rect for rect in asked.get(original.id, ()) if rect not in gone]
        missing = (rect for rect in wanted.of(exhibit).get(sha256, ()) if not _lies_in_any(rect, has))
        own += sorted(missing, key=lambda rect: (rect.y, rect.x))
        if own or original.id in asked:
            asked[original.id] = tuple(own)
    return None if asked == drawn else asked


def _joined(each: Iterable[Boxes]) -> Boxes:
    """Return what is covered of each file under any number."""
    found: defaultdict[str, frozenset[Rect]] = defaultdict(frozenset)
    for boxes in each:
        for sha256, rects in boxes.items():
            found[sha256] |= rects
    return dict(found)


def _lies_in_any(rect: Rect, others: Iterable[Rect]) -> bool:
    return any(lies_in(rect, other) for other in others)
