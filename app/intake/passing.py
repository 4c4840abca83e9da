# SPDX-License-Identifier: MIT
"""What the steps of a scroll say about the look at hand: how far it is, and whether it may be elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.conversation.distinct import is_found_once
from app.conversation.seen import prepare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.capture.models import Frame
    from app.conversation.jobs import Between
    from app.conversation.pair import Region

FAR_PERMILLE, TOO_FAR_PERMILLE = 600, 850  # of what scrolls, between two frames
SCROLLING_PERMILLE = 700  # of the height, as long as nothing says more


def scrolling_px(region: Region | None, height_px: int) -> int:
    """Return how many rows scroll, as far as the run knows."""
    if region is None:
        return height_px * SCROLLING_PERMILLE // 1000
    return min(height_px, region.bottom - region.top)


def is_far(steps: Sequence[int | None], rows: int) -> bool:
    """Whether too little of the frame kept last is in sight, or would be after one more step."""
    found = [step for step in steps if step is not None]
    if len(found) < len(steps) or not found or not found[-1]:
        return False
    travelled = abs(sum(found)) * 1000
    ahead = travelled + abs(found[-1]) * 1000
    return travelled >= rows * FAR_PERMILLE or ahead >= rows * TOO_FAR_PERMILLE


def may_be_elsewhere(between: Between, frame: Frame, region: Region | None, density_permille: int) -> bool:
    """Whether a look that shows what the frame kept last shows may be another place that looks like it.

    Args:
        between: what was seen of the way from the one to the other.
        frame: the look.
        region: the part that scrolls, if it is known.
        density_permille: of the frame.
    """
    if between.watched:
        return between.is_away
    seen = prepare(frame, density_permille=density_permille)
    return not is_found_once(seen, seen, region=region, columns=between.columns)
