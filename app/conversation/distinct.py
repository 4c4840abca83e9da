# SPDX-License-Identifier: MIT
"""Whether two frames that look the same must show the same place, or may show another that looks like it.

In a list of equal messages, or inside one photograph, every place looks like many others: there equal pixels
prove nothing. Only text that is in the frame once does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from app.conversation.constants import ANCHOR_ROWS, EVIDENCE_ROWS, FROST_ZONE_PERMILLE, UNIQUE_ANCHORS
from app.conversation.pair import Region

if TYPE_CHECKING:
    from app.conversation.masks import Mask
    from app.conversation.seen import Seen

Columns = tuple[int, int]


def is_found_once(
    one: Seen, other: Seen, *, region: Region | None = None, columns: Columns | None = None
) -> bool:
    """Whether enough of the text that both frames show in place is in the frame only once.

    Args:
        one: the earlier frame.
        other: the later frame; it may be the same.
        region: the part that scrolls, if it is known; text that stays beside it says nothing.
        columns: in which strips something moved, of which the last is not one; asked for where no region is
            known. If neither is, each half of the frame must tell by itself.
    """
    height = min(one.height_px, other.height_px)
    first, second = one.cut(height), other.cut(height)
    told = _told_once(first, second)
    plain = first.informative & ~first.pictures
    areas = _areas(first, region, columns)
    telling = [area for area in areas if len(areas) == 1 or _within(plain, area).sum() >= UNIQUE_ANCHORS]
    return bool(telling) and all(_is_enough(first, _within(told, area)) for area in telling)


def _told_once(first: Seen, second: Seen) -> Mask:
    """Return where anchors begin that are in the frame once, are no picture, and stay in the other."""
    anchors = first.anchors
    rows, strips = np.divmod(anchors.places[anchors.starts[anchors.counts == 1]], anchors.strips_a_row)
    stays: Mask = (first.strips == second.strips) & ~first.pictures & ~first.moving & ~second.moving
    sound = np.add.reduce([stays[rows + step, strips] for step in range(ANCHOR_ROWS)]) == ANCHOR_ROWS
    told: Mask = np.zeros(stays.shape, np.bool_)
    told[rows[sound], strips[sound]] = True
    return told


def _areas(seen: Seen, region: Region | None, columns: Columns | None) -> list[Region]:
    """Return where to look: bars at head and foot are left out, and what stands beside the chat."""
    if region is not None:
        return [region]
    bar, across = seen.height_px * FROST_ZONE_PERMILLE // 1000, seen.strips.shape[1]
    spans = [columns] if columns is not None else [(0, across // 2), (across // 2, across)]
    return [Region(bar, seen.height_px - bar, left, right) for left, right in spans]


def _within(mask: Mask, area: Region) -> Mask:
    return mask[area.top : area.bottom, area.left : area.right]


def _is_enough(seen: Seen, told: Mask) -> bool:
    """Whether it is as much as a strict proof asks for."""
    rows = int(np.count_nonzero(told.any(axis=1)))  # one line of text has fewer than a proof needs
    return int(np.count_nonzero(told)) >= UNIQUE_ANCHORS and rows >= seen.rows(EVIDENCE_ROWS)
