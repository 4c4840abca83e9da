# SPDX-License-Identifier: MIT
"""The report on paper: the PDF itself where the system prints PDF, its pages as pictures elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintEngine, QPrinter, QPrinterInfo

from app.errors import Cancelled, PrintFailed
from app.report.page_ranges import as_ranges
from app.report.preview import PdfPages
from app.report.printing import JOB_NAME, PrintJob, send_pdf, takes_pdf
from app.report.queues import Queue, QueueKind, queue_of
from app.report.saving import save_bytes
from ui.widgets.painting import image_of

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

RASTER_DPI = 300
SIDES = {
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}
CUPS_OPTIONS = QPrintEngine.PrintEnginePropertyKey(0xFE00)  # names and values in turn.  Source: Qt, qcups_p.h
OURS = frozenset({"page-ranges", "page-set", "print-color-mode", "sides"})  # said by the card, or told apart
PLAIN = re.compile(r"[\w.,:*+-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was chosen on the card: the pages, counted from 1, and whether in black and white."""

    pages: tuple[int, ...]
    is_grey: bool = False


def new_printer() -> QPrinter:
    """Return a printer set to A4 without margins of its own: the report has its own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setDocName(JOB_NAME)
    return printer


def asks_about(printer: QPrinter) -> Callable[[], Queue]:
    """Return what finds out whom a printer belongs to, in a thread of its own."""
    if takes_pdf():
        return partial(queue_of, printer.printerName())
    is_remote = QPrinterInfo.printerInfo(printer.printerName()).isRemote()
    queue = Queue(QueueKind.NETWORK if is_remote else QueueKind.HERE)
    return lambda: queue


def pages_of(printer: QPrinter, wanted: Wanted) -> tuple[int, ...]:
    """Return the pages that go out: of those that are wanted, what a dialog with a range of its own left.

    Raises:
        PrintFailed: none.
    """
    first, last = printer.fromPage(), printer.toPage()
    pages = tuple(page for page in wanted.pages if not first or first <= page <= max(first, last))
    if not pages:
        raise PrintFailed("no page was chosen")
    return pages


def job_of(printer: QPrinter, ranges: str = "", *, is_grey: bool = False) -> PrintJob:
    """Return what was chosen, in the terms of the print queue."""
    copies = max(1, printer.copyCount())
    collated = ("collate=true",) if copies > 1 and printer.collateCopies() else ()
    is_last_first = printer.pageOrder() is QPrinter.PageOrder.LastPageFirst
    reverse = ("outputorder=reverse",) if is_last_first else ()
    return PrintJob(
        printer=printer.printerName(),
        copies=copies,
        ranges=ranges,
        sides=SIDES.get(printer.duplex(), "one-sided"),
        is_grey=is_grey,
        more=(*collated, *reverse, *_other_options(printer)),
    )


def print_report(
    pdf: bytes,
    printer: QPrinter,
    wanted: Wanted,
    queue: Queue,
    progress: Callable[[float], None],
    cancelled: threading.Event,
) -> tuple[int, ...]:
    """Return the pages that went out.

    Raises:
        PrintFailed: the system did not take it.
        Cancelled: stopped meanwhile.
    """
    chosen = pages_of(printer, wanted)
    with PdfPages(pdf) as pages:
        is_all = chosen == tuple(range(1, len(pages) + 1))
        is_file = bool(printer.outputFileName())
        if is_file and is_all and not wanted.is_grey:
            save_bytes(pdf, printer.outputFileName())  # "print to a file" is the file itself
        elif not is_file and takes_pdf() and (queue.knows_grey or not wanted.is_grey):
            ranges = "" if is_all else as_ranges(chosen)
            send_pdf(pdf, job_of(printer, ranges, is_grey=wanted.is_grey), cancelled)
        else:
            _print_pictures(pages, Wanted(chosen, wanted.is_grey), printer, progress, cancelled)
    progress(1.0)
    return chosen


def _other_options(printer: QPrinter) -> tuple[str, ...]:
    """Return what else a dialog of CUPS asked for, such as two pages on a sheet."""
    said = printer.printEngine().property(CUPS_OPTIONS) if takes_pdf() else None
    words = [str(word) for word in said] if isinstance(said, list) else []
    pairs = zip(words[::2], words[1::2], strict=False)
    return tuple(
        f"{name}={value}"
        for name, value in pairs
        if name not in OURS and PLAIN.fullmatch(name) and PLAIN.fullmatch(value)
    )


def _print_pictures(
    pages: PdfPages,
    wanted: Wanted,
    printer: QPrinter,
    progress: Callable[[float], None],
    cancelled: threading.Event,
) -> None:
    """Paint each page as a picture over the whole sheet."""
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintFailed("the printer could not be opened")
    try:
        for done, page in enumerate(wanted.pages):
            if cancelled.is_set():
                printer.abort()
                raise Cancelled("printing")
            if done and not printer.newPage():
                raise PrintFailed("the printer took no further page")
            sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
            image = image_of(pages.render(page - 1, RASTER_DPI))
            if wanted.is_grey:
                image = image.convertToFormat(QImage.Format.Format_Grayscale8)
            painter.drawImage(sheet, image)
            progress((done + 1) / (len(wanted.pages) + 1))
    finally:
        painter.end()
