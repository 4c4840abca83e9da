# SPDX-License-Identifier: MIT
"""Font files: what each covers, how wide it is, how its letters look; only importer of uharfbuzz.

A file is opened when the first letter is looked for in it. Letters of a script that joins or stacks are
shaped: what comes out is one drawing for each group of letters, with the places of all its parts.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from itertools import groupby
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import uharfbuzz as hb

from app.report.letters import is_mark, numbers_and_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NO_BREAK = "\u00a0"  # our own mark inside an identifier; a stored one is shown by its code point
MOST_TOGETHER = 8  # characters; the longest groups of living scripts have six
MOST_REMEMBERED = 20_000  # runs
# Above and below the line, in sizes: what reaches further would be drawn over other lines.
HIGHEST, LOWEST = 1.35, -0.75
WIDEST = 2.5  # sizes: a whole sentence that is one character (U+FDFD) would leave its column
# Advances are those of the letters alone, so that a letter is as wide as it is anywhere.
_FEATURES = {"kern": False, "liga": False, "clig": False}
STYLES = {400: "Regular", 700: "Bold"}
_ABOVE_AND_BELOW = (220, 230)  # combining classes


@dataclass(frozen=True, slots=True)
class Source:
    """Where a face comes from.

    Attributes:
        name: as the document calls it.
        package, file, index: the Python package, the file in it, the font in the file.
        weight: of a variable font.
        is_shaped: its letters join, stack or carry marks.
        is_rtl: its letters run from right to left.
    """

    name: str
    package: str
    file: str
    index: int = 0
    weight: int = 0
    is_shaped: bool = False
    is_rtl: bool = False

    @property
    def known_as(self) -> str:
        """The name of the font, as its makers call it."""
        stem = PurePosixPath(self.file).stem.partition("[")[0]
        return f"{stem}-{STYLES[self.weight]}" if self.weight else stem


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """Letters that are drawn as one, the same object every time.

    Attributes:
        letters: what they are, in reading order.
        advance: how wide, in units of the font.
        parts: glyph, x and y of each part, in units of the font.
    """

    letters: str
    advance: int
    parts: tuple[tuple[int, int, int], ...]


class Face:
    """One weight of one font."""

    def __init__(self, source: Source) -> None:
        """Keep where it comes from; the file is opened on first use."""
        self.source = source
        self.name = source.name
        self._drawn: dict[tuple[str, int, tuple[tuple[int, int, int], ...]], Drawn] = {}
        self._runs: dict[str, tuple[Drawn, ...]] = {}
        self._known: dict[str, bool] = {}

    @cached_property
    def font(self) -> Any:
        """The font at its weight."""
        source = self.source
        path = files(source.package).joinpath(*source.file.split("/"))
        font = hb.Font(hb.Face(hb.Blob.from_file_path(str(path)), source.index))
        if source.weight:
            font.set_variations({"wght": source.weight})
        return font

    @cached_property
    def units(self) -> int:
        """Units of the font for its size."""
        found: int = self.font.face.upem
        return found

    @cached_property
    def letters(self) -> frozenset[str]:
        """Every single character that it draws by itself, the space too."""
        seen = {c for c in map(chr, self.font.face.unicodes) if not is_mark(c) and self._is_letter(c)}
        return frozenset(seen | {" ", NO_BREAK})

    @cached_property
    def _covered(self) -> frozenset[str]:
        return frozenset(map(chr, self.font.face.unicodes))

    def covers(self, letters: str) -> bool:
        """Whether it draws these letters, which stand together, so that all of them are seen."""
        if len(letters) == 1:
            return letters in self.letters
        if letters not in self._known:
            self._known[letters] = self._can_draw(letters)
        return self._known[letters]

    def drawn(self, text: str) -> tuple[Drawn, ...]:
        """Return what a text that it covers looks like, from left to right."""
        if not self.source.is_shaped:
            return tuple(map(self._single.__getitem__, text))
        if text not in self._runs:
            if len(self._runs) > MOST_REMEMBERED:
                self._runs.clear()
            self._runs[text] = tuple(self._shaped(text))
        return self._runs[text]

    def width(self, text: str) -> float:
        """Return how wide a text that it covers is, in thousandths of its size."""
        if self.source.is_shaped:
            return sum(each.advance for each in self.drawn(text)) * 1000 / self.units
        return sum(map(self._advances.__getitem__, text)) * 1000 / self.units

    def draw(self, drawn: Drawn, pen: Any) -> None:
        """Draw the outline with a pen of fontTools that takes offsets through ``offset(x, y)``."""
        for glyph, x, y in drawn.parts:
            self.font.draw_glyph_with_pen(glyph, pen.offset(x, y))

    # --- single letters ---

    @cached_property
    def _single(self) -> dict[str, Drawn]:
        return _Singles(self)

    @cached_property
    def _advances(self) -> dict[str, int]:
        return _Advances(self)

    def single(self, character: str) -> Drawn:
        """Return what one character looks like."""
        seen = " " if character == NO_BREAK else character
        glyph = self.font.get_nominal_glyph(ord(seen)) or 0
        return self._one(seen, self.font.get_glyph_h_advance(glyph), ((glyph, 0, 0),))

    def _is_letter(self, character: str) -> bool:
        glyph = self.font.get_nominal_glyph(ord(character))
        is_narrow = bool(glyph) and self.font.get_glyph_h_advance(glyph) <= WIDEST * self.units
        return is_narrow and _is_inked(self.font.get_glyph_extents(glyph))

    def _one(self, letters: str, advance: int, parts: tuple[tuple[int, int, int], ...]) -> Drawn:
        """Return the same object for the same drawing."""
        return self._drawn.setdefault((letters, advance, parts), Drawn(letters, advance, parts))

    # --- letters together ---

    def _can_draw(self, letters: str) -> bool:
        """Whether a group of letters comes out with every part seen and none out of its line."""
        if not self.source.is_shaped or len(letters) > MOST_TOGETHER or is_mark(letters[0]):
            return False
        if not self._covered.issuperset(letters) or not _has_room(letters):
            return False
        shaped = tuple(self._shaped(letters))
        parts = [part for each in shaped for part in each.parts]
        return all(map(self._fits, parts))

    def _fits(self, part: tuple[int, int, int]) -> bool:
        """Whether a part is seen and stays in its line."""
        glyph, _, y = part
        extents = self.font.get_glyph_extents(glyph)
        if not glyph or not _is_inked(extents):
            return False
        top, bottom = y + extents.y_bearing, y + extents.y_bearing + extents.height
        return bool(top <= HIGHEST * self.units and bottom >= LOWEST * self.units)

    def _shaped(self, text: str) -> Iterator[Drawn]:
        """Yield what a text looks like, from left to right; numbers run that way in every script."""
        if not self.source.is_rtl:
            yield from self._laid_out(text, "ltr")
            return
        for part in reversed(numbers_and_words(text)):
            yield from self._laid_out(part, "ltr" if part[0].isdecimal() else "rtl")

    def _laid_out(self, text: str, direction: str) -> Iterator[Drawn]:
        """Yield the groups of a text in one direction."""
        text = text.replace(NO_BREAK, " ")
        buffer = hb.Buffer()
        buffer.add_codepoints([ord(c) for c in text])
        buffer.guess_segment_properties()
        buffer.direction = direction
        hb.shape(self.font, buffer, _FEATURES)
        glyphs = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
        starts = sorted({info.cluster for info, _ in glyphs})
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        for start, group in groupby(glyphs, key=lambda glyph: glyph[0].cluster):
            yield self._group(text[start : ends[start]], list(group))

    def _group(self, letters: str, glyphs: Sequence[tuple[Any, Any]]) -> Drawn:
        """Return one group with its parts placed."""
        parts, at = [], 0
        for info, position in glyphs:
            parts.append((info.codepoint, at + position.x_offset, position.y_offset))
            at += position.x_advance
        return self._one(letters, at, tuple(parts))


class _Singles(dict[str, Drawn]):
    """Drawings of single characters, made on first use."""

    def __init__(self, face: Face) -> None:
        """Begin empty."""
        super().__init__()
        self._face = face

    def __missing__(self, character: str) -> Drawn:
        self[character] = found = self._face.single(character)
        return found


class _Advances(dict[str, int]):
    """Widths of single characters, in units of the font."""

    def __init__(self, face: Face) -> None:
        """Begin empty."""
        super().__init__()
        self._face = face

    def __missing__(self, character: str) -> int:
        self[character] = found = self._face.single(character).advance
        return found


def _is_inked(extents: Any) -> bool:
    """Whether a glyph leaves anything on the paper."""
    return extents is not None and extents.width != 0 and extents.height != 0


def _has_room(letters: str) -> bool:
    """Whether no two marks of a Latin kind want the same place over or under their letter."""
    classes = [unicodedata.combining(c) for c in letters]
    return all(classes.count(each) <= 1 for each in _ABOVE_AND_BELOW)
