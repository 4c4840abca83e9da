# SPDX-License-Identifier: MIT
"""The two families of the report, and which characters they can draw; only importer of fontTools.

Whatever no font can draw, and whatever would steer the text instead of showing, becomes its code point.
Source: Atkinson Hyperlegible and Roboto Mono, both OFL-1.1.
"""

from __future__ import annotations

import io
import unicodedata
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

import fontpkg_atkinson_hyperlegible
import fontpkg_roboto_mono
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from reportlab.pdfbase import pdfmetrics, ttfonts

if TYPE_CHECKING:
    from pathlib import Path

REGULAR = "Safehold-Regular"
BOLD = "Safehold-Bold"
MONO = "Safehold-Mono"
MONO_BOLD = "Safehold-MonoBold"

NO_BREAK = "\u00a0"  # our own mark inside an identifier; a stored one is shown by its code point
MOST_REMEMBERED = 20_000  # words
POSTSCRIPT_NAME = 6  # Source: OpenType, table "name", name ID 6

# What stands in for a font that lacks a character: the same weight of the other family.
_CHAIN = {REGULAR: MONO, BOLD: MONO_BOLD, MONO: REGULAR, MONO_BOLD: BOLD}
# Source: Unicode general categories: control, format, surrogate, private, unassigned, line and paragraph end.
_STEERING = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_BLANKS = "\n\r\t"

# reportlab reads a font file through one position, so only one document at a time may embed fonts.
EMBEDDING = Lock()


class Fonts:
    """Widths and coverage of the four faces."""

    def __init__(self, faces: dict[str, ttfonts.TTFont]) -> None:
        """Keep the faces; ``load`` makes them."""
        self._widths = {name: _Widths(font.face.charWidths) for name, font in faces.items()}
        self._covered = {
            name: frozenset(map(chr, font.face.charToGlyph)) | {NO_BREAK} for name, font in faces.items()
        }
        light = self._covered[REGULAR] | self._covered[MONO]
        self._drawable = light & (self._covered[BOLD] | self._covered[MONO_BOLD])
        self._shown: dict[str, str] = {}
        self._advances: dict[tuple[str, str], float] = {}

    def printable(self, text: str) -> str:
        """Return the text with nothing in it that steers, hides or cannot be drawn."""
        if text.isascii() and text.isprintable():
            return text
        return "".join(self._shown.get(c) or self._show(c) for c in text)

    def is_plain(self, text: str) -> bool:
        """Whether every character is printed as itself in the body font."""
        return self.printable(text) == text and self._covered[REGULAR].issuperset(text)

    def runs(self, text: str, face: str) -> list[tuple[str, str]]:
        """Return (font, text) for the parts of a printable text that one font draws."""
        covered = self._covered[face]
        if covered.issuperset(text):
            return [(face, text)]
        found: list[tuple[str, str]] = []
        for c in text:
            font = face if c in covered else _CHAIN[face]
            if found and found[-1][0] == font:
                found[-1] = (font, found[-1][1] + c)
            else:
                found.append((font, c))
        return found

    def width(self, text: str, font: str, size: float) -> float:
        """Return the width in points of a text that this font can draw."""
        widths: float = sum(map(self._widths[font].__getitem__, text))
        return widths * size / 1000

    def advance(self, text: str, face: str, size: float) -> float:
        """Return the width in points of a printable text, whichever fonts draw it; words are remembered."""
        key = (text, face)
        if key not in self._advances:
            if len(self._advances) > MOST_REMEMBERED:
                self._advances.clear()
            self._advances[key] = sum(self.width(run, font, 1000) for font, run in self.runs(text, face))
        return self._advances[key] * size / 1000

    def _show(self, c: str) -> str:
        """Return and remember what is printed for one character."""
        self._shown[c] = shown = self._shown_as(c)
        return shown

    def _shown_as(self, c: str) -> str:
        """Return what is printed for one character."""
        if c in _BLANKS:
            return " "
        kind = unicodedata.category(c)
        if kind in _STEERING or 0xFE00 <= ord(c) <= 0xFE0F:
            return f"[U+{ord(c):04X}]"
        if c in self._drawable and (kind != "Zs" or c == " "):
            return c
        name = unicodedata.name(c, "")
        return f"[U+{ord(c):04X} {name}]" if name else f"[U+{ord(c):04X}]"


class _Widths(dict[str, float]):
    """Widths by character, in thousandths of the size; what is missing is as wide as a space."""

    def __init__(self, by_code: dict[int, float]) -> None:
        """Take over the widths of a face."""
        super().__init__({chr(code): width for code, width in by_code.items()})
        self._space = by_code[32]

    def __missing__(self, character: str) -> float:
        return self._space


@cache
def load() -> Fonts:
    """Return the fonts, known to reportlab from now on. Costs about 0.6 s, once in a process."""
    atkinson = fontpkg_atkinson_hyperlegible.ROOT / "files"
    mono = fontpkg_roboto_mono.ROOT / "files" / "RobotoMono[wght].ttf"
    faces = {
        REGULAR: ttfonts.TTFont(REGULAR, str(atkinson / "AtkinsonHyperlegible-Regular.ttf")),
        BOLD: ttfonts.TTFont(BOLD, str(atkinson / "AtkinsonHyperlegible-Bold.ttf")),
        MONO: ttfonts.TTFont(MONO, _instance(mono, 400, "RobotoMono-Regular")),
        MONO_BOLD: ttfonts.TTFont(MONO_BOLD, _instance(mono, 700, "RobotoMono-Bold")),
    }
    for face in faces.values():
        pdfmetrics.registerFont(face)
    return Fonts(faces)


def _instance(path: Path, weight: int, name: str) -> io.BytesIO:
    """Return one weight of the variable font under a name of its own; two alike would share one subset."""
    variable = TTFont(path, recalcTimestamp=False)
    instance = instancer.instantiateVariableFont(variable, {"wght": weight}, inplace=True)
    instance["name"].setName(name, POSTSCRIPT_NAME, 3, 1, 0x409)
    file = io.BytesIO()
    instance.save(file)
    file.seek(0)
    return file
