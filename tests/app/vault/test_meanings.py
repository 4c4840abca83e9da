# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from app.errors import BadInput, DiskFull, FolderReadOnly, VaultBusy, VaultDamaged, VaultLocked
from app.vault.meanings import meaning_of


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("SQLITE_FULL", DiskFull),
        ("SQLITE_IOERR_WRITE", DiskFull),
        ("SQLITE_IOERR", DiskFull),
        ("SQLITE_IOERR_READ", VaultDamaged),
        ("SQLITE_IOERR_SHORT_READ", VaultDamaged),
        ("SQLITE_CORRUPT_INDEX", VaultDamaged),
        ("SQLITE_NOTADB", VaultDamaged),
        ("SQLITE_READONLY_DBMOVED", FolderReadOnly),
        ("SQLITE_CANTOPEN", FolderReadOnly),
        ("SQLITE_BUSY_SNAPSHOT", VaultBusy),
        ("SQLITE_LOCKED", VaultBusy),
        ("SQLITE_INTERRUPT", VaultLocked),
        ("SQLITE_CONSTRAINT_UNIQUE", BadInput),
        ("SQLITE_TOOBIG", BadInput),
        ("SQLITE_ERROR", VaultDamaged),
    ],
)
def test_result_codes_have_their_meaning(name: str, meaning: type[Exception]) -> None:
    assert type(meaning_of(name)) is meaning
