# SPDX-License-Identifier: MIT
"""A second process that prints a PDF as the window does; it has not looked for printers before."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui.report.printing import new_printer, print_report


def main(pdf: Path, queue: str) -> None:
    """Print it all, and say how many pages went out."""
    application = QApplication([])
    printer = new_printer()
    printer.setPrinterName(queue)
    assert printer.isValid(), f"no printer {queue}"
    print(print_report(pdf.read_bytes(), printer, lambda _: None, threading.Event()))
    application.shutdown()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
