# SPDX-License-Identifier: MIT
"""How lines of a picture stand to one another: what words are near one, and which go on in the line below."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from app.identify.beside import nearest_left, nearest_over, nearest_under
from app.identify.values import Box, TextLine
from app.model import Rect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.search.values import ReadText

# From the middle of a line to that of the next in one message, in heights of the higher one's letters; two
# messages, and the rows of a list, stand further apart. Source: the drawn chats of tests/fakes and the demo.
STEP_LEAST, STEP_MOST = 0.8, 1.7
REACH = 3  # heights: how far below a line the next of its message begins at most; letters may be higher there
FULL = 10  # heights: no bubble is so narrow that a shorter line is full
SPACE = 0.25  # heights: between two words
INDENT = 0.6  # heights: how far two lines of a message may begin from one another
SIZES = 1.7  # how many times higher letters may be; a line without long letters is lower
BEFORE = 14  # heights: how far above a number may stand what it answers, such as "send me the MTCN"
MOST_BEFORE = 4  # lines, the marks between messages among them
MOST_LINES = 12  # of one message


class Page:
    """The lines of one picture, each known by its place in the order they were read."""

    def __init__(self, texts: Sequence[ReadText]) -> None:
        """Keep the lines."""
        self.texts = tuple(texts)
        self._lines = tuple(TextLine(_box(text.rect), is_blue=False) for text in self.texts)
        self._at: dict[int, int] = {id(line): place for place, line in enumerate(self._lines)}

    def words_near(self, place: int) -> tuple[str, ...]:
        """Return what stands left of a line and what stands over it, where a label would."""
        box = self._lines[place].box
        others = [line for line in self._lines if line is not self._lines[place]]
        near = [*nearest_left(box, others)[:1], *nearest_over(box, others)]
        return tuple(self.texts[self._at[id(line)]].text for line in near)

    def words_before(self, place: int) -> tuple[str, ...]:
        """Return what was written shortly before a line, wherever it stands: a number may be an answer."""
        box = self._lines[place].box
        above = [line for line in self._lines if 0 < box.top - line.box.bottom < BEFORE * box.height_px]
        nearest = sorted(above, key=lambda line: box.top - line.box.bottom)[:MOST_BEFORE]
        return tuple(self.texts[self._at[id(line)]].text for line in nearest)

    def under(self, place: int) -> int | None:
        """Return the line right under this one, in its column."""
        others = [line for line in self._lines if line is not self._lines[place]]
        found = nearest_under(self._lines[place].box, others)
        return self._at[id(found[0])] if found else None

    def message(self, place: int) -> tuple[int, ...]:
        """Return the lines of the message that this one belongs to, from top to bottom."""
        below, above = self._chains
        found = [place]
        while len(found) < MOST_LINES and found[0] in above:
            found.insert(0, above[found[0]])
        while len(found) < MOST_LINES and found[-1] in below:
            found.append(below[found[-1]])
        return tuple(found)

    @cached_property
    def _chains(self) -> tuple[dict[int, int], dict[int, int]]:
        """Which line each line goes on in, and which it goes on from; the nearest of those that may be."""
        by_top = sorted(range(len(self._lines)), key=lambda place: self._lines[place].box.top)
        tops = [self._lines[place].box.top for place in by_top]
        below: dict[int, int] = {}
        for at, upper in enumerate(by_top):
            box = self._lines[upper].box
            last = bisect_right(tops, box.top + REACH * box.height_px)
            near = (lower for lower in by_top[at + 1 : last] if self._is_one_message(upper, lower))
            lower = next(near, None)
            if lower is not None and lower not in below.values():
                below[upper] = lower
        return below, {lower: upper for upper, lower in below.items()}

    def _is_one_message(self, upper: int, lower: int) -> bool:
        """Whether one line goes on in another: close under it, in its column, of its size, it was full."""
        one, two = self._lines[upper].box, self._lines[lower].box
        high = max(one.height_px, two.height_px)
        step = (two.top + two.bottom - one.top - one.bottom) / 2
        if not STEP_LEAST * high <= step <= STEP_MOST * high or abs(one.left - two.left) > INDENT * high:
            return False
        if high > SIZES * max(1, min(one.height_px, two.height_px)):
            return False
        text = self.texts[lower].text
        word = len(text.split(" ", 1)[0]) / max(1, len(text)) * two.width_px
        is_full = one.width_px >= FULL * high or word > one.width_px
        return is_full and one.right + SPACE * high + word > two.right


def joined(rects: Sequence[Rect]) -> Rect:
    """Return the smallest rectangle that holds these."""
    left, top = min(one.x for one in rects), min(one.y for one in rects)
    right, bottom = max(one.x + one.width for one in rects), max(one.y + one.height for one in rects)
    return Rect(left, top, right - left, bottom - top)


def _box(rect: Rect) -> Box:
    return Box(rect.x, rect.y, rect.x + rect.width, rect.y + rect.height)
