# SPDX-License-Identifier: MIT
"""How large the text of a frame is: an emulator or a mirrored phone is denser than the screen it stands on.

Measured over drawn and recorded chats of some fifty kinds: two thirds of the lines are at most 18 rows high
at 100 % and 125 %, and 23 to 29 at the threefold density of a phone. Noise and what fades may reach that too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from app.conversation.seen import Seen

LINE_ROWS, MOST_LINE_ROWS = 5, 48  # lower is a rule or a dot, taller is no line of text at any density
LINES: Final = 100  # strips of lines; fewer tell nothing
LARGE_ROWS: Final = 22
LARGE_PERMILLE, USUAL_PERMILLE = 2000, 1000  # what is made for 2000 serves 3000 as well: as few gaps


def density_of_text(seen: Seen) -> int | None:
    """Return 1000 or 2000, as the lines of text are of usual size or large; ``None`` if there are too few."""
    told = np.zeros((seen.height_px + 2, seen.strips.shape[1]), np.int8)
    told[1:-1] = seen.informative
    edges = np.diff(told.T, axis=1)
    rows = np.nonzero(edges < 0)[1] - np.nonzero(edges > 0)[1]
    lines = rows[(rows >= LINE_ROWS) & (rows <= MOST_LINE_ROWS)]
    if lines.size < LINES:
        return None
    two_thirds = lines.size * 2 // 3
    is_large = np.partition(lines, two_thirds)[two_thirds] >= LARGE_ROWS
    return LARGE_PERMILLE if is_large else USUAL_PERMILLE


class Densities:
    """Of the frames of one run: that of the screen, or of the text where it is larger than usual there."""

    def __init__(self) -> None:
        """No frame told anything yet."""
        self._of_text = USUAL_PERMILLE

    def give(self, seen: Seen, screen_permille: int) -> int:
        """Return the density that the frame has from now on; with little text, that of the one before."""
        self._of_text = density_of_text(seen) or self._of_text
        seen.density_permille = max(screen_permille, self._of_text)
        return seen.density_permille
