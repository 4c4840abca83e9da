# SPDX-License-Identifier: MIT
"""The search for a place that is the same though its pixels are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.conversation import exact, findings, matched
from app.conversation.constants import RIVAL_APART_PX, RIVAL_PERMILLE
from app.conversation.likeness import Likeness, likeness
from app.conversation.region import is_quiet_outside, overlaps
from app.model import Finding, Proof, Why

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.conversation.anchors import Votes
    from app.conversation.knowledge import Knowledge
    from app.conversation.pair import Laid, Overlap

_PLACES = 3  # regions tried of a shift; cells cost 20 ms each


def by_strips(candidates: Sequence[Laid], votes: Votes, knowledge: Knowledge) -> Finding | None:
    """Return the place where nearly all text is the same; ambiguous where there are two."""
    found = [one for laid in candidates if (one := _matching(laid, knowledge))]
    if not found:
        return None
    best = max(found, key=lambda one: one.weight)
    rivals = [one for one in found if _rivals(one.shift, one.weight, best.shift, best.weight, best)]
    if rivals:
        return findings.unclear(best, Why.TWO_PLACES, votes, rivals)
    if not exact.is_distinct(best, votes):
        return findings.unclear(best, Why.REPEATED_ONLY, votes)
    return findings.joined(best, Proof.MATCHED, votes, 0, matched.alike_permille(best))


def by_cells(candidates: Sequence[Laid], votes: Votes, knowledge: Knowledge) -> Finding | None:
    """Return the place where nearly all text looks the same; ambiguous where there are two."""
    found = [one for laid in candidates if (one := _alike(laid, knowledge))]
    if not found:
        return None
    best, like = max(found, key=lambda one: one[1].cells)
    rivals = [one for one, other in found if _rivals(one.shift, other.cells, best.shift, like.cells, best)]
    if rivals:
        return findings.unclear(best, Why.TWO_PLACES, votes, rivals)
    return findings.joined(best, Proof.MATCHED, votes, 0, like.permille)


def _matching(laid: Laid, knowledge: Knowledge) -> Overlap | None:
    return next((one for one in overlaps(laid, knowledge.region) if matched.fits(one)), None)


def _alike(laid: Laid, knowledge: Knowledge) -> tuple[Overlap, Likeness] | None:
    """Return the first region whose cells look alike at this shift."""
    for _, overlap in zip(range(_PLACES), overlaps(laid, knowledge.region), strict=False):
        if overlap.height < matched.least_height(overlap) or not is_quiet_outside(overlap):
            continue
        like = likeness(overlap)
        if like.proves:
            return overlap, like
    return None


def _rivals(shift: int, weight: int, best_shift: int, best_weight: int, best: Overlap) -> bool:
    apart = best.laid.pair.rows(RIVAL_APART_PX)
    return abs(shift - best_shift) > apart and 1000 * weight >= RIVAL_PERMILLE * best_weight
