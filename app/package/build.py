# SPDX-License-Identifier: MIT
"""The export: report and package from one frozen order, sealed step by step.

The order of sealing is that of evidence.md, section 4: checkpoint C; the report rendered with C in it; the
bag and its lists; the second note over them; the ZIP; every file read back; then the record of the export
in the log. Whatever stops it before the end leaves nothing that looks finished.
"""

from __future__ import annotations

import contextlib
import os
import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from app.errors import ExportFailed
from app.hashing import sha256_of_parts
from app.i18n import ENGLISH
from app.model import CopyKind
from app.package.bag import BagWriter
from app.package.names import MANIFEST_256, REPORT, SIGNATURE, TAG_MANIFEST, folder_name
from app.package.order import prepare
from app.package.parts import SPLIT_BYTES, plan
from app.package.read_back import read_back
from app.package.sealed import (
    PackageBuilt,
    Sealed,
    SealedFile,
    finish,
    nothing_left_on_failure,
    part_of,
)
from app.package.source import file_parts
from app.package.steps import Steps
from app.package.writing import bytes_in_each, bytes_of, write_files
from app.report.build import build_report
from app.words import Words, words_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.clock import Clock
    from app.identify.platforms import Catalogue
    from app.package.bag import Sums
    from app.package.order import Order
    from app.package.parts import Part
    from app.report.build import ReportBuilt
    from app.report.dossier import Dossier, Originals
    from app.report.scope import Scope
    from app.vault import Vault

    Progress = Callable[[float], None]

REPORT_SHARE = 0.3  # of the whole work; the rest is writing and reading back, byte for byte


class WriteReport(Protocol):
    """What makes the PDF of a dossier at a path."""

    def __call__(
        self,
        dossier: Dossier,
        originals: Originals,
        out: Path,
        *,
        words: Words,
        progress: Progress,
        cancelled: threading.Event,
    ) -> ReportBuilt:
        """The PDF stands at the path."""
        ...


def export(  # noqa: PLR0913 - what an export is made of
    vault: Vault,
    out_zip: Path,
    *,
    catalogue: Catalogue,
    clock: Clock,
    report_pdf: Path | None = None,
    words: Words | None = None,
    write_report: WriteReport = build_report,
    progress: Progress | None = None,
    cancelled: threading.Event | None = None,
    scope: Scope | None = None,
) -> PackageBuilt:
    """The package stands at ``out_zip``, its report also at ``report_pdf`` if given, and the log says so.

    With a ``scope`` it is a part: some exhibits and what concerns them. The window calls the three steps
    itself, the first and the last where the vault is written.

    Raises:
        NothingToReport: no exhibit and no fact yet.
        ExportFailed, DiskFull, HashMismatch, Cancelled: nothing that looks finished was left behind.
    """
    order = prepare(vault, catalogue=catalogue, clock=clock, scope=scope)
    try:
        sealed = seal(
            order,
            out_zip,
            report_pdf=report_pdf,
            words=words,
            write_report=write_report,
            progress=progress,
            cancelled=cancelled,
        )
    finally:
        order.close()
    return finish(vault, order, sealed)


def seal(  # noqa: PLR0913 - what a package is made of
    order: Order,
    out_zip: Path,
    *,
    report_pdf: Path | None = None,
    words: Words | None = None,
    write_report: WriteReport = build_report,
    progress: Progress | None = None,
    cancelled: threading.Event | None = None,
    limit: int = SPLIT_BYTES,
) -> Sealed:
    """Return the package, complete and read back, under names that do not look finished.

    Above ``limit`` it is several ZIPs, ``..._1of3.zip`` and so on, each a whole bag.

    Raises:
        ExportFailed, DiskFull, HashMismatch, Cancelled: nothing was left behind.
    """
    said, stop = words or english(), cancelled or threading.Event()
    pdf = report_pdf or out_zip.with_suffix(".pdf")
    work = Work(order, said, Steps(progress, stop), part_of(pdf))
    with nothing_left_on_failure(work.pdf_part) as left:
        sha256, page1 = work.write_report(write_report, REPORT_SHARE)
        size = work.pdf_part.stat().st_size
        exhibits = [entry.exhibit for entry in order.dossier.exhibits]
        parts = plan(exhibits, report=(sha256, size), in_each=bytes_in_each(order), limit=limit)
        parts = (replace(parts[0], page1=page1), *parts[1:])
        all_bytes = size + sum(bytes_of(part.exhibits) for part in parts)
        heard = work.steps.bytes(REPORT_SHARE, 1 - REPORT_SHARE, 2 * all_bytes)
        files: list[SealedFile] = []
        for part in parts:
            left.append(part_of(part.place(out_zip)))
            files.append(_one_zip(work, part, part.place(out_zip), heard))
        if sha256_of_parts(file_parts(work.pdf_part)) != sha256:
            raise ExportFailed("the report was changed while it was being packed")
        if report_pdf is None:
            work.pdf_part.unlink()
        else:
            files.append(report_file(work.pdf_part, report_pdf, sha256))
    return Sealed(tuple(files), sha256)


@dataclass(frozen=True, slots=True)
class Work:
    """One export while it is written."""

    order: Order
    words: Words
    steps: Steps
    pdf_part: Path

    def write_report(self, write: WriteReport, share: float) -> tuple[str, tuple[str, ...]]:
        """The report stands where it is taken from; returns its hash value, and page 1 as plain lines."""
        built = write(
            self.order.dossier,
            self.order.originals,
            self.pdf_part,
            words=self.words,
            progress=self.steps.share(0.0, share),
            cancelled=self.steps.cancelled,
        )
        return sha256_of_parts(file_parts(self.pdf_part)), built.page1


def report_file(part: Path, place: Path, sha256: str) -> SealedFile:
    """Return a report that stands by itself."""
    return SealedFile(CopyKind.REPORT, part, place, sha256, {"report_sha256": sha256})


def folder_of(dossier: Dossier) -> str:
    """Return the name of the package's folder."""
    initials = dossier.ref.partition("-")[0]
    return folder_name(initials, dossier.prepared.utc, dossier.version)


def english() -> Words:
    """Return the program's own sentences, untranslated."""
    return words_in(ENGLISH)


def _one_zip(work: Work, part: Part, place: Path, heard: Callable[[int], None]) -> SealedFile:
    """One ZIP is on the disk and was read back."""
    zip_part, folder = part_of(place), folder_of(work.order.dossier) + part.suffix
    sums = _write(work, part, zip_part, folder, heard)
    if part.is_first and sums[REPORT].sha256 != part.report_sha256:
        raise ExportFailed("the report was changed while it was being packed")
    sha256 = read_back(zip_part, folder, sums, heard)
    data = {
        "sha256": sha256,
        "report_sha256": part.report_sha256,
        "manifest_sha256": sums[MANIFEST_256].sha256,
        "tagmanifest_sha256": sums[TAG_MANIFEST].sha256,
        "note_sha256": sums[SIGNATURE].sha256,
    }
    counted = {"part": part.n, "parts": part.of} if part.of > 1 else {}
    return SealedFile(CopyKind.PACKAGE, zip_part, place, sha256, {**data, **counted})


def _write(
    work: Work, part: Part, zip_part: Path, folder: str, heard: Callable[[int], None]
) -> dict[str, Sums]:
    """The ZIP is on the disk; returns the hash values of the files as they were written."""
    with zip_part.open("wb") as out:
        bag = BagWriter(out, folder, work.order.dossier.prepared.utc)
        with contextlib.closing(bag):
            write_files(bag, work.order, work.pdf_part, work.words, heard, part)
        out.flush()
        os.fsync(out.fileno())
    return bag.sums
