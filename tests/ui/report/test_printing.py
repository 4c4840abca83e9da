# SPDX-License-Identifier: MIT
from __future__ import annotations

import sys
import threading

import numpy as np
import pytest
from PySide6.QtPrintSupport import QPrinter

from app.errors import Cancelled, PrintFailed
from app.report.preview import PdfPages
from app.report.queues import Queue, QueueKind
from tests.ui.widgets.test_pdf_view import pdf
from ui.report.printing import Wanted, asks_about, job_of, new_printer, pages_of, print_report


@pytest.fixture
def printer(qapp) -> QPrinter:
    made = new_printer()
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    return made


def run(
    data: bytes,
    printer: QPrinter,
    pages: tuple[int, ...],
    *,
    is_grey: bool = False,
    stopped: threading.Event | None = None,
    queue: Queue | None = None,
) -> tuple[int, ...]:
    wanted, stop = Wanted(pages, is_grey), stopped or threading.Event()
    return print_report(data, printer, wanted, queue or Queue(), lambda _: None, stop)


def pixels_of(data: bytes, index: int) -> np.ndarray:
    with PdfPages(data) as pages:
        frame = pages.render(index, 36)
    return np.frombuffer(frame.bgra, np.uint8).reshape(frame.height_px, frame.width_px, 4)[:, :, :3]


def middle(data: bytes, index: int = 0) -> list[int]:
    """Blue, green and red in the middle of a page."""
    pixels = pixels_of(data, index)
    return [int(part) for part in pixels[pixels.shape[0] // 2, pixels.shape[1] // 2]]


def page_count(data: bytes) -> int:
    with PdfPages(data) as pages:
        return len(pages)


def test_printing_to_a_file_gives_the_very_bytes(printer, tmp_path) -> None:
    data = pdf(3)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert run(data, printer, (1, 2, 3)) == (1, 2, 3)
    assert (tmp_path / "out.pdf").read_bytes() == data


def test_some_pages_to_a_file_are_those_pages(printer, tmp_path) -> None:
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert run(pdf(6), printer, (1, 4, 6)) == (1, 4, 6)
    data = (tmp_path / "out.pdf").read_bytes()
    assert page_count(data) == 3
    for index, (blue, red) in enumerate(((255, 0), (0, 255), (0, 255))):
        assert middle(data, index)[::2] == pytest.approx([blue, red], abs=60)


def test_pages_as_pictures_are_grey_where_that_is_wanted(printer, tmp_path) -> None:
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert run(pdf(2), printer, (1, 2), is_grey=True) == (1, 2)
    data = (tmp_path / "out.pdf").read_bytes()
    for index in (0, 1):
        blue, green, red = middle(data, index)
        assert max(blue, green, red) - min(blue, green, red) <= 3
    assert middle(data, 0) != middle(data, 1)


@pytest.fixture
def lp(tmp_path, monkeypatch):
    """A print queue that keeps what it was given."""
    if sys.platform == "win32":
        pytest.skip("Windows takes pictures of the pages")
    tool = tmp_path / "lp"
    tool.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/words\ncat > {tmp_path}/job\n')
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return tmp_path


def test_a_system_that_takes_pdf_gets_the_very_bytes(qapp, lp) -> None:
    data = pdf(2)
    assert run(data, new_printer(), (1, 2)) == (1, 2)
    assert (lp / "job").read_bytes() == data
    assert "-P" not in (lp / "words").read_text()


def test_some_pages_are_named_to_the_queue_and_the_bytes_stay_whole(qapp, lp) -> None:
    data = pdf(6)
    grey = Queue(QueueKind.HERE, knows_grey=True)
    assert run(data, new_printer(), (1, 3, 4, 5), is_grey=True, queue=grey) == (1, 3, 4, 5)
    assert (lp / "job").read_bytes() == data
    said = (lp / "words").read_text()
    assert "-P 1,3-5" in said
    assert "print-color-mode=monochrome" in said


def test_a_queue_that_does_not_know_grey_is_not_asked_for_it(qapp, lp, monkeypatch) -> None:
    drawn = []
    monkeypatch.setattr("ui.report.printing._print_pictures", lambda _, wanted, *__: drawn.append(wanted))
    assert run(pdf(2), new_printer(), (2,), is_grey=True) == (2,)
    assert drawn == [Wanted((2,), is_grey=True)]
    assert not (lp / "job").exists()


def test_it_can_be_stopped_between_pages(printer, tmp_path) -> None:
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    stopped = threading.Event()
    stopped.set()
    with pytest.raises(Cancelled):
        run(pdf(4), printer, (1, 2), stopped=stopped)


def test_a_dialog_with_a_range_of_its_own_leaves_only_that(qapp) -> None:
    printer = new_printer()
    printer.setFromTo(2, 4)
    assert pages_of(printer, Wanted((1, 2, 4, 5))) == (2, 4)
    with pytest.raises(PrintFailed):
        pages_of(printer, Wanted((1, 5)))


def test_what_was_chosen_is_what_the_queue_is_told(qapp) -> None:
    printer = new_printer()
    printer.setCopyCount(2)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    job = job_of(printer, "1-3", is_grey=True)
    assert (job.copies, job.ranges, job.is_grey) == (2, "1-3", True)
    assert {"collate=true", "outputorder=reverse"} <= set(job.more)


def test_where_the_system_has_no_queues_nobody_is_asked(qapp, monkeypatch) -> None:
    monkeypatch.setattr("ui.report.printing.takes_pdf", lambda: False)
    assert asks_about(new_printer())() == Queue(QueueKind.HERE)


def test_the_queue_shows_a_name_that_says_nothing(qapp) -> None:
    assert new_printer().docName() == "document"
