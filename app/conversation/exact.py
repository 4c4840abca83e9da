# SPDX-License-Identifier: MIT
"""The strict proof: all of the overlap is equal but for what may be forgiven, and it is enough to tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from app.conversation.constants import (
    BLOCKS,
    EVIDENCE_ROWS,
    FEW_ANCHORS,
    FEW_BLOCKS,
    FEW_ROWS,
    FIXED_PERMILLE,
    FIXED_ROWS_PERMILLE,
    OVERLAP_PERMILLE,
    OVERLAP_PX,
    PLAIN_ROWS,
    PLAIN_STRIPS,
    UNEXPLAINED_PERMILLE,
    UNIQUE_ANCHORS,
)
from app.conversation.region import is_quiet_beside

if TYPE_CHECKING:
    from app.conversation.anchors import Votes
    from app.conversation.overlap import Overlap


def fits(overlap: Overlap) -> bool:
    """Whether nothing speaks against this place and enough rows speak for it; it may be one of several."""
    return could_fit(overlap) and not is_mostly_forgiven(overlap)


def could_fit(overlap: Overlap) -> bool:
    """Whether that is so if all that was forgiven is believed: enough to cast doubt on another place."""
    pair = overlap.laid.pair
    needed = max(pair.rows(OVERLAP_PX), overlap.region.height * OVERLAP_PERMILLE // 1000)
    return (
        overlap.height >= needed
        and 1000 * overlap.unexplained_share <= UNEXPLAINED_PERMILLE
        and overlap.evidence_rows >= EVIDENCE_ROWS
        and is_quiet_beside(overlap)
    )


def is_mostly_forgiven(overlap: Overlap) -> bool:
    """Whether so much that differs was forgiven for standing still that the rest may be chance."""
    laid = overlap.laid
    fixed = overlap.cut(~laid.equal & laid.forgiven & ~laid.own_movement & laid.informative)
    is_much = 1000 * int(np.count_nonzero(fixed)) > FIXED_PERMILLE * overlap.weight
    return is_much and 1000 * overlap.evidence_rows < FIXED_ROWS_PERMILLE * overlap.height


def is_distinct(overlap: Overlap, votes: Votes) -> bool:
    """Whether enough of what meets is in each frame once."""
    return overlap.unique(votes) >= UNIQUE_ANCHORS


def is_thin(overlap: Overlap, votes: Votes) -> bool:
    """Whether so little meets that messages said again could do the same, unless all around agrees."""
    is_short = overlap.evidence_rows < overlap.laid.pair.rows(FEW_ROWS)
    return is_short or overlap.blocks < FEW_BLOCKS or is_few(overlap, votes)


def is_few(overlap: Overlap, votes: Votes) -> bool:
    """Whether signs and words that are said again could make up what is in each frame once."""
    return overlap.unique(votes) < FEW_ANCHORS


def is_one_message(overlap: Overlap, votes: Votes) -> bool:
    """Whether so little meets that one message said again could do the same, whatever is around."""
    return overlap.blocks < FEW_BLOCKS and is_few(overlap, votes)


def is_more_than_a_picture(overlap: Overlap) -> bool:
    """Whether what meets is more than one picture or one line: two copies of that look alike."""
    return (
        overlap.blocks >= BLOCKS and overlap.plain_strips >= PLAIN_STRIPS and overlap.plain_rows >= PLAIN_ROWS
    )
