# SPDX-License-Identifier: MIT
"""Bytes of any size in the database: whole up to 8 MiB, in rows of 4 MiB above, so that memory stays flat."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from app.errors import BadInput, HashMismatch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.vault.connection import Database

WHOLE_BYTES = 8 * 1024 * 1024
PART_BYTES = 4 * 1024 * 1024
MOST_BYTES = 1_000_000_000  # Source: evidence.md, section 3; SQLite's own limit for one value


def store(database: Database, data: bytes, sha256: str) -> int:
    """The bytes are in the open transaction. Returns: the number to find them by.

    Raises:
        BadInput: more than 1,000,000,000 bytes.
    """
    if len(data) > MOST_BYTES:
        raise BadInput("an original of more than 1,000,000,000 bytes")
    blob_id = database.run("INSERT INTO blob (sha256, size_bytes) VALUES (?, ?)", (sha256, len(data)))
    size = len(data) if len(data) <= WHOLE_BYTES else PART_BYTES
    view = memoryview(data)
    for n, start in enumerate(range(0, len(data), size or 1)):
        database.run("INSERT INTO blob_part VALUES (?, ?, ?)", (blob_id, n, view[start : start + size]))
    return blob_id


def parts(database: Database, blob_id: int, sha256: str, name: str) -> Iterator[bytes]:
    """Yield the bytes in pieces of at most 4 MiB, and after the last one be sure that all were right.

    Args:
        database: where they are.
        blob_id: as ``store`` returned it.
        sha256: what the acquisition record says of them.
        name: what to call them if they differ.

    Raises:
        HashMismatch: they are not what was recorded.
    """
    digest = hashlib.sha256()
    for data in _rows(database, blob_id):
        digest.update(data)
        for start in range(0, len(data), PART_BYTES):
            yield data[start : start + PART_BYTES] if len(data) > PART_BYTES else data
    if digest.hexdigest() != sha256:
        raise HashMismatch(name)


def matches(database: Database, blob_id: int, sha256: str) -> bool:
    """Whether the bytes have this hash value; they are read once and not copied further."""
    digest = hashlib.sha256()
    for data in _rows(database, blob_id):
        digest.update(data)
    return digest.hexdigest() == sha256


def _rows(database: Database, blob_id: int) -> Iterator[bytes]:
    """Yield the stored rows in order, one in memory at a time."""
    n = 0
    while found := database.row("SELECT data FROM blob_part WHERE blob_id = ? AND n = ?", (blob_id, n)):
        yield found[0]
        n += 1
