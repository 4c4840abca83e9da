# SPDX-License-Identifier: MIT
"""The tolerant proof by equal strips: only text counts, for photographs repeat, load late and move."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from app.conversation.constants import (
    BLOCKS,
    FAILING_PICTURES,
    FIXED_MARGIN_ROWS,
    FLAT_PERMILLE,
    OVERLAP_PERMILLE,
    OVERLAP_PX,
    TEXT_ROWS,
    TEXT_STRIPS,
    TEXT_UNEXPLAINED_PERMILLE,
)
from app.conversation.exact import is_mostly_forgiven
from app.conversation.masks import Box, boxes
from app.conversation.region import is_quiet_beside

if TYPE_CHECKING:
    from app.conversation.overlap import Overlap


def fits(overlap: Overlap) -> bool:
    """Whether the text of the overlap is the same but for little; it may be one of several such places."""
    return (
        overlap.height >= least_height(overlap)
        and overlap.plain_strips >= TEXT_STRIPS
        and overlap.plain_rows >= TEXT_ROWS
        and overlap.blocks >= BLOCKS
        and 1000 * text_against(overlap) <= TEXT_UNEXPLAINED_PERMILLE * _text(overlap)
        and _flat_is_calm(overlap)
        and _pictures_are_explained(overlap)
        and is_quiet_beside(overlap)
        and not is_mostly_forgiven(overlap)
    )


def is_nearly_all(overlap: Overlap) -> bool:
    """Whether the same is true of the pictures too."""
    return 1000 * overlap.unexplained_share <= TEXT_UNEXPLAINED_PERMILLE


def least_height(overlap: Overlap) -> int:
    """Return how many rows both frames must show."""
    pair = overlap.laid.pair
    return max(pair.rows(OVERLAP_PX), overlap.region.height * OVERLAP_PERMILLE // 1000)


def alike_permille(overlap: Overlap) -> int:
    """Return how much of the text is the same."""
    return 1000 - 1000 * text_against(overlap) // max(1, _text(overlap))


def text_against(overlap: Overlap) -> int:
    """Return how many strips of text differ without a reason."""
    telling = overlap.cut(overlap.laid.informative)
    if overlap.laid.pair.wallpaper is None:
        telling &= ~overlap.pictures  # with a wallpaper, much of what is as tall as a picture is wallpaper
    else:
        telling &= ~overlap.cut(overlap.laid.beside_bubbles)
    return int(np.count_nonzero(overlap.unexplained & telling))


def _text(overlap: Overlap) -> int:
    return overlap.plain_strips + text_against(overlap)


def _flat_is_calm(overlap: Overlap) -> bool:
    laid = overlap.laid
    flat = overlap.unexplained & ~overlap.pictures & ~overlap.cut(laid.informative | laid.beside_bubbles)
    return 1000 * int(np.count_nonzero(flat)) <= FLAT_PERMILLE * flat.size


def _pictures_are_explained(overlap: Overlap) -> bool:
    """Whether pictures differ in two places at most, each between text that is the same.

    A picture that loaded moves what is beyond it; only text on its other side tells that it did not. Over a
    wallpaper pictures count as text does.
    """
    if overlap.laid.pair.wallpaper is not None:
        return True
    failing = list(boxes(overlap.unexplained & overlap.pictures, FIXED_MARGIN_ROWS))
    return len(failing) <= FAILING_PICTURES and all(_is_between_text(overlap, box) for box in failing)


def _is_between_text(overlap: Overlap, box: Box) -> bool:
    """Whether something is the same above and below; in other columns may be another conversation."""
    top, bottom, left, right = box
    same = np.flatnonzero(overlap.evidence[:, max(0, left - 1) : right + 1].any(axis=1))
    return bool(same.size) and bool(same[0] < top and bottom <= same[-1])
