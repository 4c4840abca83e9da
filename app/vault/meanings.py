# SPDX-License-Identifier: MIT
"""What SQLite's result codes mean to a person."""

from __future__ import annotations

from app.errors import (
    BadInput,
    DiskFull,
    EvidenceError,
    FolderReadOnly,
    VaultBusy,
    VaultDamaged,
    VaultLocked,
)

# The first name that fits decides.
MEANINGS: tuple[tuple[str, type[EvidenceError]], ...] = (
    ("SQLITE_FULL", DiskFull),
    ("SQLITE_IOERR_READ", VaultDamaged),
    ("SQLITE_IOERR_SHORT_READ", VaultDamaged),
    ("SQLITE_IOERR_DATA", VaultDamaged),
    ("SQLITE_IOERR_CORRUPTFS", VaultDamaged),
    ("SQLITE_IOERR", DiskFull),  # a commit that could not write has no longer name
    ("SQLITE_CORRUPT", VaultDamaged),
    ("SQLITE_NOTADB", VaultDamaged),
    ("SQLITE_READONLY", FolderReadOnly),
    ("SQLITE_CANTOPEN", FolderReadOnly),
    ("SQLITE_PERM", FolderReadOnly),
    ("SQLITE_BUSY", VaultBusy),
    ("SQLITE_LOCKED", VaultBusy),
    ("SQLITE_INTERRUPT", VaultLocked),
    ("SQLITE_CONSTRAINT", BadInput),
    ("SQLITE_TOOBIG", BadInput),
)


def meaning_of(name: str) -> EvidenceError:
    """Return the error to raise; its message names the code and nothing of what was written."""
    for prefix, meaning in MEANINGS:
        if name.startswith(prefix):
            return VaultBusy() if meaning is VaultBusy else meaning(name)
    return VaultDamaged(name)
