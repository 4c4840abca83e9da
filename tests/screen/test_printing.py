# SPDX-License-Identifier: MIT
"""The report on a real print queue: what leaves app.report.printing against what reaches the printer."""

from __future__ import annotations

import gettext
import io
import os
import pty
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from app import paths
from app.errors import Cancelled, PrintFailed
from app.hashing import sha256_of
from app.report.build import report_bytes
from app.report.printing import JOB_NAME, PrintJob, command, send_pdf
from app.report.queues import QueueKind, queue_of
from app.words import Words
from tests.app.report.dossiers import sample_dossier
from tests.screen.cupsd import ANYBODYS, PrintSystem
from tests.screen.program import ROOT
from ui.report.making import Made

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PIL.Image import Image

pytestmark = pytest.mark.screen

OFFICE = PrintJob("Office")
LARGE = b"%PDF-1.7\n" + bytes(8_000_000)


@pytest.fixture
def system() -> Iterator[PrintSystem]:
    with PrintSystem() as running:
        yield running


@pytest.fixture(scope="module")
def made() -> Made:
    words = Words.load(paths.resources() / "words" / "en", gettext.NullTranslations())
    dossier, originals = sample_dossier()
    return Made(report_bytes(dossier, originals, words=words), dossier, "", 0)


def test_what_is_recorded_is_what_reaches_the_printer(system: PrintSystem, made: Made) -> None:
    send_pdf(made.report.data, OFFICE)
    printed = system.printed()
    assert printed.data == made.report.data
    assert sha256_of(printed.data) == made.record()["report_sha256"]


def test_its_letters_are_letters_on_the_way(system: PrintSystem, made: Made) -> None:
    send_pdf(made.report.data, OFFICE)
    pages = PdfReader(io.BytesIO(system.printed().data)).pages
    assert len(pages) == made.report.pages
    identifier = made.dossier.accounts[0].account.stable_id
    assert identifier
    assert identifier in pages[0].extract_text()


def test_what_was_chosen_reaches_the_printer_under_a_name_that_says_nothing(system: PrintSystem) -> None:
    send_pdf(LARGE, PrintJob("Office", 2, "1,3-5", "two-sided-long-edge", is_grey=True))
    printed = system.printed()
    assert (printed.title, printed.copies) == (JOB_NAME, 2)
    wanted = {"page-ranges=1,3-5", "sides=two-sided-long-edge", "print-color-mode=monochrome"}
    assert wanted <= set(printed.options.split())


def test_what_was_not_chosen_is_not_asked_of_the_printer(system: PrintSystem) -> None:
    send_pdf(LARGE, OFFICE)
    options = system.printed().options
    assert "page-ranges" not in options
    assert "monochrome" not in options


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Office", QueueKind.HERE),
        ("Library", QueueKind.SHARED),
        ("Upstairs", QueueKind.NETWORK),
        (ANYBODYS, QueueKind.CLASS),
        ("Nowhere", QueueKind.UNKNOWN),
    ],
)
def test_the_system_says_whom_a_printer_belongs_to(system: PrintSystem, name: str, kind: QueueKind) -> None:
    queue = queue_of(name)
    assert queue.kind is kind
    assert queue.knows_grey == (kind is not QueueKind.UNKNOWN)
    assert system.nothing_was_printed()


@pytest.mark.parametrize("queue", ["Closed", "Photos", "Nowhere"])
def test_a_queue_that_refuses_is_a_failure_and_keeps_nothing(system: PrintSystem, queue: str) -> None:
    """One takes no jobs, one takes no PDF, one is not there."""
    with pytest.raises(PrintFailed):
        send_pdf(LARGE, PrintJob(queue))
    assert system.documents() == []
    assert system.waiting() == ""
    assert system.nothing_was_printed()


def test_a_print_system_that_is_not_there_is_a_failure(system: PrintSystem) -> None:
    system.stop()
    with pytest.raises(PrintFailed):
        send_pdf(LARGE, OFFICE)


def test_a_queue_with_a_password_is_a_failure_and_not_a_question_in_the_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Asked there, it would wait for an answer nobody sees; here it has a terminal it could ask in."""
    monkeypatch.setenv("CUPS_USER", "somebody-else")
    with PrintSystem(locked=True):
        assert _said_in_a_terminal("print(send_pdf(b'%PDF-1.7', PrintJob('Office')))") == "PrintFailed"


def _said_in_a_terminal(code: str) -> str:
    """Return the last word of a program that has a terminal of its own."""
    terminal, inner = pty.openpty()
    command = (sys.executable, "-c", IN_A_TERMINAL.format(code=code))
    with subprocess.Popen(
        command, cwd=ROOT, stdin=inner, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as program:
        said, _ = program.communicate(timeout=60)
    os.close(inner)
    os.close(terminal)
    return said.strip()


IN_A_TERMINAL = """
import os
import app.report.printing
from app.report.printing import PrintJob, send_pdf
os.open(os.ttyname(0), os.O_RDWR)  # the first a session opens becomes its terminal
app.report.printing.WAIT_S = 3.0
try:
    {code}
except Exception as error:
    print("waited" if "too long" in str(error) else type(error).__name__)
"""


def test_stopping_while_the_queue_does_not_answer(system: PrintSystem) -> None:
    """What the queue had until then it drops."""
    stopped = threading.Event()
    stopped.set()
    with system.holding_its_breath(), pytest.raises(Cancelled):
        send_pdf(LARGE, OFFICE, stopped)
    assert system.documents() == []
    assert system.nothing_was_printed()


def test_a_queue_that_never_answers_is_a_failure(
    system: PrintSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.report.printing.WAIT_S", 0.3)
    with system.holding_its_breath(), pytest.raises(PrintFailed, match="too long"):
        send_pdf(b"%PDF-1.7", OFFICE)


def test_an_upload_cut_short_is_dropped_by_the_queue(system: PrintSystem) -> None:
    with subprocess.Popen(command(OFFICE), stdin=subprocess.PIPE, stderr=subprocess.DEVNULL) as lp:
        assert lp.stdin is not None
        lp.stdin.write(LARGE)
        lp.stdin.flush()
        assert max(map(len, system.documents())) > 1_000_000
        lp.kill()
        lp.wait()
        lp.stdin.close()
    system.until(lambda: system.documents() == [])
    assert system.nothing_was_printed()


def test_lp_writes_nothing_to_disk_on_the_way(
    system: PrintSystem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "none"))
    monkeypatch.setenv("HOME", str(tmp_path))
    send_pdf(LARGE, OFFICE)
    assert system.printed().data == LARGE
    assert list(tmp_path.iterdir()) == []


def test_with_files_not_kept_nothing_stays_in_the_spool_folder(made: Made) -> None:
    with PrintSystem(keep="No") as system:
        send_pdf(made.report.data, OFFICE)
        assert system.printed().data == made.report.data
        system.until(lambda: system.documents() == [])


def test_as_cups_comes_the_spool_folder_keeps_a_copy(system: PrintSystem, made: Made) -> None:
    """PreserveJobFiles is a day. This is what the person is warned of; when it fails, warn of less."""
    send_pdf(made.report.data, OFFICE)
    system.printed()
    assert system.documents() == [made.report.data]


@pytest.mark.parametrize("colour", ["as they are", "grey"])
def test_without_lp_the_pages_go_as_pictures_and_leave_nothing_behind(
    system: PrintSystem, made: Made, tmp_path: Path, colour: str
) -> None:
    pdf, between = tmp_path / "report.pdf", tmp_path / "between"
    pdf.write_bytes(made.report.data)
    between.mkdir()
    facts = {"PATH": str(between), "TMPDIR": str(between), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        (sys.executable, "-m", "tests.screen.printer", pdf, "Office", colour),
        env={**os.environ, **facts},
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert int(done.stdout) == made.report.pages
    printed = system.printed()
    pages = PdfReader(io.BytesIO(printed.data)).pages
    assert printed.title == JOB_NAME
    assert len(pages) == made.report.pages
    assert not "".join(page.extract_text() for page in pages).strip()
    assert all(_is_grey(image.image) for image in pages[0].images) or colour != "grey"
    assert list(between.iterdir()) == []


def _is_grey(image: Image) -> bool:
    red, green, blue = image.convert("RGB").split()
    return red.tobytes() == green.tobytes() == blue.tobytes()


def test_it_runs_without_privileges_and_opens_no_port(system: PrintSystem) -> None:
    owner, ports = system.seen_from_outside()
    assert owner != 0
    assert ports == []
