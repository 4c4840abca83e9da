# SPDX-License-Identifier: MIT
"""The two families of the report, those that stand in for letters they lack, and which text each draws.

Source: docs/adr/0027. Atkinson Hyperlegible, Roboto Mono, Noto: OFL-1.1; WenQuanYi Micro Hei: Apache-2.0.
"""

from __future__ import annotations

from functools import cache, cached_property
from threading import Lock

from reportlab.pdfbase import pdfmetrics

from app.report.faces import NO_BREAK, STYLES, Face, Source
from app.report.letters import clusters, in_order
from app.report.pdf_font import PdfFont
from app.report.shown import is_itself, shown

__all__ = ["BOLD", "EMBEDDING", "FIXED", "MONO", "MONO_BOLD", "NO_BREAK", "REGULAR", "Fonts", "load"]

REGULAR = "Safehold-Regular"
BOLD = "Safehold-Bold"
MONO = "Safehold-Mono"
MONO_BOLD = "Safehold-MonoBold"
FIXED = frozenset({MONO, MONO_BOLD})  # the faces of identifiers

MOST_REMEMBERED = 20_000  # words

_ATKINSON = "fontpkg_atkinson_hyperlegible"
_ROBOTO_MONO = ("fontpkg_roboto_mono", "files/RobotoMono[wght].ttf")
_NOTO = "manimgx_fonts"
_FACES = (
    Source(REGULAR, _ATKINSON, "files/AtkinsonHyperlegible-Regular.ttf"),
    Source(BOLD, _ATKINSON, "files/AtkinsonHyperlegible-Bold.ttf"),
    Source(MONO, *_ROBOTO_MONO, weight=400),
    Source(MONO_BOLD, *_ROBOTO_MONO, weight=700),
)
# In this order: the first that draws the letters is taken.
_PLAIN, _EMOJI, _SYMBOLS, _CJK = "Plain", "Emoji", "Symbols", "Cjk"
_RTL = ("Arabic", "Hebrew")
_SHAPED = (
    "Devanagari", "Thai", "Armenian", "Bengali", "Ethiopic", "Georgian", "Gujarati", "Gurmukhi", "Kannada",
    "Khmer", "Lao", "Malayalam", "Myanmar", "Oriya", "Sinhala", "Tamil", "Telugu",
)  # fmt: skip
_OTHER_FAMILY = {REGULAR: MONO, BOLD: MONO_BOLD, MONO: REGULAR, MONO_BOLD: BOLD}
_BOLD_FACES = frozenset({BOLD, MONO_BOLD})

# Only one document at a time may embed fonts.
EMBEDDING = Lock()


def _stand_ins() -> list[Source]:
    """Return the fonts for what the two families lack, in both weights where there are two."""
    found = [
        source
        for weight, style in STYLES.items()
        for source in (
            Source(f"Safehold-{_PLAIN}{style}", _NOTO, "NotoSans[wght].ttf", weight=weight, is_shaped=True),
            Source(f"Safehold-{_EMOJI}{style}", _NOTO, "NotoEmoji[wght].ttf", weight=weight),
            *(_noto(script, weight, style, is_rtl=script in _RTL) for script in (*_RTL, *_SHAPED)),
            Source(f"Safehold-{_SYMBOLS}{style}", _NOTO, "NotoSansSymbols[wght].ttf", weight=weight),
        )
    ]
    return [*found, Source(f"Safehold-{_CJK}", "paperang_p2_fonts_cjk", "fonts/wqy-microhei.ttc")]


def _noto(script: str, weight: int, style: str, *, is_rtl: bool) -> Source:
    """Return the font of a script whose letters join or stack."""
    name = f"Safehold-{script}{style}"
    return Source(name, _NOTO, f"NotoSans{script}[wght].ttf", weight=weight, is_shaped=True, is_rtl=is_rtl)


class Fonts:
    """Which font draws what, and how wide; a font is opened when the first letter is looked for in it."""

    def __init__(self) -> None:
        """Know every font; ``load`` makes the one that is used."""
        self.faces = {source.name: Face(source) for source in (*_FACES, *_stand_ins())}
        self._chains = {source.name: self._chain(source.name) for source in _FACES}
        self._font_of: dict[tuple[str, str], str] = {}
        self._printed: dict[str, str] = {}
        self._advances: dict[tuple[str, str], float] = {}

    def _chain(self, face: str) -> list[Face]:
        """Return the fonts in which letters are looked for, in order."""
        style = "Bold" if face in _BOLD_FACES else "Regular"
        names = [name for name in self.faces if name.endswith((style, _CJK)) and name not in _OTHER_FAMILY]
        plain, *others = names
        near = [_OTHER_FAMILY[face], plain] if face in {MONO, MONO_BOLD} else [plain, _OTHER_FAMILY[face]]
        return [self.faces[name] for name in (face, *near, *others)]

    @cached_property
    def _everywhere(self) -> frozenset[str]:
        """What is printed as itself, whatever the face, without looking further."""
        light = self.faces[REGULAR].letters | self.faces[MONO].letters
        plain = light & (self.faces[BOLD].letters | self.faces[MONO_BOLD].letters)
        return frozenset(filter(is_itself, plain))

    # --- what is printed ---

    def printable(self, text: str) -> str:
        """Return the text with nothing in it that steers, hides or cannot be drawn."""
        if (text.isascii() and text.isprintable()) or self._everywhere.issuperset(text):
            return text
        if text not in self._printed:
            if len(self._printed) > MOST_REMEMBERED:
                self._printed.clear()
            self._printed[text] = self._shown(text)
        return self._printed[text]

    def pieces(self, text: str) -> list[str]:
        """Return the printable text in pieces that must not be cut."""
        if self._everywhere.issuperset(text):
            return list(text)
        return list(shown(text, self._is_drawn))

    def _shown(self, text: str) -> str:
        return "".join(shown(text, self._is_drawn))

    def _is_drawn(self, letters: str) -> bool:
        """Whether letters that stand together are drawn, in every face."""
        return bool(self._font(letters, REGULAR) and self._font(letters, BOLD))

    def is_plain(self, text: str) -> bool:
        """Whether every character is printed as itself in the body font."""
        return self.printable(text) == text and self.faces[REGULAR].letters.issuperset(text)

    # --- which font, how wide ---

    def runs(self, text: str, face: str) -> list[tuple[str, str]]:
        """Return (font, text) for the parts of a printable text that one font draws, from left to right."""
        if self.draws_alone(text, face):
            return [(face, text)]
        found: list[tuple[str, str]] = []
        for letters in clusters(text):
            font = self._font(letters, face) or face
            if found and found[-1][0] == font:
                found[-1] = (font, found[-1][1] + letters)
            else:
                found.append((font, letters))
        return in_order(found, self._is_rtl, self.draws)

    def draws_alone(self, text: str, face: str) -> bool:
        """Whether the face draws all of it letter by letter: it is as wide as its words together."""
        return self.faces[face].letters.issuperset(text)

    def _is_rtl(self, font: str) -> bool:
        return self.faces[font].source.is_rtl

    def draws(self, font: str, text: str) -> bool:
        """Whether one font draws all of a printable text."""
        return all(map(self.faces[font].covers, clusters(text)))

    def _font(self, letters: str, face: str) -> str:
        """Return the first font that draws letters that stand together; none if none does."""
        key = (letters, face)
        if key not in self._font_of:
            if len(self._font_of) > MOST_REMEMBERED:
                self._font_of.clear()
            chain = self._chains[face]
            self._font_of[key] = next((font.name for font in chain if font.covers(letters)), "")
        return self._font_of[key]

    def width(self, text: str, font: str, size: float) -> float:
        """Return the width in points of a text that this font can draw."""
        return self.faces[font].width(text) * size / 1000

    def advance(self, text: str, face: str, size: float) -> float:
        """Return the width in points of a printable text, whichever fonts draw it; words are remembered."""
        key = (text, face)
        if key not in self._advances:
            if len(self._advances) > MOST_REMEMBERED:
                self._advances.clear()
            self._advances[key] = self.measured(text, face, 1000)
        return self._advances[key] * size / 1000

    def measured(self, text: str, face: str, size: float) -> float:
        """Return the same, and remember nothing: for parts of words, of which there is no end."""
        return sum(self.width(run, font, size) for font, run in self.runs(text, face))


@cache
def load() -> Fonts:
    """Return the fonts, known to the PDF library from now on."""
    fonts = Fonts()
    for face in fonts.faces.values():
        pdfmetrics.registerFont(PdfFont(face))
    return fonts
