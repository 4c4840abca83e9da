# SPDX-License-Identifier: MIT
"""Exhibits of which parts are covered, and a covering that covers at once, without a vault."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.model import DerivativeKind, DerivativeRecord, Rect, RedactedBox
from tests.fakes.clock import START

if TYPE_CHECKING:
    from app.model import Exhibit, Original

BOX = Rect(20, 30, 60, 40)


def copy_of(original: Original, *boxes: RedactedBox) -> DerivativeRecord:
    """Return the record of a covered copy of an original."""
    content = original.record.content
    return DerivativeRecord(
        derivative_id=uuid.uuid4().hex,
        kind=DerivativeKind.REDACTED,
        made_at=START,
        parents=(content.sha256,),
        method="solid boxes",
        tool="safehold/test",
        mime="image/png",
        size_bytes=1,
        sha256=uuid.uuid4().hex * 2,
        width_px=content.width_px,
        height_px=content.height_px,
        boxes=boxes,
    )


def covered(
    exhibit: Exhibit, drawn: dict[int, tuple[Rect, ...]], came: dict[int, int] | None = None
) -> Exhibit:
    """Return the exhibit with covered copies.

    Args:
        exhibit: of a case.
        drawn: boxes by the number of the picture they were drawn in, from 1.
        came: pictures, by number, that have the boxes of another one as well.
    """
    boxes: dict[int, list[RedactedBox]] = {}
    for n, rects in drawn.items():
        sha256 = exhibit.originals[n - 1].record.content.sha256
        reached = (n, *(to for to, source in (came or {}).items() if source == n))
        for to in reached:
            boxes.setdefault(to, []).extend(RedactedBox(rect, sha256) for rect in rects)
    copies = {n: copy_of(exhibit.originals[n - 1], *kept) for n, kept in sorted(boxes.items())}
    frames = tuple(replace(one, redacted=copies.get(n)) for n, one in enumerate(exhibit.frames, start=1))
    kept = tuple(one for one in exhibit.derivatives if one.kind is not DerivativeKind.REDACTED)
    return replace(exhibit, frames=frames, derivatives=(*kept, *copies.values()))


@dataclass(frozen=True, slots=True)
class FakeCovered:
    """What came of it."""

    exhibit: Exhibit
    travelled: int = 0
    words: int = 0
    also: tuple[str, ...] = ()


@dataclass
class FakeCover:
    """Covers at once, or fails as it is told to; ``asked`` holds what was to be covered."""

    came: dict[int, int] = field(default_factory=dict)
    words: int = 0
    error: BaseException | None = None
    asked: list[dict[str, tuple[Rect, ...]]] = field(default_factory=list)

    def __call__(self, vault, exhibit_id, drawn, moved, cancelled):  # type: ignore[no-untyped-def]
        """Return what came of it, as ``app.redaction.cover`` does."""
        self.asked.append(dict(drawn))
        moved(0.5)
        if self.error is not None:
            raise self.error
        exhibit = vault.exhibit(exhibit_id)
        numbers = {one.id: n for n, one in enumerate(exhibit.originals, start=1)}
        made = covered(exhibit, {numbers[key]: rects for key, rects in drawn.items()}, self.came)
        return FakeCovered(made, len(self.came), self.words)
