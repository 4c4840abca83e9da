# SPDX-License-Identifier: MIT
"""What is being typed, so that a crash or a lock loses nothing; no evidence, so no record."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.vault.connection import Database


def save(database: Database, key: str, text: str) -> None:
    """The text is kept under this key."""
    with database.transaction():
        database.run("INSERT OR REPLACE INTO draft VALUES (?, ?)", (key, text))


def read(database: Database, key: str) -> str:
    """Return what was being typed; empty if nothing was."""
    found = database.row("SELECT text FROM draft WHERE key = ?", (key,))
    return str(found[0]) if found else ""


def clear(database: Database, key: str) -> None:
    """Nothing is kept under this key."""
    with database.transaction():
        database.run("DELETE FROM draft WHERE key = ?", (key,))
