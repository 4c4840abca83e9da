# SPDX-License-Identifier: MIT
"""A dossier to a PDF: laid out twice, written once, there under its name only when it is whole."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
from dataclasses import dataclass
from threading import Event
from typing import IO, TYPE_CHECKING

from app.errors import NothingToReport
from app.report import fonts, nothing_invented
from app.report.archive import About
from app.report.attached import attachments
from app.report.heard import HearingPen
from app.report.layout import Sheet
from app.report.linking import LinkingPen
from app.report.page1 import draw_page1, fitting_limits
from app.report.page1_text import page1_lines
from app.report.pdf_pen import PdfPen
from app.report.pens import BlankPen
from app.report.saving import named, put_in_place
from app.report.sections import draw_sections
from app.report.timeline import draw_timeline
from app.report.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from app.report.archive import Attachment
    from app.report.dossier import Dossier, Originals
    from app.words import Words

READ_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class ReportBuilt:
    """What was written; ``page1`` is page 1 as plain lines."""

    path: Path
    sha256: str
    pages: int
    size_bytes: int
    page1: tuple[str, ...] = ()


def build_report(
    dossier: Dossier,
    originals: Originals,
    out: Path,
    *,
    words: Words,
    progress: Callable[[float], None] | None = None,
    cancelled: Event | None = None,
) -> ReportBuilt:
    """Write the report; the same dossier in the same language gives the same bytes.

    Nothing is left at ``out`` unless it is whole; what stood there before is then replaced.

    Raises:
        NothingToReport: no exhibit and no fact yet.
        FactInvented: a page says something that is not stored.
        HashMismatch: an original is not what was recorded.
        Cancelled: the person stopped it.
        DiskFull: no room.
        ExportFailed: the file cannot be written.
    """
    progress = progress or _ignore
    draft = _draft(dossier, words)
    part = out.with_name(f"{out.name}.part")
    try:
        with part.open("wb") as file:
            _write(file, draft, originals, progress, cancelled or Event())
            file.flush()
            os.fsync(file.fileno())
        digest, size = _read_back(part)
        put_in_place(part, out)
    except OSError as error:
        raise named(error, "report") from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    progress(1.0)
    page1 = page1_lines(dossier, draft.writer, draft.known)
    return ReportBuilt(out, digest, draft.known["total"], size, page1)


@dataclass(frozen=True, slots=True)
class ReportBytes:
    """A report that is on no disk: the very bytes that are shown, saved and printed."""

    data: bytes
    sha256: str
    pages: int


def report_bytes(
    dossier: Dossier,
    originals: Originals,
    *,
    words: Words,
    progress: Callable[[float], None] | None = None,
    cancelled: Event | None = None,
) -> ReportBytes:
    """Return the report in memory, for the window: what was not saved leaves nothing on the disk.

    Raises:
        NothingToReport: no exhibit and no fact yet.
        FactInvented: a page says something that is not stored.
        HashMismatch: an original is not what was recorded.
        Cancelled: the person stopped it.
    """
    progress = progress or _ignore
    draft = _draft(dossier, words)
    out = io.BytesIO()
    _write(out, draft, originals, progress, cancelled or Event())
    progress(1.0)
    data = out.getvalue()
    return ReportBytes(data, hashlib.sha256(data).hexdigest(), draft.known["total"])


def timeline_bytes(dossier: Dossier, originals: Originals, *, words: Words) -> ReportBytes:
    """Return the pages of the timeline alone, as they stand in the report but for their numbers.

    Raises:
        NothingToReport: nothing has a time yet.
    """
    if not dossier.timeline.lines:
        raise NothingToReport("nothing has a time yet")
    writer = Writer(words, fonts.load(), dossier.prepared)
    return drawn_apart(draw_timeline, dossier, writer, about_of(dossier, writer), originals=originals)


def drawn_apart(
    draw: Callable[[Sheet], None],
    dossier: Dossier,
    writer: Writer,
    about: About,
    *,
    originals: Originals,
    kind: type[Sheet] = Sheet,
    beside: Iterable[object] = (),
) -> ReportBytes:
    """Return pages that are no part of the report, laid out twice and written once.

    Args:
        draw: draws them.
        dossier: all that they may say.
        writer: writes them.
        about: what the document says of itself.
        originals: the pictures in them.
        kind: the sheet, with its header and footer.
        beside: further constants that may stand in them.

    Raises:
        FactInvented: a page says something that is not stored.
    """
    laid_out = kind(BlankPen(), writer, dossier, {})
    draw(laid_out)
    laid_out.end()
    out = io.BytesIO()
    pen = PdfPen.on(out, originals, lambda: None, Event(), about)
    hearing = HearingPen(LinkingPen(pen, writer, laid_out.pages).pen)
    sheet = kind(hearing.pen, writer, dossier, laid_out.pages)
    draw(sheet)
    sheet.end()
    nothing_invented.check(hearing.heard, dossier, writer, pages=laid_out.number, beside=beside)
    pen.finish()
    data = out.getvalue()
    return ReportBytes(data, hashlib.sha256(data).hexdigest(), laid_out.number)


def about_of(dossier: Dossier, writer: Writer) -> About:
    """Return what the document says of itself."""
    title = writer.plain("title", ref=dossier.ref)
    return About(title, dossier.tool, writer.language, dossier.prepared.utc)


def page_numbers(dossier: Dossier, writer: Writer) -> dict[str, int]:
    """Return on which page each part begins, and how many pages there are, without drawing."""
    sheet = Sheet(BlankPen(), writer, dossier, {})
    _draw(sheet, {})
    return sheet.pages


@dataclass(frozen=True, slots=True)
class _Draft:
    """A report that is laid out and not yet written; ``known`` has the page of each part."""

    dossier: Dossier
    writer: Writer
    known: Mapping[str, int]
    about: About
    attached: tuple[Attachment, ...]


def _draft(dossier: Dossier, words: Words) -> _Draft:
    """Return the report of a dossier, laid out.

    Raises:
        NothingToReport: no exhibit and no fact yet.
    """
    if dossier.is_empty:
        raise NothingToReport("no exhibit and no fact yet")
    writer = Writer(words, fonts.load(), dossier.prepared)
    known, about = page_numbers(dossier, writer), about_of(dossier, writer)
    return _Draft(dossier, writer, known, about, attachments(dossier, words))


def _write(
    file: IO[bytes],
    draft: _Draft,
    originals: Originals,
    progress: Callable[[float], None],
    cancelled: Event,
) -> None:
    """Draw every page into the file."""
    dossier, writer, known = draft.dossier, draft.writer, draft.known
    done = iter(range(1, known["total"] + 1))
    pen = PdfPen.on(
        file, originals, lambda: progress(next(done) / (known["total"] + 1)), cancelled, draft.about
    )
    hearing = HearingPen(LinkingPen(pen, writer, known).pen)
    _draw(Sheet(hearing.pen, writer, dossier, known), known)
    nothing_invented.check(hearing.heard, dossier, writer, pages=known["total"])
    pen.finish(draft.attached)


def _draw(sheet: Sheet, known: Mapping[str, int]) -> None:
    """Draw the whole report."""
    draw_page1(sheet, fitting_limits(sheet.writer, sheet.dossier, known))
    draw_sections(sheet)
    sheet.end()


def _ignore(done: float) -> None:
    """Tell nobody how far it is."""


def _read_back(path: Path) -> tuple[str, int]:
    """Return hash value and size of what is on disk."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while part := file.read(READ_BYTES):
            digest.update(part)
            size += len(part)
    return digest.hexdigest(), size
