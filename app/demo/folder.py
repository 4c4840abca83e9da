# SPDX-License-Identifier: MIT
"""The folder the demo writes to: its own earlier work is replaced, anything else is left alone."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path

VAULT = "case.safehold"
SECRET_FILE = "passphrase.txt"  # noqa: S105 - the name of a file
REPORT = "report.pdf"
PACKAGE = "package.zip"
SUMMARY = "summary.json"
NAMES = frozenset({VAULT, SECRET_FILE, REPORT, PACKAGE, SUMMARY})


@dataclass(frozen=True, slots=True)
class Folder:
    """Where the parts of a demo stand."""

    path: Path

    @property
    def vault(self) -> Path:
        """The vault of the sample case."""
        return self.path / VAULT

    @property
    def passphrase_file(self) -> Path:
        """The passphrase of that vault: the case is invented, so it may lie beside it."""
        return self.path / SECRET_FILE

    @property
    def report(self) -> Path:
        """The report, the same bytes as in the package."""
        return self.path / REPORT

    @property
    def package(self) -> Path:
        """The package for the officer."""
        return self.path / PACKAGE

    @property
    def summary(self) -> Path:
        """What was done, as JSON."""
        return self.path / SUMMARY


def claim(path: Path, passphrase: str) -> Folder:
    """Return the folder, empty but for the passphrase file; an earlier demo in it is gone.

    Raises:
        BadInput: it is a file, or holds something an earlier demo did not put there.
    """
    if path.exists() and not path.is_dir():
        raise BadInput(f"{path} is a file. Give a folder for the demo.")
    folder = Folder(path)
    if path.is_dir() and any(path.iterdir()):
        _clear_own(folder, passphrase)
    path.mkdir(parents=True, exist_ok=True)
    folder.passphrase_file.write_text(passphrase + "\n", encoding="utf-8")
    return folder


def _clear_own(folder: Folder, passphrase: str) -> None:
    """The earlier demo is removed, if and only if it is one: known names, and the sample's passphrase."""
    names = {entry.name for entry in folder.path.iterdir()}
    is_own = names <= NAMES and _says(folder, passphrase)
    if not is_own:
        raise BadInput(f"{folder.path} is not empty and not an earlier demo. Give an empty folder.")
    if folder.vault.exists():
        shutil.rmtree(folder.vault)
    for name in names - {VAULT}:
        (folder.path / name).unlink()


def _says(folder: Folder, passphrase: str) -> bool:
    """Whether the passphrase file is the demo's own."""
    try:
        return folder.passphrase_file.read_text(encoding="utf-8").rstrip("\r\n") == passphrase
    except (OSError, UnicodeDecodeError):
        return False
