# SPDX-License-Identifier: MIT
"""G10: a locked copy of a case of 120 MB, before the check of the copy."""

from __future__ import annotations

import os
import secrets
import shutil
import threading
from typing import TYPE_CHECKING

from app.vault.backup import copy_still
from app.vault.file_copy import Files
from tests.bench.harness import Row, alternated, at_most, cpu, less
from tests.bench.storing import kept, new_vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.vault import Vault

COUNT, SIZE_BYTES = 60, 2_000_000


def measure(folder: Path, rounds: int) -> Iterator[Row]:
    """Yield the rows of G10."""
    vault = new_vault(folder)
    for _ in range(COUNT):
        kept(vault, secrets.token_bytes(SIZE_BYTES))
    out = folder / "copy.db"
    costs = alternated(
        {
            "ours": cpu(lambda: _ours(vault, out)),
            "export": cpu(lambda: _export(vault, out)),
            "copy": cpu(lambda: _copy(vault, out)),
        },
        rounds,
    )
    vault.close()
    what, ours = f"back up {COUNT * SIZE_BYTES // 1_000_000} MB", costs["ours"]
    yield less("G10", what, ours, "sqlcipher_export", costs["export"], 3)
    yield at_most("G10", what, ours, "file copy + fsync", costs["copy"], 1.2)


def _ours(vault: Vault, out: Path) -> None:
    still = vault.hold_still(threading.Event())
    with still.reader:
        copy_still(still, out, lambda _share: None, threading.Event(), Files())
    out.unlink()


def _export(vault: Vault, out: Path) -> None:
    """Copy as SQLCipher's manual says, with the settings and a raw key as ours."""
    database = vault._database
    database.rows(f"ATTACH DATABASE ? AS copy KEY \"x'{secrets.token_hex(32)}'\"", (str(out),))
    database.rows("SELECT sqlcipher_export('copy')")
    database.rows("DETACH DATABASE copy")
    out.unlink()


def _copy(vault: Vault, out: Path) -> None:
    shutil.copyfile(vault.folder / "vault.db", out)
    with out.open("rb") as file:
        os.fsync(file.fileno())
    out.unlink()
