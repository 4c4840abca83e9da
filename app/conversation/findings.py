# SPDX-License-Identifier: MIT
"""What a comparison found, in whole numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.conversation.forgiven import left_out
from app.model import Finding, Proof, Rival, Why

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.conversation.anchors import Votes
    from app.conversation.overlap import Overlap

GAP = Finding(Proof.GAP, Why.NO_OVERLAP)
RESIZED = Finding(Proof.RESIZED, Why.WIDTH_CHANGED)
SAME = Finding(Proof.SAME, shift_px=0)


def same(unmoved_permille: int) -> Finding:
    """Return that two frames show the same place; so much of the text stayed."""
    return Finding(Proof.SAME, shift_px=0, alike_permille=unmoved_permille)


def joined(overlap: Overlap, level: Proof, votes: Votes, pixels: int, alike: int | None = None) -> Finding:
    """Return the finding of a proven place with everything that was counted."""
    return Finding(
        level,
        shift_px=overlap.shift,
        region=overlap.region.rect,
        overlap_px=overlap.height,
        evidence_strips=overlap.weight,
        evidence_rows=overlap.evidence_rows,
        blocks=overlap.blocks,
        text_strips=overlap.plain_strips,
        unique_anchors=overlap.unique(votes),
        unexplained_strips=overlap.against,
        pixels_equal=pixels,
        alike_permille=alike,
        forgiven=left_out(overlap),
    )


def unclear(overlap: Overlap, why: Why, votes: Votes, rivals: Iterable[Overlap] = ()) -> Finding:
    """Return the finding of a place that fits but is not the only one, or not enough."""
    return Finding(
        Proof.AMBIGUOUS,
        why,
        shift_px=overlap.shift,
        region=overlap.region.rect,
        overlap_px=overlap.height,
        evidence_strips=overlap.weight,
        evidence_rows=overlap.evidence_rows,
        blocks=overlap.blocks,
        text_strips=overlap.plain_strips,
        unique_anchors=overlap.unique(votes),
        unexplained_strips=overlap.against,
        rivals=tuple(Rival(one.shift, one.weight) for one in rivals),
    )
