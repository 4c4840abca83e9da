# SPDX-License-Identifier: MIT
"""Other places where two frames could meet as well. Where one is found, nothing is proven."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.conversation.constants import (
    NEARLY_PERMILLE,
    RIVAL_APART_PX,
    RIVAL_PERMILLE,
    RIVAL_PICTURE_PERMILLE,
    STRONGER,
)
from app.conversation.exact import could_fit, is_more_than_a_picture
from app.conversation.overlap import Overlap
from app.conversation.region import as_wide_as

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.conversation.pair import Laid


def rivals_of(winner: Overlap, others: Iterable[Laid]) -> list[Overlap]:
    """Return the other places that fit the same region and carry enough to be taken for the right one."""
    apart = winner.laid.pair.rows(RIVAL_APART_PX)
    least = RIVAL_PERMILLE * winner.weight
    tried = (
        Overlap(one, as_wide_as(winner.region, one))
        for one in others
        if abs(one.shift - winner.shift) > apart and 1000 * one.weight >= least
    )
    return [one for one in tried if one.height > 0 and (_rivals(one, winner) or _outweighs(one, winner))]


def _rivals(other: Overlap, winner: Overlap) -> bool:
    """Whether the other place fits too, with a good part of the evidence."""
    if 1000 * other.weight < RIVAL_PERMILLE * winner.weight or not could_fit(other):
        return False
    return is_more_than_a_picture(other) or 1000 * other.weight >= RIVAL_PICTURE_PERMILLE * winner.weight


def _outweighs(other: Overlap, winner: Overlap) -> bool:
    """Whether far more speaks for the other place, which only just does not fit."""
    return other.weight >= STRONGER * winner.weight and 1000 * other.unexplained_share <= NEARLY_PERMILLE
