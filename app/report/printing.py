# SPDX-License-Identifier: MIT
"""The exported PDF itself sent to a printer, byte for byte, where the system's printing takes PDF (CUPS)."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass

from app.errors import PrintFailed

JOB_NAME = "document"  # what a print queue shows to everyone on the network
WAIT_S = 60


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What was chosen in the print dialog.

    Attributes:
        printer: queue name as the system lists it.
        first_page: counted from 1; 0 prints every page.
        sides: ``one-sided``, ``two-sided-long-edge`` or ``two-sided-short-edge``. Source: RFC 8011, 5.2.8.
    """

    printer: str
    copies: int = 1
    first_page: int = 0
    last_page: int = 0
    sides: str = "one-sided"


def takes_pdf() -> bool:
    """Whether this system prints a PDF as it is."""
    return sys.platform != "win32" and shutil.which("lp") is not None


def send_pdf(pdf: bytes, job: PrintJob) -> None:
    """Hand the PDF to the print queue; it travels through a pipe and is never written to disk by us.

    Raises:
        PrintFailed: the queue did not take it.
    """
    try:
        done = subprocess.run(  # noqa: S603
            command(job), input=pdf, capture_output=True, timeout=WAIT_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PrintFailed(f"lp: {type(error).__name__}") from error
    if done.returncode:
        raise PrintFailed(f"lp ended with {done.returncode}")


def command(job: PrintJob) -> list[str]:
    """Return the words of the ``lp`` command. Source: lp(1) of CUPS."""
    words = ["lp", "-d", job.printer, "-n", str(job.copies), "-t", JOB_NAME, "-o", f"sides={job.sides}"]
    if job.first_page:
        words += ["-P", f"{job.first_page}-{max(job.first_page, job.last_page)}"]
    return [*words, "--", "-"]
