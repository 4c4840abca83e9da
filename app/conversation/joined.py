# SPDX-License-Identifier: MIT
"""The joined picture of a run: frames one under the other as they meet, and a band with words at each gap.

Frames are asked for one at a time and rows are packed as they come: a thousand need the memory of a few. A
picture that would be too tall for other programs comes in parts, in order.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from app.capture import png
from app.conversation.bands import PAPER, Captions, band, mark
from app.conversation.layout import Band, Piece, Rows, layout
from app.errors import Cancelled

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from app.capture.models import Frame
    from app.model import RunRecord

    Bgra = NDArray[np.uint8]

# Qt and Cairo draw no picture beyond 32,767 rows, and Pillow warns above 89 million pixels.
MOST_ROWS, MOST_PIXELS = 30_000, 80_000_000


@dataclass(frozen=True, slots=True)
class Taken:
    """From ``top`` on, so many rows of the part are rows of this frame, from ``first`` on."""

    frame: int
    first: int
    count: int
    top: int


@dataclass(frozen=True, slots=True)
class Part:
    """One picture, all of it or one of several that follow each other from the top down."""

    number: int
    of: int
    width_px: int
    height_px: int
    data: bytes
    taken: tuple[Taken, ...]


@dataclass
class _Plan:
    """The pieces of one part."""

    pieces: list[Piece] = field(default_factory=list)
    height: int = 0


def pictures(
    run: RunRecord,
    frame_of: Callable[[int], Frame],
    *,
    captions: Captions | None = None,
    moved: Callable[[float], object] = lambda _share: None,
    cancelled: threading.Event | None = None,
) -> Iterator[Part]:
    """Yield the joined picture, whole or in parts.

    Args:
        run: how the frames meet.
        frame_of: a frame by its number; asked for in the order of the picture, some of them more than once.
        captions: the words in the bands; English unless given.
        moved: told the share that is done.
        cancelled: set to stop.

    Raises:
        Cancelled: it was stopped.
    """
    painter = _Painter(run, frame_of, captions or Captions())
    plans = painter.plans()
    total, done = sum(len(plan.pieces) for plan in plans), 0
    for number, plan in enumerate(plans, start=1):
        rows, taken, top = png.Rows(painter.width, plan.height), [], 0
        for piece in plan.pieces:
            if cancelled is not None and cancelled.is_set():
                raise Cancelled("the joined picture was left")
            if isinstance(piece, Rows):
                taken.append(Taken(piece.frame, piece.first, piece.count, top))
            drawn = painter.drawn(piece)
            rows.add(drawn)
            top += len(drawn)
            done += 1
            moved(done / total)
        yield Part(number, len(plans), painter.width, plan.height, rows.finish(), tuple(taken))


class _Painter:
    """Turns pieces into rows of pixels of one width."""

    def __init__(self, run: RunRecord, frame_of: Callable[[int], Frame], captions: Captions) -> None:
        self._run, self._frame_of, self._captions = run, frame_of, captions
        self.width = max(line.width_px for line in run.frames)
        self._newest: tuple[int, Frame] | None = None

    def plans(self) -> list[_Plan]:
        """Return the pieces by part; a piece is cut only if it alone is too tall."""
        most = min(MOST_ROWS, max(1, MOST_PIXELS // self.width))
        plans = [_Plan()]
        for piece in layout(self._run):
            for cut in _cut(piece, most):
                height = self._height(cut)
                if plans[-1].height + height > most and plans[-1].pieces:
                    plans.append(_Plan())
                plans[-1].pieces.append(cut)
                plans[-1].height += height
        return plans

    def drawn(self, piece: Piece) -> Bgra:
        """Return the rows of one piece."""
        if isinstance(piece, Rows):
            return self._rows(piece)
        if isinstance(piece, Band):
            return band(self._captions.of(piece), self.width)
        return mark(self.width)

    def _height(self, piece: Piece) -> int:
        return piece.count if isinstance(piece, Rows) else len(self.drawn(piece))

    def _rows(self, piece: Rows) -> Bgra:
        """Return rows of a frame; what a narrower frame leaves free at the right is plain."""
        frame = self._frame(piece.frame)
        whole = np.frombuffer(frame.bgra, dtype=np.uint8).reshape(frame.height_px, frame.width_px, 4)
        part = whole[piece.first : piece.first + piece.count]
        if frame.width_px == self.width:
            return part
        wide = np.full((piece.count, self.width, 4), PAPER, dtype=np.uint8)
        wide[:, : frame.width_px] = part
        return wide

    def _frame(self, number: int) -> Frame:
        if self._newest is None or self._newest[0] != number:
            self._newest = number, self._frame_of(number)
        return self._newest[1]


def _cut(piece: Piece, most: int) -> Iterator[Piece]:
    """Yield the piece, or parts of it that are not too tall."""
    if not isinstance(piece, Rows):
        yield piece
        return
    for first in range(0, piece.count, most):
        yield Rows(piece.frame, piece.first + first, min(most, piece.count - first), piece.width_px)
