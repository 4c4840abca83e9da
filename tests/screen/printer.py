# SPDX-License-Identifier: MIT
"""A second process that prints a PDF as the window does; it has not looked for printers before."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.report.preview import PdfPages
from app.report.queues import Queue
from ui.report.printing import Wanted, new_printer, print_report


def main(pdf: Path, name: str, *, is_grey: bool) -> None:
    """Print it all, and say how many pages went out."""
    application = QApplication([])
    printer = new_printer()
    printer.setPrinterName(name)
    assert printer.isValid(), f"no printer {name}"
    data = pdf.read_bytes()
    with PdfPages(data) as pages:
        wanted = Wanted(tuple(range(1, len(pages) + 1)), is_grey)
    print(len(print_report(data, printer, wanted, Queue(), lambda _: None, threading.Event())))
    application.shutdown()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], is_grey="grey" in sys.argv)
