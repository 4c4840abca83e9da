# SPDX-License-Identifier: MIT
"""Whether the frames of a run show what was really there, and lie where it really lay.

Two truths that know nothing of the comparison of frames: the trail in which the page wrote down where its
messages stood, and its messages drawn once more at rest, without bars, at the place where a frame shows them.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import ceil, floor
from typing import TYPE_CHECKING

import numpy as np

from tests.screen.program import colours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from app.capture.models import Backend
    from app.model import Island, Rect
    from tests.screen.scrolling.stages import Stage, State

PIECE_PX = 120  # a line of text at 3x is 63: taller messages are looked for in pieces
DRAWN_WITHIN_MS = 400
HALF_PX = 0.51


@dataclass(frozen=True)
class Shown:
    """One stored frame, with what was true of it.

    Attributes:
        state: what the program says it showed then.
        pieces: the pieces of messages that stand in it pixel for pixel: number of the message, of the piece.
    """

    index: int
    state: State
    pieces: frozenset[tuple[str, int]]


def states_near(trail: Sequence[State], at_ms: float) -> list[State]:
    """Return what may have been on the screen then, likeliest first: drawing takes a moment."""
    before = [one for one in trail if one.since_ms <= at_ms]
    late = [one for one in before[:-1] if at_ms - one.since_ms < DRAWN_WITHIN_MS]
    assert before, "the frame is older than the page"
    return [before[-1], *reversed(late)]


def shown(
    stage: Stage,
    backend: Backend,
    inside: Rect,
    frames: Sequence[tuple[float, NDArray[np.uint8]]],
    origin: Rect,
) -> list[Shown]:
    """Return what each frame shows, judged by having the program draw it again.

    Args:
        stage: the program; it is scrolled by this and stays bare.
        backend: the way to the screen.
        inside: where its contents stand on the screen.
        frames: when each frame was taken, and its pixels.
        origin: what the frames were taken of, on the screen.
    """
    trail = stage.trail()
    x, y = inside.x - origin.x, inside.y - origin.y
    found = []
    for index, (at_ms, pixels) in enumerate(frames, 1):
        near = states_near(trail, at_ms)
        if pixels.shape[:2] == (origin.height, origin.width):
            own = pixels[y : y + inside.height, x : x + inside.width]
            drawn = [Shown(index, one, _drawn_again(stage, backend, inside, one, own)) for one in near]
            found.append(max(drawn, key=lambda one: len(one.pieces)))
        else:  # the window was of another size
            found.append(Shown(index, near[0], frozenset()))
    return found


def _drawn_again(
    stage: Stage, backend: Backend, inside: Rect, state: State, own: NDArray[np.uint8]
) -> frozenset[tuple[str, int]]:
    """Return the pieces of messages that a frame shows as the program draws them in this state."""
    texts = stage.still_at(state.mark)
    now = colours(backend.grab(inside))
    return frozenset(
        (number, piece)
        for number, box in texts.items()
        for piece, area in enumerate(pieces_of(box))
        if _is_in(area, own.shape) and np.array_equal(own[area], now[area])
    )


def pieces_of(box: Sequence[float]) -> list[tuple[slice, slice]]:
    """Return the rows and columns of a message's text, cut into pieces that surely fit into a frame."""
    x, y, width, height = box
    left, right, top, bottom = ceil(x), floor(x + width), floor(y + 0.5), floor(y + height + 0.5)
    return [np.s_[row : min(row + PIECE_PX, bottom), left:right] for row in range(top, bottom, PIECE_PX)]


def _is_in(area: tuple[slice, slice], shape: tuple[int, ...]) -> bool:
    rows, columns = area
    return 0 <= rows.start < rows.stop <= shape[0] and 0 <= columns.start < columns.stop <= shape[1]


def missing(frames: Sequence[Shown], texts: dict[str, list[float]], numbers: Sequence[int]) -> set[str]:
    """Return those of the messages that are not in the frames, whole and pixel for pixel."""
    there = {piece for frame in frames for piece in frame.pieces}
    return {
        str(number)
        for number in numbers
        if any((str(number), piece) not in there for piece in range(len(pieces_of(texts[str(number)]))))
    }


def false_joins(islands: Sequence[Island], frames: Sequence[Shown], drift_px: float = 0) -> list[str]:
    """Return where an island puts two frames apart from where the program says they lay.

    Args:
        islands: of the record of the run.
        frames: what was true of each.
        drift_px: what each step may be off where the program stops between pixels.
    """
    state_of = {frame.index: frame.state for frame in frames}
    wrong = []
    for island in islands:
        tops = dict(zip(island.frames, island.tops_px, strict=True))
        for (n, first), (m, second) in combinations(enumerate(island.frames), 2):
            said = tops[second] - tops[first]
            before, after = state_of[first], state_of[second]
            true = before.moved_to(after) or {before.mark - after.mark}
            if any(abs(was - said) > HALF_PX + drift_px * (m - n) for was in true):
                wrong.append(f"frames {first} and {second}: {said} px said, {sorted(true)} px true")
    return wrong
