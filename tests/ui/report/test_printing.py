# SPDX-License-Identifier: MIT
from __future__ import annotations

import sys
import threading

import numpy as np
import pytest
from PySide6.QtPrintSupport import QPrinter

from app.errors import Cancelled
from app.report.preview import PdfPages
from tests.ui.widgets.test_pdf_view import pdf
from ui.report.printing import job_of, new_printer, print_report


@pytest.fixture
def printer(qapp) -> QPrinter:
    made = new_printer()
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    return made


def run(data: bytes, printer: QPrinter, stopped: threading.Event | None = None) -> int:
    return print_report(data, printer, lambda _: None, stopped or threading.Event())


def test_printing_to_a_file_gives_the_very_bytes(printer, tmp_path) -> None:
    data = pdf(3)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert run(data, printer) == 3
    assert (tmp_path / "out.pdf").read_bytes() == data


def test_some_pages_to_a_file_are_those_pages(printer, tmp_path) -> None:
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setFromTo(2, 3)
    assert run(pdf(4), printer) == 2
    with PdfPages((tmp_path / "out.pdf").read_bytes()) as pages:
        assert len(pages) == 2
        frame = pages.render(0, 36)
    pixels = np.frombuffer(frame.bgra, np.uint8).reshape(frame.height_px, frame.width_px, 4)
    middle = pixels[frame.height_px // 2, frame.width_px // 2, :3]
    assert middle[2] > 200  # the second page is red
    assert middle[0] < 60


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes pictures of the pages")
def test_a_system_that_takes_pdf_gets_the_very_bytes(qapp, tmp_path, monkeypatch) -> None:
    tool = tmp_path / "lp"
    tool.write_text(f"#!/bin/sh\ncat > {tmp_path}/job\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    data = pdf(2)
    assert run(data, new_printer()) == 2
    assert (tmp_path / "job").read_bytes() == data


def test_it_can_be_stopped_between_pages(printer, tmp_path) -> None:
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setFromTo(1, 2)
    stopped = threading.Event()
    stopped.set()
    with pytest.raises(Cancelled):
        run(pdf(4), printer, stopped)


def test_what_was_chosen_is_what_the_queue_is_told(qapp) -> None:
    printer = new_printer()
    printer.setCopyCount(2)
    printer.setFromTo(1, 3)
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    job = job_of(printer)
    assert (job.copies, job.first_page, job.last_page) == (2, 1, 3)


def test_the_queue_shows_a_name_that_says_nothing(qapp) -> None:
    assert new_printer().docName() == "document"
