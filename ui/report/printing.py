# SPDX-License-Identifier: MIT
"""The report on paper: the PDF itself where the system prints PDF, its pages as pictures elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from app.errors import Cancelled, PrintFailed
from app.report.preview import PdfPages
from app.report.printing import PrintJob, send_pdf, takes_pdf
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


def new_printer() -> QPrinter:
    """Return a printer set to A4 without margins of its own: the report has its own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setDocName("document")
    return printer


def job_of(printer: QPrinter) -> PrintJob:
    """Return what was chosen in the dialog, in the terms of the print queue."""
    return PrintJob(
        printer=printer.printerName(),
        copies=max(1, printer.copyCount()),
        first_page=printer.fromPage(),
        last_page=printer.toPage(),
        sides=SIDES.get(printer.duplex(), "one-sided"),
    )


def print_report(
    pdf: bytes, printer: QPrinter, progress: Callable[[float], None], cancelled: threading.Event
) -> int:
    """Return how many pages went out.

    Raises:
        PrintFailed: the system did not take it.
        Cancelled: stopped meanwhile.
    """
    with PdfPages(pdf) as pages:
        wanted = _wanted(printer, len(pages))
        if printer.outputFileName() and len(wanted) == len(pages):
            save_bytes(pdf, printer.outputFileName())  # "print to a file" is the file itself
        elif not printer.outputFileName() and takes_pdf():
            send_pdf(pdf, job_of(printer), cancelled)
        else:
            _print_pictures(pages, wanted, printer, progress, cancelled)
    progress(1.0)
    return len(wanted)


def _wanted(printer: QPrinter, count: int) -> range:
    """Return the pages that were chosen, counted from 0."""
    first, last = printer.fromPage(), printer.toPage()
    return range(first - 1, min(max(first, last), count)) if first else range(count)


def _print_pictures(
    pages: PdfPages,
    wanted: range,
    printer: QPrinter,
    progress: Callable[[float], None],
    cancelled: threading.Event,
) -> None:
    """Paint each page as a picture over the whole sheet."""
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintFailed("the printer could not be opened")
    try:
        for done, index in enumerate(wanted):
            if cancelled.is_set():
                printer.abort()
                raise Cancelled("printing")
            if done and not printer.newPage():
                raise PrintFailed("the printer took no further page")
            sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
            painter.drawImage(sheet, image_of(pages.render(index, RASTER_DPI)))
            progress((done + 1) / (len(wanted) + 1))
    finally:
        painter.end()
