# SPDX-License-Identifier: MIT
"""What was left out of a comparison, as rectangles with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.conversation.constants import FIXED_MARGIN_ROWS, STRIP_PX
from app.conversation.masks import Mask, boxes
from app.model import Forgiven, ForgivenWhy, Rect

if TYPE_CHECKING:
    from app.conversation.overlap import Overlap


def left_out(overlap: Overlap) -> tuple[Forgiven, ...]:
    """Return the areas of the later frame that differ in the overlap and were forgiven."""
    differs = ~overlap.cut(overlap.laid.equal)
    own = overlap.cut(overlap.laid.own_movement)
    fixed = ~overlap.unexplained & ~own  # a wallpaper too
    return (
        *_areas(overlap, differs & fixed, ForgivenWhy.FIXED),
        *_areas(overlap, differs & own, ForgivenWhy.MOVED_ON_ITS_OWN),
    )


def _areas(overlap: Overlap, mask: Mask, why: ForgivenWhy) -> list[Forgiven]:
    return [
        Forgiven(
            Rect(
                (overlap.region.left + left) * STRIP_PX,
                overlap.top + top,
                (right - left) * STRIP_PX,
                bottom - top,
            ),
            why,
        )
        for top, bottom, left, right in boxes(mask, FIXED_MARGIN_ROWS)
    ]
