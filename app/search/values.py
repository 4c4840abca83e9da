# SPDX-License-Identifier: MIT
"""What was read in pictures, and what a search finds in it. Pixels are those of the original."""

from __future__ import annotations

from dataclasses import dataclass

from app.model import ExhibitId, Rect


@dataclass(frozen=True, slots=True)
class Unsure:
    """One character of a line that the reading could not settle: its place, and what it may be."""

    index: int
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadText:
    """One line of text in a picture, as it was read; nobody has checked it.

    Attributes:
        rect: where it stands.
        text: what was read.
        permille: how sure the reading was of the character it was least sure of, in thousandths.
        edges_permille: where each character begins, in thousandths of the width; empty if nobody knows.
        unsure: characters to look at twice, in order.
    """

    rect: Rect
    text: str
    permille: int
    edges_permille: tuple[int, ...] = ()
    unsure: tuple[Unsure, ...] = ()

    def part(self, start: int, end: int) -> Rect:
        """Return where the characters from ``start`` to before ``end`` stand; the line if nobody knows."""
        if len(self.edges_permille) != len(self.text) or not 0 <= start < end <= len(self.text):
            return self.rect
        left = self.edges_permille[start]
        right = self.edges_permille[end] if end < len(self.text) else 1000
        x = self.rect.x + self.rect.width * left // 1000
        return Rect(x, self.rect.y, max(1, self.rect.width * (right - left) // 1000), self.rect.height)


@dataclass(frozen=True, slots=True)
class Hit:
    """A line in which something was found.

    Attributes:
        original: the picture it stands in (of a conversation, the frame).
        line: the line.
        marks: which characters of it were found: from, and first after.
        is_exact: it stands there as it was typed; else with signs that look alike.
    """

    original: ExhibitId
    line: ReadText
    marks: tuple[tuple[int, int], ...]
    is_exact: bool

    @property
    def rects(self) -> tuple[Rect, ...]:
        """Where the found characters stand."""
        return tuple(self.line.part(start, end) for start, end in self.marks)


@dataclass(frozen=True, slots=True)
class Match:
    """An exhibit in which something was found, the best line first."""

    exhibit: ExhibitId
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class ReadingState:
    """How far the reading of pictures has come.

    Attributes:
        is_on: whether the person wants pictures to be read.
        read: pictures that were read; ``failed`` could not be; ``waiting`` are still to be read.
    """

    is_on: bool
    read: int
    failed: int
    waiting: int
