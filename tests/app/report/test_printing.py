# SPDX-License-Identifier: MIT
from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

import pytest

from app.errors import Cancelled, PrintFailed
from app.report.printing import PrintJob, command, send_pdf, takes_pdf

if TYPE_CHECKING:
    from pathlib import Path

PDF = b"%PDF-1.7 \x00\xff not text"


@pytest.fixture
def queue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A print queue that keeps what it was given."""
    if sys.platform == "win32":
        pytest.skip("there is no such queue on Windows")
    tool = tmp_path / "lp"
    tool.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/words\ncat > {tmp_path}/job\n')
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return tmp_path


def test_the_queue_gets_the_very_bytes(queue: Path) -> None:
    assert takes_pdf()
    send_pdf(PDF, PrintJob("Office"))
    assert (queue / "job").read_bytes() == PDF


def test_what_was_chosen_reaches_the_queue(queue: Path) -> None:
    job = PrintJob("Office", 2, "1,3-5", "two-sided-long-edge", is_grey=True, more=("collate=true",))
    send_pdf(PDF, job)
    words = (queue / "words").read_text().split()
    assert words == command(job)[1:]
    assert words[:4] == ["-d", "Office", "-n", "2"]
    assert words[8:10] == ["-P", "1,3-5"]
    assert words[10:14] == ["-o", "print-color-mode=monochrome", "-o", "collate=true"]


def test_without_a_choice_every_page_is_printed_as_it_is() -> None:
    words = command(PrintJob("Office"))
    assert "-P" not in words
    assert words.count("-o") == 1


def test_the_queue_shows_a_name_that_says_nothing() -> None:
    assert command(PrintJob("Office"))[5:7] == ["-t", "document"]


def test_a_queue_that_refuses_is_a_failure(queue: Path) -> None:
    (queue / "lp").write_text("#!/bin/sh\nexit 1\n")
    with pytest.raises(PrintFailed):
        send_pdf(PDF, PrintJob("Office"))


def test_a_queue_that_hangs_can_be_stopped(queue: Path) -> None:
    (queue / "lp").write_text("#!/bin/sh\nexec tail -f /dev/null\n")
    stopped = threading.Event()
    stopped.set()
    with pytest.raises(Cancelled):
        send_pdf(PDF, PrintJob("Office"), stopped)


def test_a_queue_that_hangs_is_a_failure_in_the_end(queue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (queue / "lp").write_text("#!/bin/sh\nexec tail -f /dev/null\n")
    monkeypatch.setattr("app.report.printing.WAIT_S", 0.1)
    with pytest.raises(PrintFailed, match="too long"):
        send_pdf(PDF, PrintJob("Office"))


def test_a_system_without_lp_does_not_take_pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not takes_pdf()
    with pytest.raises(PrintFailed):
        send_pdf(PDF, PrintJob("Office"))
