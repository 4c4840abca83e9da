# SPDX-License-Identifier: MIT
"""The search for a place that is the same though its pixels are not."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from app.conversation import exact, findings, matched
from app.conversation.around import is_elsewhere_too
from app.conversation.constants import (
    PROFILE_ALIKE_PERMILLE,
    PROFILE_CELL_ROWS,
    PROFILE_CELLS,
    PROFILE_RUNNER_UP_PERMILLE,
    RIVAL_APART_PX,
    RIVAL_PERMILLE,
)
from app.conversation.likeness import Likeness, likeness
from app.conversation.overlap import Overlap
from app.conversation.pixels import count_equal
from app.conversation.profiles import peaks
from app.conversation.region import changed_regions, overlaps
from app.model import Finding, Proof, Why

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.conversation.anchors import Votes
    from app.conversation.knowledge import Knowledge
    from app.conversation.pair import Laid, Pair

_PLACES = 4  # regions tried: known, what changed, between the outermost lines


def by_strips(
    candidates: Sequence[Laid], votes: Votes, knowledge: Knowledge, followed_px: int | None = None
) -> Finding | None:
    """Return the place where nearly all text is the same; ambiguous where there are two.

    Args:
        candidates: the places to try.
        votes: what the anchors say.
        knowledge: what the run knows.
        followed_px: where the scroll led to, if the looks followed it.
    """
    found = [one for laid in candidates if (one := _matching(laid, knowledge))]
    if not found:
        return None
    best = max(found, key=lambda one: one.weight)
    is_followed = best.shift == followed_px
    rivals = [one for one in found if _rivals(one.shift, one.weight, best.shift, best.weight, best)]
    if rivals or not (is_followed or _is_alone_in_strips(best, votes)):
        return findings.unclear(best, Why.TWO_PLACES, votes, rivals)
    if not exact.is_distinct(best, votes):
        return findings.unclear(best, Why.REPEATED_ONLY, votes)
    return findings.joined(best, Proof.MATCHED, votes, count_equal(best), matched.alike_permille(best))


def _is_alone_in_strips(best: Overlap, votes: Votes) -> bool:
    """Whether no other place has as many anchors and, where little meets, no picture speaks against this."""
    if best.laid.pair.wallpaper is not None:
        return True  # it is found again at each of its periods
    is_clear = matched.is_nearly_all(best) or not exact.is_thin(best, votes)
    return is_clear and not is_elsewhere_too(best, votes)


def by_cells(
    candidates: Sequence[Laid], votes: Votes, knowledge: Knowledge, followed_px: int | None = None
) -> Finding | None:
    """Return the place where nearly all text looks the same; ambiguous where there are two.

    Args:
        candidates: the places to try.
        votes: what the anchors say.
        knowledge: what the run knows.
        followed_px: where the scroll led to, if the looks followed it.
    """
    found = [one for laid in candidates if (one := _alike(laid, knowledge))]
    if not found:
        return None
    best, like = max(found, key=lambda one: one[1].cells)
    rivals = [one for one, other in found if _rivals(one.shift, other.cells, best.shift, like.cells, best)]
    if rivals:
        return findings.unclear(best, Why.TWO_PLACES, votes, rivals)
    is_said_again = exact.is_few(best, votes) and best.shift != followed_px
    if is_said_again or not exact.is_distinct(best, votes):
        return None  # what looks alike may only be repeated
    return findings.joined(best, Proof.MATCHED, votes, count_equal(best), like.permille)


def by_profiles(pair: Pair, votes: Votes, knowledge: Knowledge) -> Finding | None:
    """Return the place where text that was drawn anew everywhere looks the same; the last resort."""
    shifts: list[int] | None = None
    for region in islice(changed_regions(pair, knowledge.region), _PLACES):
        shifts = peaks(pair, region) if shifts is None else shifts
        tried = [Overlap(pair.laid(shift), region) for shift in shifts]
        found = sorted(((likeness(one), one) for one in tried), key=lambda one: one[0].cells, reverse=True)
        if found and _is_alone(found):
            like, best = found[0]
            return findings.joined(best, Proof.MATCHED, votes, count_equal(best), like.permille)
        shifts = [one.shift for like, one in found if not like.is_hopeless]
    return None


def _is_alone(found: Sequence[tuple[Likeness, Overlap]]) -> bool:
    """Whether the first looks the same without one equal strip, and no other place comes near."""
    like, best = found[0]
    apart = best.laid.pair.rows(RIVAL_APART_PX)
    runner_up = max((other.cells for other, one in found if abs(one.shift - best.shift) > apart), default=0)
    return _is_plain(like) and 1000 * runner_up < PROFILE_RUNNER_UP_PERMILLE * like.cells


def _is_plain(like: Likeness) -> bool:
    """Whether so much looks the same that it is proof without one equal strip."""
    is_enough = like.cells >= PROFILE_CELLS and like.rows >= PROFILE_CELL_ROWS
    return like.proves and is_enough and like.permille >= PROFILE_ALIKE_PERMILLE


def _matching(laid: Laid, knowledge: Knowledge) -> Overlap | None:
    return next((one for one in overlaps(laid, knowledge.region) if matched.fits(one)), None)


def _alike(laid: Laid, knowledge: Knowledge) -> tuple[Overlap, Likeness] | None:
    """Return the first region whose cells look alike at this shift."""
    for region in islice(changed_regions(laid.pair, knowledge.region), _PLACES):
        overlap = Overlap(laid, region)
        if overlap.height < matched.least_height(overlap):
            continue
        like = likeness(overlap)
        if like.proves:
            return overlap, like
        if like.is_hopeless:
            return None
    return None


def _rivals(shift: int, weight: int, best_shift: int, best_weight: int, best: Overlap) -> bool:
    apart = best.laid.pair.rows(RIVAL_APART_PX)
    return abs(shift - best_shift) > apart and 1000 * weight >= RIVAL_PERMILLE * best_weight
