# SPDX-License-Identifier: MIT
"""A reportlab canvas that writes each page and picture to the file as soon as it is finished.

reportlab draws text and embeds fonts; pages, pictures, structure and everything else of the file is written
here. Written against reportlab 5.1.
"""

from __future__ import annotations

import zlib
from functools import cache
from typing import IO, TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfgen import canvas
from typing_extensions import override

from app.report.archive import Parts, put_catalogue, put_info
from app.report.fonts import EMBEDDING, REGULAR
from app.report.marking import Marking
from app.report.objects import ObjectFile, numbers, references
from app.report.outline import Outline, Places
from app.report.pens import PAGE_HEIGHT, PAGE_WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.report.archive import About, Attachment
    from app.report.text import Piece

COMPRESSED = b"/Filter/FlateDecode"
MOST_REMEMBERED = 4096  # texts of one document


@cache
def in_rgb(colour: str) -> str:
    """Return a colour such as ``#1F2A30`` as three numbers of a PDF."""
    return " ".join(f"{int(colour[n : n + 2], 16) / 255:.4g}" for n in (1, 3, 5))


class _Fonts(pdfdoc.PDFDocument):  # type: ignore[misc]  # reportlab has no types
    """What reportlab takes for the document: it only collects fonts, and numbers them with all the rest."""

    def __init__(self, file: ObjectFile) -> None:
        """Begin with no font."""
        self._file = file
        super().__init__(compression=1, invariant=1, pdfVersion=(1, 7))

    @property
    def objectcounter(self) -> int:
        """The number given out last."""
        return self._file.count

    @objectcounter.setter
    def objectcounter(self, number: int) -> None:
        self._file.reserve_to(number)

    @property
    def all(self) -> int:
        """The object that lists the fonts of every page."""
        number: int = self.idToObjectNumberAndVersion[pdfdoc.BasicFonts][0]
        return number

    def put(self) -> None:
        """Write the fonts; formatting one object may bring new ones."""
        with EMBEDDING:
            for font in self.delayedFonts:
                font.addObjects(self)
            written = 0
            while written < len(self.numberToId):
                for number in list(self.numberToId)[written:]:
                    self._put(number, self.idToObject[self.numberToId[number]])
                    written += 1

    def _put(self, number: int, thing: Any) -> None:
        """Write an object of reportlab, whose own streams lack the line end before their last word."""
        if isinstance(thing, pdfdoc.PDFStream):
            data = pdfdoc.pdfdocEnc(thing.content)
            entries = b"".join(
                b"/%b %b" % (key.encode(), pdfdoc.format(value, self))
                for key, value in sorted(thing.dictionary.dict.items())
                if key not in {"Length", "Filter"}
            )
            self._file.put_stream(number, entries + COMPRESSED, zlib.compress(data))
        else:
            self._file.put(number, pdfdoc.format(thing, self, toplevel=1))


class StreamedCanvas(canvas.Canvas):  # type: ignore[misc]
    """A canvas whose pages are on disk when they are shown."""

    def __init__(self, out: IO[bytes], about: About) -> None:
        """Begin the document and its first page."""
        super().__init__(out, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1, initialFontName=REGULAR)
        self.file = ObjectFile(out)
        self._about = about
        self._doc = _Fonts(self.file)
        self._tree = self.file.reserve()
        self._pages: list[int] = []
        self._outline = Outline()
        self._places = Places()
        self._shown: dict[tuple[str, str, float], list[str]] = {}
        self.marking = Marking(self.file, self.write)
        self._begin_page()

    def write(self, operator: str) -> None:
        """Put an operator into the page."""
        self._code.append(operator)

    def put_line(self, x: float, baseline: float, pieces: Iterable[Piece]) -> None:
        """Write pieces of text one behind the other; ten times faster than reportlab's own text objects."""
        said = [f"BT 1 0 0 1 {x:.2f} {baseline:.2f} Tm"]
        colour = None
        for piece in pieces:
            if piece.colour != colour:
                colour = piece.colour
                said.append(f"{in_rgb(colour)} rg")
            said += self._showing(piece.text, piece.font, piece.size)
        self.write(" ".join([*said, "ET"]))

    def _showing(self, text: str, face: str, size: float) -> list[str]:
        """Return what shows a text; labels and sentences come again on every page."""
        key = (text, face, size)
        if key not in self._shown:
            if len(self._shown) >= MOST_REMEMBERED:
                self._shown.clear()
            font = pdfmetrics.getFont(face)
            self._shown[key] = [
                f"{font.getSubsetInternalName(subset, self._doc)} {size:g} Tf <{codes.hex()}> Tj"
                for subset, codes in font.splitString(text, self._doc)
            ]
        return self._shown[key]

    def draw(self, picture: int) -> None:
        """Draw an object in the unit square."""
        self._pictures.setdefault(picture, None)
        self.write(f"/X{picture} Do")

    def annotate(self, annotation: int) -> None:
        """This page has an annotation."""
        self._annotations.append(annotation)

    @property
    def page(self) -> int:
        """The object of this page."""
        return self._page

    def place(self, name: str, height: float) -> None:
        """Links can lead to this height of this page."""
        self._places.add(name, self._page, height)

    def part(self, title: str, level: int) -> None:
        """A part of the outline begins on this page."""
        self._outline.add(title, self._page, level)

    @override
    def showPage(self) -> None:
        """Write the page and all that was closed on it."""
        self.marking.end()
        content = self.file.add_stream(COMPRESSED, zlib.compress("\n".join(self._code).encode("latin-1")))
        pictures = b"".join(b"/X%d %d 0 R" % (number, number) for number in self._pictures)
        said = [
            b"/Type/Page/Parent %d 0 R/Contents %d 0 R" % (self._tree, content),
            b"/MediaBox" + numbers((0, 0, PAGE_WIDTH, PAGE_HEIGHT)),
            b"/Resources<</Font %d 0 R/XObject<<%b>>>>" % (self._doc.all, pictures),
            b"/StructParents %d/Tabs/S" % self.marking.structure.end_page(),
        ]
        if self._annotations:
            said.append(b"/Annots" + references(self._annotations))
        self.file.put(self._page, b"<<%b>>" % b"".join(said))
        self._pages.append(self._page)
        self._startPage()
        self._begin_page()

    def finish(self, attached: Sequence[Attachment] = ()) -> None:
        """Write the end of the document; the canvas is of no use afterwards."""
        self.file.put(self._page, b"null")  # the page after the last
        self.file.put(
            self._tree, b"<</Type/Pages/Count %d/Kids%b>>" % (len(self._pages), references(self._pages))
        )
        self._doc.put()
        structure = self.marking.structure.finish()
        parts = Parts(self._tree, structure, self._outline.put(self.file), self._places.tree())
        root = put_catalogue(self.file, self._about, parts, attached)
        self.file.end(root, put_info(self.file, self._about))

    def _begin_page(self) -> None:
        """Have an empty page."""
        self._page = self.file.reserve()
        self._pictures: dict[int, None] = {}
        self._annotations: list[int] = []
        self.marking.structure.begin_page(self._page)
