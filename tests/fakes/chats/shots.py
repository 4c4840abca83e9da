# SPDX-License-Identifier: MIT
"""A drawn frame with what it truly shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from app.capture.models import Frame

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from app.model import Rect

HIDDEN = -1 << 60  # the id of a row that shows nothing of the conversation
STRIP = 32


@dataclass(frozen=True, eq=False)
class Shot:
    """A frame and its truth.

    Attributes:
        frame: as a screen would give it.
        region: the part that scrolls.
        ids: of each row of the frame the row of the conversation it shows, or ``HIDDEN``.
        looks: of each row a number that rows of equal clean pixels share: no hover, no animation.
        wordy: rows that show words.
        half: 0.5 if the page stands half a pixel lower than ``ids`` says.
        moving: strips (height x width // 32) that moved on their own between the still looks; ``None`` if
            nobody looked.
        line_px: height of a line of text.
        density_permille: as the screen's scale.
    """

    frame: Frame
    region: Rect
    ids: NDArray[np.int64]
    looks: NDArray[np.uint64]
    wordy: NDArray[np.bool_]
    half: float = 0.0
    moving: NDArray[np.bool_] | None = None
    line_px: int = 21
    density_permille: int = 1000

    @property
    def pixels(self) -> NDArray[np.uint32]:
        """Height x width, ``0xAARRGGBB``."""
        flat = np.frombuffer(self.frame.bgra, dtype="<u4")
        return flat.reshape(self.frame.height_px, self.frame.width_px)


@dataclass(eq=False)
class Canvas:
    """A frame while it is drawn: layers write on it, one after another."""

    pixels: NDArray[np.uint32]
    region: Rect
    offset: float
    moment: int
    ids: NDArray[np.int64] = field(init=False)
    looks: NDArray[np.uint64] = field(init=False)
    wordy: NDArray[np.bool_] = field(init=False)
    moving: NDArray[np.bool_] | None = None

    def __post_init__(self) -> None:
        """Nothing of the conversation is shown yet."""
        self.ids = np.full(len(self.pixels), HIDDEN, dtype=np.int64)
        self.looks = np.zeros(len(self.pixels), dtype=np.uint64)
        self.wordy = np.zeros(len(self.pixels), dtype=bool)

    def moved(self, top: int, left: int, height: int, width: int) -> None:
        """Note that this rectangle moves on its own."""
        if self.moving is None:
            self.moving = np.zeros((self.pixels.shape[0], self.pixels.shape[1] // STRIP), dtype=bool)
        rows = slice(max(0, top), max(0, top + height))
        self.moving[rows, max(0, left) // STRIP : max(0, left + width - 1) // STRIP + 1] = True

    def finished(self, line_px: int, density_permille: int) -> Shot:
        """Return the frame with its truth."""
        height, width = self.pixels.shape
        frame = Frame(width, height, (self.pixels | np.uint32(0xFF000000)).astype("<u4").tobytes())
        half = self.offset % 1
        known = self.ids, self.looks, self.wordy
        return Shot(frame, self.region, *known, half, self.moving, line_px, density_permille)
