# SPDX-License-Identifier: MIT
"""A reportlab canvas that writes each page and picture to the file as soon as it is finished.

reportlab keeps a whole document in memory until it is saved. Here an object is formatted once, goes to disk
and is forgotten; fonts, page tree, outline and catalogue come last. Written against reportlab 5.1.
"""

from __future__ import annotations

import hashlib
from typing import IO, TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen import canvas
from typing_extensions import override

from app.report.fonts import EMBEDDING, REGULAR
from app.report.pens import PAGE_HEIGHT, PAGE_WIDTH

if TYPE_CHECKING:
    from datetime import datetime

PDF_VERSION = (1, 7)


class _File(pdfdoc.PDFFile):  # type: ignore[misc]  # reportlab has no types
    """Bytes that go to disk at once, hashed on the way."""

    def __init__(self, out: IO[bytes]) -> None:
        """Write the header."""
        super().__init__(PDF_VERSION)
        self._out = out
        self.digest = hashlib.sha256()
        header = b"".join(self.strings)
        self.write = self._write
        self._write(header)

    def _write(self, data: bytes) -> None:
        self._out.write(data)
        self.digest.update(data)


class _Info(pdfdoc.PDFInfo):  # type: ignore[misc]
    """Title, times and program; no author, since the file would name the person."""

    @override
    def format(self, document: Any) -> bytes:
        """Return the dictionary."""
        dated = pdfdoc.PDFDate(ts=document.made_at)
        entries = {"Title": pdfdoc.PDFString(self.title), "CreationDate": dated, "ModDate": dated}
        entries |= {name: pdfdoc.PDFString(getattr(self, name.lower())) for name in ("Producer", "Creator")}
        formatted: bytes = pdfdoc.PDFDictionary(entries).format(document)
        return formatted


class _Stamp:
    """A time in the form that reportlab's date wants."""

    def __init__(self, at: datetime) -> None:
        """Keep the moment in UTC."""
        self.YMDhms = at.timetuple()[:6]
        self.dhh = self.dmm = 0


class _Document(pdfdoc.PDFDocument):  # type: ignore[misc]
    """A document of which most has been written already."""

    def __init__(self, out: IO[bytes], made_at: datetime, language: str) -> None:
        """Write the header; everything else follows page by page."""
        super().__init__(compression=1, invariant=1, pdfVersion=PDF_VERSION, lang=language)
        self.made_at = _Stamp(made_at)
        self.info = _Info()
        self._file = _File(out)

    @override
    def addPage(self, page: Any) -> None:
        """Write the page and its content."""
        name = self.thisPageName()
        # reportlab would wrap the content in ASCII85 as well, at a quarter more bytes.
        page.Contents = pdfdoc.PDFStream(content=page.stream, filters=[pdfdoc.PDFZCompress])
        self.Reference(page, name)
        self.Pages.addPage(pdfdoc.PDFObjectReference(name))
        self.pageCounter += 1
        self.inObject = None
        self.put(name)
        self.put(page.Contents.__InternalName__)

    def put(self, name: str) -> None:
        """Write one object and forget what is in it."""
        formatted = pdfdoc.PDFIndirectObject(name, self.idToObject[name]).format(self)
        self.idToOffset[name] = self._file.add(formatted)
        self.idToObject[name] = None

    def finish(self, of: canvas.Canvas) -> None:
        """Write fonts, outline, page tree, catalogue, table of offsets and trailer."""
        with EMBEDDING:
            for font in self.delayedFonts:
                font.addObjects(self)
            self.Reference(self.Catalog)
            self.Reference(self.info)
            self.Outlines.prepare(self, of)
            if self.Outlines.ready < 0:
                self.Catalog.Outlines = None
            self._put_the_rest()
        table = pdfdoc.PDFCrossReferenceTable()
        table.addsection(0, [self.numberToId[n] for n in range(1, self.objectcounter + 1)])
        identity = f"<{self._file.digest.hexdigest()[:32]}>"
        trailer = pdfdoc.PDFTrailer(
            startxref=self._file.add(table.format(self)),
            Size=self.objectcounter + 1,
            Root=self.Reference(self.Catalog),
            Info=self.Reference(self.info),
            ID=f"[{identity}{identity}]",
        )
        self._file.add(trailer.format(self))

    def _put_the_rest(self) -> None:
        """Write every object that is not on disk yet; formatting one may bring new ones."""
        number = 0
        while number < self.objectcounter:
            number += 1
            name = self.numberToId[number]
            if name not in self.idToOffset:
                self.put(name)


class StreamedCanvas(canvas.Canvas):  # type: ignore[misc]
    """A canvas whose pages are on disk when they are shown."""

    def __init__(self, out: IO[bytes], *, made_at: datetime, title: str, creator: str, language: str) -> None:
        """Begin the document."""
        super().__init__(
            out, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), pageCompression=1, invariant=1, initialFontName=REGULAR
        )
        self._doc = _Document(out, made_at, language)
        self._doc.setTitle(title)
        self._doc.setCreator(creator)
        self._doc.setProducer(creator)
        self.setViewerPreference("DisplayDocTitle", "true")

    def put_stream(self, name: str, entries: dict[str, Any], content: bytes) -> None:
        """Write a stream object at once; draw it with ``doForm(name)``."""
        stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), content)
        reference = self._doc.Reference(stream, self._doc.getXObjectName(name))
        self._doc.put(reference.name)

    def put_entry(self, content: bytes) -> Any:
        """Write a helper stream at once and return the reference to it."""
        reference = self._doc.Reference(pdfdoc.PDFStream(pdfdoc.PDFDictionary({}), content))
        self._doc.put(reference.name)
        return reference

    def finish(self) -> None:
        """Write the end of the document; the canvas is of no use afterwards."""
        self._doc.finish(self)
