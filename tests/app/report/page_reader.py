# SPDX-License-Identifier: MIT
"""Reads page 1 of a finished PDF as an officer does: by where things stand."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pypdf

SAME_ROW = 4.0  # points between baselines of what stands side by side, in two sizes
LABEL_END = 170.0  # labels of ACT NOW stand left of this
HALF = 300.0  # where the second of two halves begins, a little before its text


@dataclass(frozen=True)
class Bit:
    """One run of text; ``y`` grows downwards."""

    x: float
    y: float
    size: float
    text: str


class PageReader:
    """The text of one page by place."""

    def __init__(self, pdf: bytes, page: int = 0) -> None:
        sheet = pypdf.PdfReader(io.BytesIO(pdf)).pages[page]
        self.height = float(sheet.mediabox.height)
        self.width = float(sheet.mediabox.width)
        self.bits: list[Bit] = []
        sheet.extract_text(visitor_text=self._take)
        self.bits.sort(key=lambda bit: (bit.y, bit.x))

    def _take(self, text, cm, tm, _font, size):
        if text.strip():
            x = cm[0] * tm[4] + cm[2] * tm[5] + cm[4]
            y = cm[1] * tm[4] + cm[3] * tm[5] + cm[5]
            self.bits.append(
                Bit(x, self.height - y, size * abs(tm[0]), text.replace("\u00a0", " ").strip("\n"))
            )

    def within(self, top: float, bottom: float, left: float = 0, right: float = 1_000) -> str:
        """Return the text in a rectangle, row by row."""
        chosen = [bit for bit in self.bits if top <= bit.y < bottom and left <= bit.x < right]
        rows: list[list[Bit]] = []
        for bit in chosen:
            if rows and bit.y - rows[-1][0].y <= SAME_ROW:
                rows[-1].append(bit)
            else:
                rows.append([bit])
        said = (" ".join(bit.text for bit in sorted(row, key=lambda bit: bit.x)) for row in rows)
        return " ".join(" ".join(said).split())

    def find(self, words: str) -> Bit | None:
        """Return the first run that begins with these words."""
        return next((bit for bit in self.bits if bit.text.strip().startswith(words)), None)

    def below(self, heading: str, until: tuple[str, ...], *, left: float = 0, right: float = 1_000) -> str:
        """Return what stands below a heading, as far as the next of some headings, between two edges."""
        top = self.find(heading)
        if top is None:
            return ""
        ends = [bit.y for words in until if (bit := self.find(words)) and bit.y > top.y + SAME_ROW]
        return self.within(top.y + SAME_ROW, min(ends, default=self.height) - SAME_ROW, left, right)

    def row_of(self, label: str, labels: tuple[str, ...]) -> str:
        """Return what stands beside a label of ACT NOW, down to the next label or to the accounts."""
        start = self.find(label)
        if start is None or start.x > LABEL_END:
            return ""
        ends = [
            bit.y for words in labels if (bit := self.find(words)) and bit.y > start.y and bit.x < LABEL_END
        ]
        return self.within(start.y - SAME_ROW, min(ends) - SAME_ROW, LABEL_END)
