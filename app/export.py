# SPDX-License-Identifier: MIT
"""A vault to a report or a package without a window: open, export, lock."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app import paths
from app.clock import SystemClock
from app.i18n import ENGLISH
from app.identify.platforms import Catalogue
from app.model import CopyKind
from app.package.build import seal
from app.package.order import prepare
from app.package.sealed import finish, nothing_left_on_failure
from app.package.upload import seal_upload
from app.report.build import build_report, report_bytes
from app.report.locked_copy import save_locked
from app.report.scope import Scope
from app.vault import Vault
from app.vault.copies import NewCopy
from app.version import app_version
from app.words import words_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from app.clock import Clock
    from app.i18n import Translator
    from app.package.order import Order
    from app.package.sealed import Sealed
    from app.report.dossier import Dossier
    from app.words import Words


WHOLE, UPLOAD = "whole", "upload"
FORMS: dict[str, Callable[..., Sealed]] = {WHOLE: seal, UPLOAD: seal_upload}


def report_of(folder: Path, secret: str, out: Path, *, language: str = ENGLISH) -> dict[str, object]:
    """The report of the vault stands at ``out``, and the log says so; returns what was written.

    Raises:
        VaultError: the vault does not open.
        NothingToReport: no exhibit and no fact yet.
        ExportFailed, DiskFull: nothing that looks finished was left behind.
    """
    clock, words = SystemClock(), words_in(language)
    with unlocked(folder, secret, clock) as vault:
        with _frozen(vault, clock, words) as order:
            built = build_report(order.dossier, order.originals, out, words=words)
        new = NewCopy(CopyKind.REPORT, str(out.absolute()), built.sha256)
        _note(vault, order.dossier, new, {"report_sha256": built.sha256})
    root = order.dossier.checkpoint.root
    return {"path": str(out), "sha256": built.sha256, "pages": built.pages, "root": root}


def email_copy_of(folder: Path, secret: str, out: Path, *, language: str = ENGLISH) -> dict[str, object]:
    """The report stands at ``out``, locked under six words; returns what was written, and the words.

    They stand nowhere else: neither in the vault nor in its log.

    Raises:
        VaultError: the vault does not open.
        NothingToReport: no exhibit and no fact yet.
        ExportFailed, DiskFull: nothing that looks finished was left behind.
    """
    clock, words = SystemClock(), words_in(language)
    with unlocked(folder, secret, clock) as vault:
        with _frozen(vault, clock, words) as order:
            report = report_bytes(order.dossier, order.originals, words=words)
        locked = save_locked(report.data, out)
        new = NewCopy(CopyKind.EMAIL, str(out.absolute()), locked.sha256)
        said = {"report_sha256": report.sha256, "sha256": locked.sha256, "form": CopyKind.EMAIL.value}
        _note(vault, order.dossier, new, said)
    return {
        "path": str(out),
        "sha256": locked.sha256,
        "report_sha256": report.sha256,
        "pages": report.pages,
        "root": order.dossier.checkpoint.root,
        "words": locked.words,
    }


def _note(vault: Vault, dossier: Dossier, new: NewCopy, said: Mapping[str, object]) -> None:
    """The copy is in the log and on the list; what cannot be put there does not stay."""
    checkpoint = dossier.checkpoint
    data = {**said, "root": checkpoint.root, "size": checkpoint.size, "version": dossier.version}
    with nothing_left_on_failure(Path(new.place)):
        vault.note_copy(new, data, size=checkpoint.size)


def package_of(
    folder: Path,
    secret: str,
    out: Path,
    *,
    exhibits: Sequence[str] = (),
    form: str = WHOLE,
    language: str = ENGLISH,
) -> dict[str, object]:
    """The package of the vault stands at ``out``, and the log says so; returns what was written.

    Args:
        folder: the vault.
        secret: its passphrase.
        out: a ZIP; or, in the form for upload, a folder.
        exhibits: the numbers of those that are wanted, such as ``TJH/2``; all if none is named.
        form: ``whole`` or ``upload``.
        language: what the report and the read-me are written in.

    Raises:
        VaultError: the vault does not open.
        BadInput: an exhibit is named that there is not, or that never leaves.
        NothingToReport: no exhibit and no fact yet.
        ExportFailed, DiskFull, HashMismatch: nothing that looks finished was left behind.
    """
    clock, words = SystemClock(), words_in(language)
    with unlocked(folder, secret, clock) as vault:
        scope = Scope(frozenset(exhibits)) if exhibits else None
        with _frozen(vault, clock, words, scope) as order:
            sealed = FORMS[form](order, out, words=words)
        built = finish(vault, order, sealed)
    return {
        "path": str(built.path),
        "files": [copy.place for copy in built.copies],
        "sha256": built.sha256,
        "report_sha256": built.report_sha256,
        "root": built.root,
        "key": built.fingerprint,
    }


@contextmanager
def _frozen(vault: Vault, clock: Clock, words: Words, scope: Scope | None = None) -> Iterator[Order]:
    """Yield what is to be exported; its snapshots are given up afterwards."""
    order = prepare(vault, catalogue=catalogue(words.translator), clock=clock, scope=scope)
    try:
        yield order
    finally:
        order.close()


def catalogue(translator: Translator) -> Catalogue:
    """Return the platforms we know."""
    return Catalogue.load(paths.resources() / "platforms", translator)


@contextmanager
def unlocked(folder: Path, secret: str, clock: Clock) -> Iterator[Vault]:
    """Yield the open vault; it is locked afterwards, whatever happened."""
    vault = Vault.open(folder, secret, clock=clock, tool=f"safehold/{app_version()}")
    try:
        yield vault
    finally:
        vault.close("quit")
