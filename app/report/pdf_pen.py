# SPDX-License-Identifier: MIT
"""The pen that writes the PDF."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from reportlab.lib.colors import Color, HexColor

from app.errors import Cancelled, HashMismatch
from app.hashing import sha256_of
from app.report.images import put_png
from app.report.pens import PAGE_HEIGHT
from app.report.stream import StreamedCanvas

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from threading import Event

    from app.model import ExhibitId, Original, Rect
    from app.report.dossier import Originals
    from app.report.pens import Tag
    from app.report.text import Line


DASHES = (4, 3)  # points, of a bar that says that a piece is missing


class PdfPen:
    """Draws through a canvas that is on disk page by page."""

    def __init__(
        self,
        canvas: StreamedCanvas,
        originals: Originals,
        page_done: Callable[[], None],
        cancelled: Event,
    ) -> None:
        """Keep where to draw and where the pictures come from."""
        self._canvas = canvas
        self._originals = originals
        self._page_done = page_done
        self._cancelled = cancelled
        self._marks = 0
        self._forms: dict[ExhibitId, str] = {}
        self._colours: dict[str, Color] = {}

    @classmethod
    def on(  # noqa: PLR0913 - what a document is made of
        cls,
        out: IO[bytes],
        originals: Originals,
        page_done: Callable[[], None],
        cancelled: Event,
        *,
        made_at: datetime,
        title: str,
        creator: str,
        language: str,
    ) -> PdfPen:
        """Return a pen for a new document in this file."""
        canvas = StreamedCanvas(out, made_at=made_at, title=title, creator=creator, language=language)
        return cls(canvas, originals, page_done, cancelled)

    def open(self, tag: Tag) -> None:
        """Begin a structure element inside the one that is open."""

    def close(self) -> None:
        """End the structure element begun last."""

    def artifact(self, *, is_on: bool) -> None:
        """What follows belongs to no element, until this is turned off again."""

    def place(self, name: str, y: float) -> None:
        """Let links lead here."""

    def link(self, name: str, x: float, y: float, width: float, height: float) -> None:
        """Let what was drawn in a rectangle lead to a place."""

    def text(self, x: float, baseline: float, line: Line) -> None:
        """Draw a line of text."""
        if not line.pieces:
            return
        drawn = self._canvas.beginText(x, PAGE_HEIGHT - baseline)
        for piece in line.pieces:
            drawn.setFont(piece.font, piece.size)
            drawn.setFillColor(self._colour(piece.colour))
            drawn.textOut(piece.text)
        self._canvas.drawText(drawn)

    def rule(self, x: float, y: float, to_x: float, to_y: float, *, width: float, colour: str) -> None:
        """Draw a straight line."""
        self._canvas.setStrokeColor(self._colour(colour))
        self._canvas.setLineWidth(width)
        self._canvas.line(x, PAGE_HEIGHT - y, to_x, PAGE_HEIGHT - to_y)

    def area(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle."""
        self._canvas.setFillColor(self._colour(colour))
        self._canvas.rect(x, PAGE_HEIGHT - y - height, width, height, stroke=0, fill=1)

    def frame(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        line: float,
        colour: str,
        is_dashed: bool = False,
    ) -> None:
        """Draw the outline of a rectangle."""
        self._canvas.setStrokeColor(self._colour(colour))
        self._canvas.setLineWidth(line)
        self._canvas.setDash(DASHES if is_dashed else ())
        self._canvas.rect(x, PAGE_HEIGHT - y - height, width, height, stroke=1, fill=0)
        if is_dashed:
            self._canvas.setDash(())

    def picture(self, original: Original, x: float, y: float, width: float, height: float) -> None:
        """Draw an original, its pixels unchanged.

        Raises:
            HashMismatch: the bytes are not those that were recorded.
        """
        name = self._form_of(original)
        self._canvas.saveState()
        self._canvas.transform(width, 0, 0, height, x, PAGE_HEIGHT - y - height)
        self._canvas.doForm(name)
        self._canvas.restoreState()

    def part(self, original: Original, rect: Rect, x: float, y: float, width: float) -> None:
        """Draw what lies in a rectangle of an original: its pixels, all others clipped away.

        Raises:
            HashMismatch: the bytes are not those that were recorded.
        """
        name, content = self._form_of(original), original.record.content
        scale = width / rect.width
        height = rect.height * scale
        whole_width, whole_height = content.width_px * scale, content.height_px * scale
        self._canvas.saveState()
        path = self._canvas.beginPath()
        path.rect(x, PAGE_HEIGHT - y - height, width, height)
        self._canvas.clipPath(path, stroke=0, fill=0)
        top = y - rect.y * scale
        left = x - rect.x * scale
        self._canvas.transform(whole_width, 0, 0, whole_height, left, PAGE_HEIGHT - top - whole_height)
        self._canvas.doForm(name)
        self._canvas.restoreState()

    def bookmark(self, title: str, level: int) -> None:
        """Let the outline of the document lead to this page."""
        self._marks += 1
        key = f"mark{self._marks}"
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(title, key, level, closed=False)

    def end_page(self) -> None:
        """Finish the page.

        Raises:
            Cancelled: the person stopped it.
        """
        self._canvas.showPage()
        if self._cancelled.is_set():
            raise Cancelled
        self._page_done()

    def finish(self) -> None:
        """Write the end of the document."""
        self._canvas.finish()

    def _form_of(self, original: Original) -> str:
        """Return the name of the picture in the document, where it is written once however often it is drawn.

        Raises:
            HashMismatch: the bytes are not those that were recorded.
        """
        name = self._forms.get(original.id)
        if name is None:
            data = b"".join(self._originals.parts(original.id))
            if sha256_of(data) != original.record.content.sha256:
                raise HashMismatch(original.ref)
            self._forms[original.id] = name = f"picture{len(self._forms) + 1}"
            put_png(self._canvas, name, data)
        return name

    def _colour(self, name: str) -> Color:
        """Return the colour, made once."""
        if name not in self._colours:
            self._colours[name] = HexColor(name)
        return self._colours[name]
