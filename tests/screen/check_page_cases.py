# SPDX-License-Identifier: MIT
"""The packages that both browsers are shown, as ZIP and as folder."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from app.package.names import REPORT
from tests.fakes.packages import unpacked, zipped

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from app.package.findings import Verdict

Files = dict[str, bytes]


def _as_it_is(files: Files) -> Files:
    return files


def _changed(files: Files) -> Files:
    return files | {REPORT: files[REPORT][:-1] + b"\x00"}


def _missing(files: Files) -> Files:
    return {name: data for name, data in files.items() if name != "data/tables/payments.csv"}


def _extra(files: Files) -> Files:
    return files | {"data/exhibits/added.png": b"\x89PNG"}


def _system_file(files: Files) -> Files:
    return files | {"data/exhibits/Thumbs.db": b"thumbs", ".DS_Store": b"store"}


CASES = {
    "a changed byte": _changed,
    "a missing file": _missing,
    "an extra file": _extra,
    "files of a system": _system_file,
    "packed again or unpacked": _as_it_is,
}


def packages(files: Mapping[str, bytes], case: str, folder: Path) -> tuple[Path, Path]:
    """Return one case as a ZIP by another tool, and as a folder."""
    changed = CASES[case](dict(files))
    place = folder / "TJH_evidence"
    shutil.rmtree(place, ignore_errors=True)
    return zipped(changed, folder / "again.zip"), unpacked(changed, place)


def said(verdict: Verdict) -> tuple[object, ...]:
    """Return all of a verdict but the order of its parts."""
    reasons = {(finding.reason.value, finding.file) for finding in verdict.findings}
    return verdict.verdict, reasons, set(verdict.not_checked), verdict.root, verdict.fingerprint
