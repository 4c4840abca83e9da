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
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from app import paths
from app.errors import Cancelled, ExportFailed, PicturesNotAllowed
from app.hashing import sha256_of_parts
from app.i18n import translator
from app.model import Under18
from app.package.bag import BagWriter
from app.package.names import MANIFEST_256, REPORT, SIGNATURE, TAG_MANIFEST, folder_name
from app.package.order import prepare
from app.package.read_back import read_back
from app.package.source import file_parts
from app.package.writing import all_bytes, write_files
from app.report.build import build_report
from app.report.saving import named, put_in_place
from app.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from app.clock import Clock
    from app.identify.platforms import Catalogue
    from app.package.bag import Sums
    from app.package.order import Order
    from app.report.dossier import Dossier, Originals
    from app.vault import Vault

    Progress = Callable[[float], None]

PART = ".part"
REPORT_SHARE, WRITING_SHARE = 0.3, 0.4  # of the whole work; reading back is the rest


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
    ) -> object:
        """The PDF stands at the path."""
        ...


@dataclass(frozen=True, slots=True)
class Sealed:
    """A package and its report, complete under names that do not look finished."""

    zip_part: Path
    pdf_part: Path
    out_zip: Path
    report_pdf: Path | None
    sha256: str
    sums: dict[str, Sums]


@dataclass(frozen=True, slots=True)
class PackageBuilt:
    """A package that stands where it was wanted, and the values to compare it by."""

    path: Path
    sha256: str
    report_sha256: str
    root: str
    fingerprint: str
    size_bytes: int
    exhibits: int
    seq: int


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
) -> PackageBuilt:
    """The package stands at ``out_zip``, its report also at ``report_pdf`` if given, and the log says so.

    The window calls the three steps itself, the first and the last where the vault is written.

    Raises:
        NothingToReport: no exhibit and no fact yet.
        ExportFailed, DiskFull, HashMismatch, Cancelled: nothing that looks finished was left behind.
    """
    order = prepare(vault, catalogue=catalogue, clock=clock)
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


def seal(
    order: Order,
    out_zip: Path,
    *,
    report_pdf: Path | None = None,
    words: Words | None = None,
    write_report: WriteReport = build_report,
    progress: Progress | None = None,
    cancelled: threading.Event | None = None,
) -> Sealed:
    """Return the package, complete and read back, under a name that does not look finished.

    Raises:
        ExportFailed, DiskFull, HashMismatch, Cancelled: nothing was left behind.
    """
    zip_part = out_zip.with_name(out_zip.name + PART)
    pdf = report_pdf or out_zip.with_suffix(".pdf")
    pdf_part = pdf.with_name(pdf.name + PART)
    stop = cancelled or threading.Event()
    steps = _Steps(progress, stop)
    said = words or english()
    with _nothing_left_on_failure(zip_part, pdf_part):
        write_report(
            order.dossier,
            order.originals,
            pdf_part,
            words=said,
            progress=steps.share(0.0, REPORT_SHARE),
            cancelled=stop,
        )
        size = all_bytes(order, pdf_part)
        sums = _write(order, zip_part, pdf_part, said, steps.bytes(REPORT_SHARE, WRITING_SHARE, size))
        heard = steps.bytes(REPORT_SHARE + WRITING_SHARE, 1 - REPORT_SHARE - WRITING_SHARE, size)
        sha256 = read_back(zip_part, folder_of(order.dossier), sums, heard)
        if sha256_of_parts(file_parts(pdf_part)) != sums[REPORT].sha256:
            raise ExportFailed("the report was changed while it was being packed")
    return Sealed(zip_part, pdf_part, out_zip, report_pdf, sha256, sums)


def finish(vault: Vault, order: Order, sealed: Sealed) -> PackageBuilt:
    """The log has the export, and the files have their names. Runs where the vault is written.

    Raises:
        VaultLocked, ExportFailed, DiskFull: nothing that looks finished was left behind.
        PicturesNotAllowed: the case became one without pictures while they were being packed.
    """
    checkpoint, sums = order.dossier.checkpoint, sealed.sums
    data = {
        "sha256": sealed.sha256,
        "report_sha256": sums[REPORT].sha256,
        "manifest_sha256": sums[MANIFEST_256].sha256,
        "tagmanifest_sha256": sums[TAG_MANIFEST].sha256,
        "note_sha256": sums[SIGNATURE].sha256,
        "root": checkpoint.root,
        "size": checkpoint.size,
        "version": order.dossier.version,
    }
    with _nothing_left_on_failure(sealed.zip_part, sealed.pdf_part):
        if order.dossier.exhibits and vault.case().fact.under_18 is not Under18.NO:
            raise PicturesNotAllowed("the answer changed during the export")
        size_bytes = sealed.zip_part.stat().st_size
        seq = vault.note("export.create", None, data)
        if sealed.report_pdf is None:
            sealed.pdf_part.unlink()
        else:
            put_in_place(sealed.pdf_part, sealed.report_pdf)
        put_in_place(sealed.zip_part, sealed.out_zip)
    return PackageBuilt(
        path=sealed.out_zip,
        sha256=sealed.sha256,
        report_sha256=sums[REPORT].sha256,
        root=checkpoint.root,
        fingerprint=order.dossier.key_fingerprint,
        size_bytes=size_bytes,
        exhibits=len(order.dossier.exhibits),
        seq=seq,
    )


def discard(sealed: Sealed) -> None:
    """A sealed package that is not wanted after all is gone."""
    sealed.zip_part.unlink(missing_ok=True)
    sealed.pdf_part.unlink(missing_ok=True)


def folder_of(dossier: Dossier) -> str:
    """Return the name of the package's folder."""
    initials = dossier.ref.partition("-")[0]
    return folder_name(initials, dossier.prepared.utc, dossier.version)


def english() -> Words:
    """Return the program's own sentences, untranslated."""
    resources = paths.resources()
    return Words.load(resources / "words" / "en", translator(resources / "locale", "en"))


def _write(
    order: Order, zip_part: Path, pdf_part: Path, words: Words, heard: Callable[[int], None]
) -> dict[str, Sums]:
    """The ZIP is on the disk; returns the hash values of the files as they were written."""
    with zip_part.open("wb") as out:
        bag = BagWriter(out, folder_of(order.dossier), order.dossier.prepared.utc)
        with contextlib.closing(bag):
            write_files(bag, order, pdf_part, words, heard)
        out.flush()
        os.fsync(out.fileno())
    return bag.sums


class _Steps:
    """How far the whole work is, told from the parts of it."""

    def __init__(self, progress: Progress | None, cancelled: threading.Event) -> None:
        """Tell ``progress``; stop once ``cancelled`` is set."""
        self._progress = progress
        self._cancelled = cancelled

    def share(self, start: float, size: float) -> Progress:
        """Return what hears how far one part is, from 0.0 to 1.0."""

        def hear(done: float) -> None:
            if self._cancelled.is_set():
                raise Cancelled
            if self._progress is not None:
                self._progress(min(1.0, start + size * done))

        return hear

    def bytes(self, start: float, size: float, all_bytes: int) -> Callable[[int], None]:
        """Return what hears how many bytes of one part were done."""
        tell, done = self.share(start, size), 0

        def hear(count: int) -> None:
            nonlocal done
            done += count
            tell(min(1.0, done / max(1, all_bytes)))

        return hear


@contextlib.contextmanager
def _nothing_left_on_failure(*parts: Path) -> Iterator[None]:
    """Half-written files are gone if this ends badly, and failures of the disk have their names.

    Raises:
        DiskFull, ExportFailed: in place of the system's own errors.
    """
    try:
        yield
    except BaseException as error:
        for part in parts:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise named(error, "package") from error
        raise
