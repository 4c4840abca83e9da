# SPDX-License-Identifier: MIT
"""The exported PDF itself sent to a printer, byte for byte, where the system's printing takes PDF (CUPS)."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
import time
from dataclasses import dataclass

from app.errors import Cancelled, PrintFailed

JOB_NAME = "document"  # what a print queue shows to everyone on the network
WAIT_S = 60.0
SLOWEST_BYTES_S = 1_000_000  # a print server behind a slow wireless network
LOOK_S = 0.2  # how soon Stop is heard


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What was chosen on the card and in the print dialog.

    Attributes:
        printer: queue name as the system lists it.
        ranges: the pages, such as ``1,3-5``; every page if it is empty.
        sides: ``one-sided``, ``two-sided-long-edge`` or ``two-sided-short-edge``. Source: RFC 8011, 5.2.8.
        is_grey: in black and white; only of a queue that knows how.
        more: what else the dialog offers for this queue, as ``name=value``.
    """

    printer: str
    copies: int = 1
    ranges: str = ""
    sides: str = "one-sided"
    is_grey: bool = False
    more: tuple[str, ...] = ()


def takes_pdf() -> bool:
    """Whether this system prints a PDF as it is."""
    return sys.platform != "win32" and shutil.which("lp") is not None


def send_pdf(pdf: bytes, job: PrintJob, cancelled: threading.Event | None = None) -> None:
    """Hand the PDF to the print queue; it travels through a pipe and is never written to disk by us.

    The queue keeps a copy of its own, for a day after printing unless who runs it chose otherwise
    (``PreserveJobFiles``, cupsd.conf(5)). We cannot clear that: ``cancel -x`` removes nothing before
    CUPS 2.4.7.  Source: https://github.com/OpenPrinting/cups/pull/742

    Raises:
        PrintFailed: the queue did not take it.
        Cancelled: stopped meanwhile; what the queue had of it until then it drops.
    """
    quiet = subprocess.DEVNULL
    # away from the terminal we were started from: there lp would ask for the queue's password, and wait
    try:
        with subprocess.Popen(  # noqa: S603
            command(job), stdin=subprocess.PIPE, stdout=quiet, stderr=quiet, start_new_session=True
        ) as lp:
            _feed(lp, pdf, cancelled or threading.Event())
    except OSError as error:
        raise PrintFailed(f"lp: {type(error).__name__}") from error
    if lp.returncode:
        raise PrintFailed(f"lp ended with {lp.returncode}")


def _feed(lp: subprocess.Popen[bytes], pdf: bytes, cancelled: threading.Event) -> None:
    """Give it the bytes and wait for its end; stop it where that takes too long."""
    end = time.monotonic() + WAIT_S + len(pdf) / SLOWEST_BYTES_S
    rest: bytes | None = pdf
    try:
        while not _ends(lp, rest):
            rest = None  # it is on its way
            if cancelled.is_set():
                raise Cancelled("printing")
            if time.monotonic() > end:
                raise PrintFailed("lp took too long")
    finally:
        lp.kill()


def _ends(lp: subprocess.Popen[bytes], data: bytes | None) -> bool:
    """Whether it ended within a moment."""
    try:
        lp.communicate(data, timeout=LOOK_S)
    except subprocess.TimeoutExpired:
        return False
    return True


def command(job: PrintJob) -> list[str]:
    """Return the words of the ``lp`` command. Source: lp(1) of CUPS; for the colours PWG 5100.13, 6.2.4."""
    words = ["lp", "-d", job.printer, "-n", str(job.copies), "-t", JOB_NAME, "-o", f"sides={job.sides}"]
    if job.ranges:
        words += ["-P", job.ranges]
    if job.is_grey:
        words += ["-o", "print-color-mode=monochrome"]
    for option in job.more:
        words += ["-o", option]
    return [*words, "--", "-"]
