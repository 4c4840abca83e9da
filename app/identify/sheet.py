# SPDX-License-Identifier: MIT
"""One picture while it is looked through: each line of it is cut out and read once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from app.identify import spaces
from app.identify.agreeing import agreed, is_settled, is_sure
from app.identify.crops import crop, with_margin
from app.identify.planes import resized
from app.identify.signs import lacks, signs_in, with_missing
from app.identify.values import Box

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.identify.planes import Picture, Plane
    from app.identify.spaces import Gap
    from app.identify.values import Reading, TextLine

    Read: TypeAlias = Callable[[Sequence[Plane]], Sequence[Reading]]

_STRETCHES = (1.1, 0.87, 1.5)  # each is read at 1 and 1.22 of it, so that up to six more widths are tried


@dataclass(frozen=True, slots=True)
class Entry:
    """A line that has been read.

    Attributes:
        line: where it stands.
        reading: what stands there.
        gaps: where a new word begins: the place of its first character, and the gap before it.
        origin_px: the column of the picture in which the cut begins.
        cut_px: how wide the cut is.
    """

    line: TextLine
    reading: Reading
    gaps: tuple[tuple[int, Gap], ...]
    origin_px: int
    cut_px: int

    def box_of(self, start: int, end: int) -> Box:
        """Return where the characters from ``start`` to before ``end`` stand."""
        box = self.line.box
        left = box.left if start <= 0 else self._column(start, is_end=False)
        right = box.right if end >= len(self.reading.text) else self._column(end, is_end=True)
        return Box(left, box.top, max(right, left + 1), box.bottom)

    def _column(self, index: int, *, is_end: bool) -> int:
        """Return the column at which a character begins, or where what is before it ends."""
        for at, gap in self.gaps:
            if abs(at - index) <= 1:
                return self.origin_px + (gap.left if is_end else gap.right)
        edges = self.reading.edges
        share = edges[index] if index < len(edges) else index / max(len(self.reading.text), 1)
        return self.origin_px + round(share * self.cut_px)


class Sheet:
    """A picture and what has been read of it."""

    def __init__(self, rgb: Picture, read: Read, skim: Read | None = None) -> None:
        """Keep the picture, the function that reads and one that does so quickly."""
        self.rgb = rgb
        self._read = read
        self._skim = skim or read
        self._texts: dict[Box, str] = {}
        self._entries: dict[Box, Entry] = {}
        self._settled: dict[Box, Entry] = {}

    @property
    def count(self) -> int:
        """How many lines have been looked at."""
        return len(self._entries.keys() | self._texts.keys())

    def entry(self, line: TextLine) -> Entry:
        """Return the line, read."""
        if line.box not in self._entries:
            plane = crop(self.rgb, line)
            (reading,) = self._read([plane])
            self._entries[line.box] = self._entry(line, reading, plane)
        return self._entries[line.box]

    def _entry(self, line: TextLine, reading: Reading, plane: Plane) -> Entry:
        reading = with_missing(spaces.with_low_strokes(reading, plane), signs_in(plane))
        gaps = tuple(spaces.true_spaces(reading, plane, line.box.height_px))
        return Entry(line, reading, gaps, with_margin(line.box, self.rgb).left, plane.shape[1])

    def settled(self, line: TextLine, is_formed: Callable[[str], bool]) -> Entry:
        """Return the line, read again at other widths if its first reading is not sure."""
        entry = self.entry(line)
        plane = crop(self.rgb, line)
        signs = signs_in(plane)

        def fits(text: str) -> bool:
            return is_formed(text) and not lacks(text, signs)

        if is_sure(entry.reading) and fits(entry.reading.text):
            return entry
        if line.box not in self._settled:
            height, width = plane.shape
            readings = [entry.reading]
            for stretch in _STRETCHES:
                readings += self._read([resized(plane, round(width * stretch), height)])
                if is_settled(readings, fits):
                    break
            self._settled[line.box] = self._entry(line, agreed(readings, fits), plane)
        return self._settled[line.box]

    def text(self, line: TextLine) -> str:
        """Return what stands in a line, as far as a quick look tells."""
        if line.box in self._entries:
            return self._entries[line.box].reading.text
        if line.box not in self._texts:
            (reading,) = self._skim([crop(self.rgb, line)])
            self._texts[line.box] = reading.text
        return self._texts[line.box]
