# SPDX-License-Identifier: MIT
"""The pixels themselves, compared one by one at the end: numbers made of them can agree by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from app.conversation.constants import STRIP_PX

if TYPE_CHECKING:
    from app.conversation.overlap import Overlap
    from app.conversation.seen import Pixels

_AT_ONCE = 64  # rows: what is compared stays in the cache of the processor


def count_equal(overlap: Overlap) -> int:
    """Return how many pixels of the overlap are equal."""
    later, earlier = _both(overlap)
    return sum(
        int(np.count_nonzero(later[row : row + _AT_ONCE] == earlier[row : row + _AT_ONCE]))
        for row in range(0, len(later), _AT_ONCE)
    )


def equal_pixels(overlap: Overlap) -> int | None:
    """Return how many pixels of the overlap are equal; ``None`` where strips that count as equal are not."""
    later, earlier = _both(overlap)
    count = count_equal(overlap)
    differs = np.nonzero(~overlap.cut(overlap.laid.equal))
    in_strips = (len(later), -1, STRIP_PX)
    known = np.count_nonzero(later.reshape(in_strips)[differs] != earlier.reshape(in_strips)[differs])
    return count if later.size - count == known else None


def _both(overlap: Overlap) -> tuple[Pixels, Pixels]:
    """Return the pixels of the overlap in the later frame, and in the earlier."""
    pair, region = overlap.laid.pair, overlap.region
    columns = slice(region.left * STRIP_PX, region.right * STRIP_PX)
    later = pair.second.pixels[overlap.top : overlap.bottom, columns]
    earlier = pair.first.pixels[overlap.top + overlap.shift : overlap.bottom + overlap.shift, columns]
    return later, earlier
