# SPDX-License-Identifier: MIT
"""What both frames show of a region at one shift, and how much of it speaks for that shift or against it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from app.conversation.constants import BLOCK_BREAK_ROWS
from app.conversation.masks import runs

if TYPE_CHECKING:
    from app.conversation.anchors import Votes
    from app.conversation.masks import Mask
    from app.conversation.pair import Laid, Region


@dataclass(frozen=True)
class Overlap:
    """What both frames show of one region at one shift."""

    laid: Laid
    region: Region

    @property
    def shift(self) -> int:
        """Row y of the later frame shows what row y + shift showed before."""
        return self.laid.shift

    @cached_property
    def top(self) -> int:
        """First row of the overlap in the later frame."""
        return max(self.region.top, self.region.top - self.shift)

    @cached_property
    def bottom(self) -> int:
        """Row after its last in the later frame."""
        return min(self.region.bottom, self.region.bottom - self.shift)

    @property
    def height(self) -> int:
        """Rows of the region that both frames show; may be below nothing."""
        return self.bottom - self.top

    def cut(self, mask: Mask) -> Mask:
        """Return the part of a mask of ``laid`` that lies in the overlap."""
        rows = slice(max(0, self.top - self.laid.start), max(0, self.bottom - self.laid.start))
        return mask[rows, self.region.left : self.region.right]

    @cached_property
    def evidence(self) -> Mask:
        """Strips that are the same and moved."""
        return self.cut(self.laid.evidence)

    @cached_property
    def unexplained(self) -> Mask:
        """Strips that differ without a reason."""
        return self.cut(self.laid.unexplained)

    @cached_property
    def pictures(self) -> Mask:
        """Strips of photographs in either frame."""
        return self.cut(self.laid.pictures)

    @cached_property
    def weight(self) -> int:
        """How many strips speak for this place."""
        return int(np.count_nonzero(self.evidence))

    @cached_property
    def against(self) -> int:
        """How many strips speak against it: in the overlap, and beside it where neither stayed nor moved."""
        return int(np.count_nonzero(self.unexplained))

    @property
    def unexplained_share(self) -> float:
        """What speaks against it, of all that speaks."""
        return self.against / max(1, self.against + self.weight)

    @cached_property
    def evidence_rows(self) -> int:
        """Rows with evidence in them."""
        return int(np.count_nonzero(self.evidence.any(axis=1)))

    @cached_property
    def blocks(self) -> int:
        """Lines of text or pictures that the evidence consists of."""
        return len(runs(self.evidence.any(axis=1), self.laid.pair.rows(BLOCK_BREAK_ROWS)))

    @cached_property
    def plain(self) -> Mask:
        """Evidence outside pictures."""
        return self.evidence & ~self.pictures

    @cached_property
    def plain_strips(self) -> int:
        """How much of the evidence is no picture."""
        return int(np.count_nonzero(self.plain))

    @cached_property
    def plain_rows(self) -> int:
        """Rows with such evidence."""
        return int(np.count_nonzero(self.plain.any(axis=1)))

    def unique(self, counted: Votes) -> int:
        """Return how many anchors in the overlap are in each frame once and meet here."""
        return counted.unique_at(self.shift, self.top, self.bottom, self.region.left, self.region.right)
