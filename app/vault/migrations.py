# SPDX-License-Identifier: MIT
"""Ordered steps from an older schema to this release's, each in one transaction, with a copy to return to."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import VaultTooNew
from app.vault.disk import disk_errors, sync_folder

if TYPE_CHECKING:
    from app.vault.connection import Database

SCHEMA = Path(__file__).with_name("schema")
_NAME = re.compile(r"(\d{4})_[a-z_]+\.sql", re.ASCII)


def latest(schema: Path = SCHEMA) -> int:
    """Return the number of the newest step; steps are numbered from 1 without a gap."""
    return len(_steps(schema))


def version_of(database: Database) -> int:
    """Return the schema the file is of; 0 before the first step."""
    return int(database.value("PRAGMA user_version"))


def migrate(database: Database, path: Path, schema: Path = SCHEMA) -> bool:
    """The database has the newest schema. Returns: whether anything had to be done.

    Before an older one is touched its file is copied; ``drop_copies`` removes that after a clean opening.

    Raises:
        VaultTooNew: made by a later release; nothing was changed.
        DiskFull: no room for the copy or the step; the file is as it was.
    """
    present, steps = version_of(database), _steps(schema)
    if present > len(steps):
        raise VaultTooNew(f"schema {present}")
    if present == len(steps):
        return False
    if present:
        _copy(database, path, present)
    for number, step in enumerate(steps[present:], start=present + 1):
        _apply(database, number, step.read_text(encoding="utf-8"))
    return True


def copies(path: Path) -> list[Path]:
    """Return the copies made before a step."""
    return sorted(path.parent.glob(f"{path.name}.schema-*"))


def drop_copies(path: Path) -> None:
    """No copy from before a step is left."""
    for copy in copies(path):
        copy.unlink(missing_ok=True)


def _steps(schema: Path) -> list[Path]:
    """Return the files of the steps in order."""
    return sorted(step for step in schema.iterdir() if _NAME.fullmatch(step.name))


def _copy(database: Database, path: Path, present: int) -> None:
    """Copy the file as it is now; no other process writes to it, we hold the lock."""
    database.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    copy = path.with_name(f"{path.name}.schema-{present}")
    with disk_errors():
        try:
            shutil.copy2(path, copy)
        except OSError:
            copy.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def _apply(database: Database, number: int, sql: str) -> None:
    """One step is done whole, its number with it."""
    with database.transaction():
        for statement in _statements(sql):
            database.run(statement)
        database.run(f"PRAGMA user_version = {number:d}")


def _statements(sql: str) -> list[str]:
    """Return the statements of a step; a step has no semicolon inside a statement."""
    bare = re.sub(r"--[^\n]*", "", sql)
    return [statement.strip() for statement in bare.split(";") if statement.strip()]
