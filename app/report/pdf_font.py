# SPDX-License-Identifier: MIT
"""A font as the PDF library wants it: codes for what a document draws, and at its end a file of just that.

The library's own fonts keep one code for one character, and describe letters beyond the BMP in a way that
readers do not take. Here a code stands for a drawing: letters that join keep their shape and their letters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfdoc

from app.report.glyph_file import glyph_file
from app.report.to_unicode import to_unicode

if TYPE_CHECKING:
    from app.report.faces import Drawn, Face

_CODES = 255  # of one font in the file; 0 is left to what is missing
_SYMBOLIC = 4  # Source: ISO 32000-1, table 123
_STEM = 80  # of a regular weight; readers use it only to imitate a missing font
_CAPITALS = 0.7
_TAG = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class _Used:
    """What one document draws with one font."""

    def __init__(self, number: int) -> None:
        """Begin with nothing; ``number`` tells the fonts of the document apart."""
        self.name = f"F{number}"
        self.codes: dict[Drawn, int] = {}

    def code(self, drawn: Drawn) -> int:
        """Return the code of a drawing, counted on over all fonts of 255."""
        return self.codes.setdefault(drawn, len(self.codes))

    @property
    def subsets(self) -> list[dict[int, Drawn]]:
        """The drawings by their codes, one dictionary for each font of the file."""
        drawings = list(self.codes)
        return [dict(enumerate(drawings[n : n + _CODES], start=1)) for n in range(0, len(drawings), _CODES)]


class PdfFont:
    """A font of the documents that are being written. The names in camel case are the library's."""

    _dynamicFont = 1
    _multiByte = 1
    shapable = False

    def __init__(self, face: Face) -> None:
        """Keep the face."""
        self.face = face
        self.fontName = face.name
        self._used: WeakKeyDictionary[Any, _Used] = WeakKeyDictionary()

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:
        """Return the width of a text in points."""
        del encoding
        return self.face.width(text) * size / 1000

    def splitString(self, text: str, doc: Any) -> list[tuple[int, bytes]]:
        """Return (which of our fonts in the file, codes) for a text, from left to right."""
        used = self._used_in(doc)
        codes = [divmod(used.code(each), _CODES) for each in self.face.drawn(text)]
        found: list[tuple[int, bytearray]] = []
        for subset, code in codes:
            if not found or found[-1][0] != subset:
                found.append((subset, bytearray()))
            found[-1][1].append(code + 1)
        return [(subset, bytes(run)) for subset, run in found]

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:
        """Return the name of one of our fonts in the file."""
        return f"/{self._used_in(doc).name}+{subset}"

    def addObjects(self, doc: Any) -> None:
        """Write everything of this font into a document; nothing can be drawn with it there afterwards."""
        used = self._used.pop(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for number, drawings in enumerate(used.subsets):
            name = f"{used.name}+{number}"
            font = self._dictionary(doc, f"{_tag(number)}+{self.face.source.known_as}", drawings)
            fonts[name] = doc.Reference(font, name)

    def _used_in(self, doc: Any) -> _Used:
        """Return what a document draws with this font, noted for its end the first time."""
        if doc not in self._used:
            self._used[doc] = _Used(len(doc.fontMapping) + 1)
            doc.fontMapping[self.fontName] = f"/{self._used[doc].name}"
            doc.delayedFonts.append(self)
        return self._used[doc]

    def _dictionary(self, doc: Any, name: str, drawings: dict[int, Drawn]) -> Any:
        """Return one font of the file with all that belongs to it."""
        scale = 1000 / self.face.units
        file = glyph_file(self.face, drawings)
        box = [_rounded(edge * scale) for edge in file.box]
        program = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"Length1": len(file.data)}), file.data)
        described = {
            "Type": "/FontDescriptor",
            "FontName": pdfdoc.PDFName(name),
            "Flags": _SYMBOLIC,
            "FontBBox": pdfdoc.PDFArray(box),
            "Ascent": box[3],
            "Descent": box[1],
            "CapHeight": 1000 * _CAPITALS,
            "ItalicAngle": 0,
            "StemV": _STEM,
            "FontFile2": _stream(doc, program),
        }
        letters = pdfdoc.PDFStream(
            pdfdoc.PDFDictionary({}), to_unicode((code, each.letters) for code, each in drawings.items())
        )
        return pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/TrueType",
                "BaseFont": pdfdoc.PDFName(name),
                "FirstChar": 1,
                "LastChar": len(drawings),
                "Widths": pdfdoc.PDFArray([_rounded(each.advance * scale) for each in drawings.values()]),
                "FontDescriptor": doc.Reference(pdfdoc.PDFDictionary(described)),
                "ToUnicode": _stream(doc, letters),
            }
        )


def _stream(doc: Any, stream: Any) -> Any:
    """Return a reference to a compressed stream."""
    stream.filters = [pdfdoc.PDFZCompress]
    return doc.Reference(stream)


def _rounded(value: float) -> float | int:
    """Return a number as short as it can be written."""
    short = round(value, 3)
    return int(short) if short == int(short) else short


def _tag(number: int) -> str:
    """Return six capitals that tell the fonts of one face apart. Source: ISO 32000-1, 9.6.4."""
    letters = ""
    for _ in range(6):
        number, at = divmod(number, len(_TAG))
        letters = _TAG[at] + letters
    return letters
