# SPDX-License-Identifier: MIT
"""The pen that writes the PDF."""

from __future__ import annotations

from functools import lru_cache
from typing import IO, TYPE_CHECKING

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.rl_accel import fp_str

from app.errors import Cancelled, HashMismatch
from app.hashing import sha256_of
from app.report.images import put_png
from app.report.objects import numbers, text_string
from app.report.pens import PAGE_HEIGHT
from app.report.stream import StreamedCanvas

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from threading import Event

    from app.model import ExhibitId, Original, Rect
    from app.report.archive import About, Attachment
    from app.report.dossier import Originals
    from app.report.pens import Tag
    from app.report.text import Line


MOST_REMEMBERED = 4096  # lines; those of one page come again on the next
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
        self._marking = canvas.marking
        self._pictures: dict[ExhibitId, int] = {}
        self._colours: dict[str, Color] = {}

    @classmethod
    def on(
        cls,
        out: IO[bytes],
        originals: Originals,
        page_done: Callable[[], None],
        cancelled: Event,
        about: About,
    ) -> PdfPen:
        """Return a pen for a new document in this file."""
        return cls(StreamedCanvas(out, about), originals, page_done, cancelled)

    def open(self, tag: Tag) -> None:
        """Begin a structure element inside the one that is open."""
        self._marking.open(tag)

    def close(self) -> None:
        """End the structure element begun last."""
        self._marking.close()

    def artifact(self, *, is_on: bool, kind: str = "") -> None:
        """What follows belongs to no element, until this is turned off again."""
        self._marking.artifact(kind, is_on=is_on)

    def place(self, name: str, y: float) -> None:
        """Let links lead here."""
        self._canvas.place(name, PAGE_HEIGHT - y)

    def link(self, name: str, x: float, y: float, width: float, height: float) -> None:
        """Let what was drawn in a rectangle lead to a place."""
        element = self._marking.structure.innermost
        if element is None or element.tag.kind != "Link":
            raise ValueError("a link is drawn where no Link element is open")
        number = self._canvas.file.reserve()
        key = self._marking.structure.hold(element, number)
        said = [
            b"/Type/Annot/Subtype/Link/F 4/Border[0 0 0]",  # 4: printed. Source: ISO 19005-3, 6.3.2
            b"/Rect" + numbers((x, PAGE_HEIGHT - y - height, x + width, PAGE_HEIGHT - y)),
            b"/P %d 0 R/StructParent %d" % (self._canvas.page, key),
            b"/Dest<%b>/Contents%b" % (name.encode().hex().encode(), text_string(element.tag.alt or name)),
        ]
        self._canvas.file.put(number, b"<<%b>>" % b"".join(said))
        self._canvas.annotate(number)

    def text(self, x: float, baseline: float, line: Line) -> None:
        """Draw a line of text."""
        if not line.pieces:
            return
        self._marking.content()
        top = PAGE_HEIGHT - baseline
        self._marking.around(x, top - line.leading / 4, x + line.width, top + line.leading * 3 / 4)
        self._canvas.put_line(x, top, line.pieces)

    def rule(self, x: float, y: float, to_x: float, to_y: float, *, width: float, colour: str) -> None:
        """Draw a straight line."""
        self._marking.decoration()
        self._canvas.write(_ruled(x, y, to_x, to_y, width, colour))

    def area(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle."""
        self._marking.decoration()
        self._marking.around(x, PAGE_HEIGHT - y - height, x + width, PAGE_HEIGHT - y)
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
        self._marking.decoration()
        self._marking.around(x, PAGE_HEIGHT - y - height, x + width, PAGE_HEIGHT - y)
        self._canvas.setStrokeColor(self._colour(colour))
        self._canvas.setLineWidth(line)
        self._canvas.setDash(DASHES if is_dashed else ())
        self._canvas.rect(x, PAGE_HEIGHT - y - height, width, height, stroke=1, fill=0)
        if is_dashed:
            self._canvas.setDash(())

    def picture(self, original: Original, x: float, y: float, width: float, height: float) -> None:
        """Draw an original, its pixels unchanged, or in its place the copy on which parts are covered.

        Raises:
            HashMismatch: the bytes are not those that were recorded.
        """
        picture = self._form_of(original)
        self._marking.content()
        self._marking.around(x, PAGE_HEIGHT - y - height, x + width, PAGE_HEIGHT - y)
        self._canvas.saveState()
        self._canvas.transform(width, 0, 0, height, x, PAGE_HEIGHT - y - height)
        self._canvas.draw(picture)
        self._canvas.restoreState()

    def part(self, original: Original, rect: Rect, x: float, y: float, width: float) -> None:
        """Draw what lies in a rectangle of an original, or of its copy; all other pixels are clipped away.

        Raises:
            HashMismatch: the bytes are not those that were recorded.
        """
        picture, content = self._form_of(original), original.record.content
        scale = width / rect.width
        height = rect.height * scale
        self._marking.content()
        self._marking.around(x, PAGE_HEIGHT - y - height, x + width, PAGE_HEIGHT - y)
        whole_width, whole_height = content.width_px * scale, content.height_px * scale
        self._canvas.saveState()
        path = self._canvas.beginPath()
        path.rect(x, PAGE_HEIGHT - y - height, width, height)
        self._canvas.clipPath(path, stroke=0, fill=0)
        top = y - rect.y * scale
        left = x - rect.x * scale
        self._canvas.transform(whole_width, 0, 0, whole_height, left, PAGE_HEIGHT - top - whole_height)
        self._canvas.draw(picture)
        self._canvas.restoreState()

    def bookmark(self, title: str, level: int) -> None:
        """Let the outline of the document lead to this page."""
        self._canvas.part(title, level)

    def end_page(self) -> None:
        """Finish the page.

        Raises:
            Cancelled: the person stopped it.
        """
        self._canvas.showPage()
        if self._cancelled.is_set():
            raise Cancelled
        self._page_done()

    def finish(self, attached: Sequence[Attachment] = ()) -> None:
        """Write the end of the document, and files that belong to it."""
        self._canvas.finish(attached)

    def _form_of(self, original: Original) -> int:
        """Return the picture's object in the document, where it is written once however often it is drawn.

        Raises:
            HashMismatch: the bytes are not those that were recorded.
        """
        number = self._pictures.get(original.id)
        if number is None:
            data = self._shown(original)
            if sha256_of(data) != original.shown_sha256:
                raise HashMismatch(original.ref)
            self._pictures[original.id] = number = put_png(self._canvas.file, data)
        return number

    def _shown(self, original: Original) -> bytes:
        """Return the bytes of the copy on which parts are covered, or of the original where nothing is."""
        if original.redacted is not None:
            return b"".join(self._originals.derivative_parts(original.redacted.derivative_id))
        return b"".join(self._originals.parts(original.id))

    def _colour(self, name: str) -> Color:
        """Return the colour, made once."""
        if name not in self._colours:
            self._colours[name] = HexColor(name)
        return self._colours[name]


@lru_cache(MOST_REMEMBERED)
def _ruled(x: float, y: float, to_x: float, to_y: float, width: float, colour: str) -> str:
    """Return what draws a straight line."""
    ends = fp_str(x, PAGE_HEIGHT - y), fp_str(to_x, PAGE_HEIGHT - to_y)
    return "{} RG\n{} w\nn {} m {} l S".format(fp_str(HexColor(colour).rgb()), fp_str(width), *ends)
