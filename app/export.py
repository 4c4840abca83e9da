# SPDX-License-Identifier: MIT
"""A vault to a report or a package without a window: open, export, lock."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from app import paths
from app.clock import SystemClock
from app.identify.platforms import Catalogue
from app.package.build import english, export
from app.package.order import prepare
from app.report.build import build_report
from app.vault import Vault
from app.version import app_version

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.clock import Clock


def report_of(folder: Path, secret: str, out: Path) -> dict[str, object]:
    """The report of the vault stands at ``out``, and the log says so; returns what was written.

    Raises:
        VaultError: the vault does not open.
        NothingToReport: no exhibit and no fact yet.
        ExportFailed, DiskFull: nothing that looks finished was left behind.
    """
    clock = SystemClock()
    with unlocked(folder, secret, clock) as vault:
        order = prepare(vault, catalogue=catalogue(), clock=clock)
        try:
            built = build_report(order.dossier, order.originals, out, words=english())
        finally:
            order.close()
        checkpoint = order.dossier.checkpoint
        data = {"report_sha256": built.sha256, "root": checkpoint.root, "size": checkpoint.size}
        vault.note("export.create", None, {**data, "version": order.dossier.version})
    return {"path": str(out), "sha256": built.sha256, "pages": built.pages, "root": checkpoint.root}


def package_of(folder: Path, secret: str, out: Path) -> dict[str, object]:
    """The package of the vault stands at ``out``, and the log says so; returns what was written.

    Raises:
        VaultError: the vault does not open.
        NothingToReport: no exhibit and no fact yet.
        ExportFailed, DiskFull, HashMismatch: nothing that looks finished was left behind.
    """
    clock = SystemClock()
    with unlocked(folder, secret, clock) as vault:
        built = export(vault, out, catalogue=catalogue(), clock=clock)
    return {
        "path": str(out),
        "sha256": built.sha256,
        "report_sha256": built.report_sha256,
        "root": built.root,
        "key": built.fingerprint,
    }


def catalogue() -> Catalogue:
    """Return the platforms we know."""
    return Catalogue.load(paths.resources() / "platforms")


@contextmanager
def unlocked(folder: Path, secret: str, clock: Clock) -> Iterator[Vault]:
    """Yield the open vault; it is locked afterwards, whatever happened."""
    vault = Vault.open(folder, secret, clock=clock, tool=f"safehold/{app_version()}")
    try:
        yield vault
    finally:
        vault.close("quit")
