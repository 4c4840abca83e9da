# SPDX-License-Identifier: MIT
"""Whether the frames of a run show what was really there, and lie where it really lay.

Two truths that know nothing of the comparison of frames: the trail in which the page wrote down where its
messages stood, and its messages drawn once more at rest, without bars, at the place where a frame shows them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from math import ceil, floor
from typing import TYPE_CHECKING

from tests.screen.program import colours
from tests.screen.scrolling.stages import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from app.capture.models import Backend
    from app.model import Island, Rect
    from tests.screen.scrolling.stages import Stage

DRAWN_WITHIN_MS, MOST_STATES, AT_REST_MS = 400, 4, 100
AWAY = (0, 0.7, -0.7, 1.4, -1.4, 2.1, -2.1, 2.8, -2.8, 3.5, -3.5)  # views from where the page says it was
HALF_PX, WHOLE_PX = 0.51, 80
SURE = 0.6  # of the rows in view: fewer may be those between lines, which are alike anywhere


@dataclass(frozen=True)
class Shown:
    """One stored frame, with what was true of it.

    Attributes:
        state: what the program says it showed then.
        rows: the rows of each message's text that stand in it pixel for pixel, from the top of the text.
        in_view: how many rows of text ought to, bars aside.
        rested_ms: how long nothing had moved when it was taken.
    """

    index: int
    state: State
    rows: dict[str, frozenset[int]]
    in_view: int = 0
    rested_ms: float = 0

    @property
    def count(self) -> int:
        """How many rows of text stand in it."""
        return sum(map(len, self.rows.values()))

    @property
    def is_sure(self) -> bool:
        """Whether enough of it stands there."""
        return self.count > self.in_view * SURE


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
    *,
    grows: bool = False,
) -> list[Shown]:
    """Return what each frame shows, judged by having the program draw it again.

    Args:
        stage: the program; it is scrolled by this and stays bare.
        backend: the way to the screen.
        inside: where its contents stand on the screen.
        frames: when each frame was taken, and its pixels.
        origin: what the frames were taken of, on the screen.
        grows: the program shows something else now than it did then: the trail alone tells. So it does of
            frames that were taken while its window had another size.
    """
    trail = stage.trail()
    x, y = inside.x - origin.x, inside.y - origin.y
    found = []
    for index, (at_ms, pixels) in enumerate(frames, 1):
        near = states_near(trail, at_ms)
        if grows or pixels.shape[:2] != (origin.height, origin.width):
            found.append(Shown(index, near[0], {}, rested_ms=at_ms - near[0].since_ms))
            continue
        own = pixels[y : y + inside.height, x : x + inside.width]
        found.append(_best(stage, backend, inside, index, near, own))
    return found


def _best(
    stage: Stage, backend: Backend, inside: Rect, index: int, near: Sequence[State], own: NDArray[np.uint8]
) -> Shown:
    """Return what a frame shows, by the state in which the program draws it so."""
    drawn = []
    for state in near[:MOST_STATES]:
        drawn.append(_drawn_again(stage, backend, inside, index, state, own))
        if drawn[-1].is_sure:
            return drawn[-1]
    for away in AWAY:
        mark = near[0].mark + away * near[0].view[3]
        found = _in_passing(stage, backend, inside, index, near[0]._replace(mark=mark), own)
        drawn += found
        if found and found[0].is_sure:
            break
    return max(drawn, key=lambda one: one.count)


def _drawn_again(
    stage: Stage, backend: Backend, inside: Rect, index: int, state: State, own: NDArray[np.uint8]
) -> Shown:
    """Return what a frame shows as the program draws it in this state."""
    texts = stage.still_at(state.mark)
    now = colours(backend.grab(inside))
    same = {number: rows for number, box in texts.items() if (rows := _same_rows(box, own, now))}
    top, bottom = state.view[1], state.view[1] + state.view[3]
    in_view = sum(max(0, int(min(bottom, y + h) - max(top, y))) for _, y, _, h in texts.values())
    return Shown(index, state, same, in_view)


def _in_passing(
    stage: Stage, backend: Backend, inside: Rect, index: int, near: State, own: NDArray[np.uint8]
) -> list[Shown]:
    """Return what a frame shows that was taken in the middle of a glide, of which the page knows only parts.

    Where it stood is found by its rows: some of them are somewhere in the picture that is drawn again.
    """
    stage.still_at(near.mark)
    now = colours(backend.grab(inside))
    left, _, width, _ = (round(value) for value in near.view)
    columns = slice(left + width // 8, left + width * 7 // 8)
    rows: dict[bytes, list[int]] = {}
    for y, row in enumerate(now[:, columns]):
        rows.setdefault(row.tobytes(), []).append(y)
    votes = Counter(
        rows[row.tobytes()][0] - y
        for y, row in enumerate(own[:, columns])
        if len(rows.get(row.tobytes(), ())) == 1
    )
    if not votes:
        return []
    mark = near.mark - votes.most_common(1)[0][0]
    stage.still_at(mark)
    look = stage.look()
    there = State(near.since_ms, look["at"], look["boxes"], look["view"])
    return [_drawn_again(stage, backend, inside, index, there, own)]


def _same_rows(box: Sequence[float], own: NDArray[np.uint8], now: NDArray[np.uint8]) -> frozenset[int]:
    """Return the rows of a text that both pictures show alike."""
    left, right, top, bottom = edges_of(box)
    first, last = max(0, top), min(bottom, len(own))
    if first >= last or left < 0 or right > own.shape[1]:
        return frozenset()
    is_same = (own[first:last, left:right] == now[first:last, left:right]).all(axis=(1, 2))
    return frozenset((is_same.nonzero()[0] + first - top).tolist())


def edges_of(box: Sequence[float]) -> tuple[int, int, int, int]:
    """Return left, right, top and bottom of a text in whole pixels; everywhere it has as many rows."""
    x, y, width, height = box
    top = floor(y + 0.5)
    return ceil(x), floor(x + width), top, top + floor(height)


def missing(
    frames: Sequence[Shown], texts: dict[str, list[float]], numbers: Sequence[int], whole_px: int = WHOLE_PX
) -> set[str]:
    """Return those of the messages that are not in the frames, pixel for pixel.

    Args:
        frames: where they are looked for.
        texts: where the text of each message stands.
        numbers: of the messages.
        whole_px: those no taller have to be whole in one frame; of taller ones each row in any, for two
            frames may each show a part of them.
    """
    lost = set()
    for number in map(str, numbers):
        _, _, top, bottom = edges_of(texts[number])
        seen = [frame.rows.get(number, frozenset()) for frame in frames]
        is_short = bottom - top <= whole_px
        most = max(map(len, seen)) if is_short else len(frozenset[int]().union(*seen))
        if most < bottom - top:
            lost.add(number)
    return lost


def false_joins(
    islands: Sequence[Island], frames: Sequence[Shown], drift_px: float = 0, *, grows: bool = False
) -> list[str]:
    """Return where an island puts two frames apart from where the program says they lay.

    Args:
        islands: of the record of the run.
        frames: what was true of each.
        drift_px: what each step may be off where the program stops between pixels.
        grows: messages grow where they stand, so that two frames may lie in two ways, each half right. Only
            frames taken at rest are looked at.
    """
    state_of = {frame.index: frame.state for frame in frames if not grows or frame.rested_ms > AT_REST_MS}
    wrong = []
    for island in islands:
        tops = dict(zip(island.frames, island.tops_px, strict=True))
        known = [(n, index) for n, index in enumerate(island.frames) if index in state_of]
        for (n, first), (m, second) in combinations(known, 2):
            said = tops[second] - tops[first]
            before, after = state_of[first], state_of[second]
            true = before.moved_to(after) or {before.mark - after.mark}
            fits = [abs(was - said) <= HALF_PX + drift_px * (m - n) for was in true]
            if not (any(fits) or not before.shares(after) if grows else all(fits)):
                wrong.append(f"frames {first} and {second}: {said} px said, {sorted(true)} px true")
    return wrong
