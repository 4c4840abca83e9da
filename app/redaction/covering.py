# SPDX-License-Identifier: MIT
"""Covers parts of an exhibit: copies of every frame that shows them, a new joined picture, no text beneath.

Copies are made one at a time beside the window and come to count all at once: whatever ends it before,
nothing has changed. The same file under another number is covered after it; what ends that is made up for by
``cover_twins``.
"""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.errors import BadInput, EvidenceError, PicturesNotAllowed, VaultLocked
from app.model import DerivativeKind, Sensitivity
from app.redaction.burning import fitted
from app.redaction.twins import Wanted, boxes_of, to_cover
from app.redaction.work import Covered, Work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from app.conversation.bands import Captions
    from app.model import Exhibit, ExhibitId, Rect
    from app.vault import Vault

    Drawn = Mapping[ExhibitId, Sequence[Rect]]
    Moved = Callable[[float], object]


def _untold(_share: float) -> None:
    """Nobody is told how far it has come."""


def drawn(exhibit: Exhibit) -> dict[ExhibitId, tuple[Rect, ...]]:
    """Return what the person drew, by the original they drew it in; what came along is not among it."""
    found: dict[ExhibitId, tuple[Rect, ...]] = {}
    seen: set[str] = set()  # two frames can be the same file
    for original in exhibit.originals:
        own = original.record.content.sha256
        if original.drawn and own not in seen:
            found[original.id] = tuple(box.rect for box in original.drawn)
            seen.add(own)
    return found


def is_due(exhibit: Exhibit) -> bool:
    """Whether a run was judged anew since parts of it were covered: then boxes may reach further frames."""
    judged = [one.seq or 0 for one in exhibit.derivatives if one.kind is DerivativeKind.RUN_RECORD]
    copies = [one.seq or 0 for one in exhibit.derivatives if one.kind is DerivativeKind.REDACTED]
    return exhibit.is_redacted and bool(judged) and max(judged) > max(copies)


def go_on(
    vault: Vault,
    exhibit_id: str,
    *,
    captions: Captions | None = None,
    moved: Moved = _untold,
    cancelled: threading.Event | None = None,
) -> Covered | None:
    """Return what came of covering an exhibit anew as it was drawn, where that is due; None where it is not.

    Nothing is done either while it is being covered: that takes it as it is now.

    Raises:
        as ``cover``.
    """
    exhibit = vault.exhibit(exhibit_id)
    if vault.is_covering(exhibit_id):
        return None
    if exhibit.withdrawn_at is not None or not is_due(exhibit):
        return None
    return cover(vault, exhibit_id, drawn(exhibit), captions=captions, moved=moved, cancelled=cancelled)


def cover(
    vault: Vault,
    exhibit_id: str,
    drawn: Drawn,
    *,
    captions: Captions | None = None,
    moved: Moved = _untold,
    cancelled: threading.Event | None = None,
) -> Covered:
    """Return what came of covering these boxes, and no others, of an exhibit; all of it counts, or nothing.

    Call it outside the lane that writes: nobody who takes pictures waits for it.

    Args:
        vault: the open case.
        exhibit_id: a picture, or a run.
        drawn: the boxes by the original they are drawn in; none to uncover.
        captions: the words at a gap of the joined picture; English unless given.
        moved: told the share that is done.
        cancelled: set it to stop.

    Raises:
        BadInput: no such exhibit or original, withdrawn, a box outside its picture or too small.
        PicturesNotAllowed: somebody in it is, or may be, under 18.
        HashMismatch: an original is not what was recorded.
        Cancelled, VaultLocked, DiskFull: nothing was covered; another covering of it stops this one too.
    """
    how = _How(captions, moved, cancelled or threading.Event())
    before = boxes_of(vault.exhibit(exhibit_id))
    covered = _cover_one(vault, exhibit_id, drawn, how)
    after = boxes_of(covered.exhibit)
    gone = {sha256: rects - after.get(sha256, frozenset()) for sha256, rects in before.items()}
    others = [one for one in vault.exhibits() if one.id != exhibit_id]
    with contextlib.suppress(EvidenceError):  # it counts; what is missing is made up for at the next look
        wanted = Wanted.by([covered.exhibit], gone)
        for each in _follow(vault, others, wanted, replace(how, moved=_untold)):
            covered = replace(covered, also=(*covered.also, each.exhibit.ref))
    return covered


def cover_twins(
    vault: Vault, *, captions: Captions | None = None, cancelled: threading.Event | None = None
) -> list[Covered]:
    """Return what came of covering every file that is covered under another number, and not under its own.

    Raises:
        as ``cover``.
    """
    if not vault.covers_anything():
        return []
    exhibits = vault.exhibits()
    how = _How(captions, _untold, cancelled or threading.Event())
    with contextlib.suppress(PicturesNotAllowed):  # then no picture leaves under any number
        return list(_follow(vault, exhibits, Wanted.by(exhibits), how))
    return []


@dataclass(frozen=True, slots=True)
class _How:
    """What goes along to each exhibit that is covered."""

    captions: Captions | None
    moved: Moved
    cancelled: threading.Event


def _follow(vault: Vault, exhibits: Iterable[Exhibit], wanted: Wanted, how: _How) -> Iterator[Covered]:
    """Yield what came of covering the same files under other numbers."""
    for exhibit in exhibits:
        if exhibit.withdrawn_at is None and not _is_apart(exhibit):
            asked = to_cover(exhibit, wanted, drawn(exhibit))
            if asked is not None:
                yield _cover_one(vault, exhibit.id, asked, how)


def _is_apart(exhibit: Exhibit) -> bool:
    """Whether it may not be looked at, and so never leaves."""
    return exhibit.facts.sensitivity is Sensitivity.MAY_SHOW_UNDER_18


def _cover_one(vault: Vault, exhibit_id: str, drawn: Drawn, how: _How) -> Covered:
    """Return what came of covering these boxes of one exhibit."""
    while True:
        begun = vault.begin_cover(exhibit_id)
        work = Work(vault, begun, how.cancelled, how.moved, how.captions)
        try:
            covered = work.done(_asked(begun.exhibit, drawn))
        finally:
            with contextlib.suppress(VaultLocked, BadInput):
                vault.end_cover(begun)
        if covered is not None:
            return covered  # otherwise it has become another meanwhile: from the start


def _asked(exhibit: Exhibit, drawn: Drawn) -> dict[int, tuple[Rect, ...]]:
    """Return the boxes by the number of the frame, from 1, as they lie in it.

    Raises:
        BadInput: of another exhibit, outside its picture, or too small.
    """
    numbers = {one.id: n for n, one in enumerate(exhibit.originals, 1)}
    asked: dict[int, tuple[Rect, ...]] = {}
    for original_id, boxes in drawn.items():
        if original_id not in numbers:
            raise BadInput("no such picture in this exhibit")
        n = numbers[original_id]
        content = exhibit.originals[n - 1].record.content
        if boxes:
            asked[n] = fitted(boxes, content.width_px, content.height_px)
    return dict(sorted(asked.items()))
