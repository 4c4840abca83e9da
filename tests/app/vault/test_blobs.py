# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.errors import BadInput, HashMismatch
from app.hashing import sha256_of
from app.vault import blobs
from app.vault.blobs import PART_BYTES, WHOLE_BYTES, matches, parts, store

if TYPE_CHECKING:
    from app.vault.connection import Database


def stored(database: Database, data: bytes) -> int:
    with database.transaction():
        return store(database, data, sha256_of(data))


def rows_of(database: Database, blob_id: int) -> list[int]:
    found = database.rows("SELECT length(data) FROM blob_part WHERE blob_id = ? ORDER BY n", (blob_id,))
    return [size for (size,) in found]


@pytest.mark.parametrize(
    ("size", "rows"),
    [
        (0, []),
        (1, [1]),
        (WHOLE_BYTES, [WHOLE_BYTES]),
        (WHOLE_BYTES + 1, [PART_BYTES, PART_BYTES, 1]),
        (3 * PART_BYTES, [PART_BYTES] * 3),
    ],
)
def test_bytes_come_back_in_pieces_of_at_most_four_mebibytes(
    database: Database, size: int, rows: list[int]
) -> None:
    data = bytes(range(251)) * (size // 251 + 1)
    blob_id = stored(database, data[:size])
    assert rows_of(database, blob_id) == rows
    pieces = list(parts(database, blob_id, sha256_of(data[:size]), "TJH/1"))
    assert b"".join(pieces) == data[:size]
    assert all(len(piece) <= PART_BYTES for piece in pieces)


def test_a_changed_byte_is_seen_after_the_last_part(database: Database) -> None:
    blob_id = stored(database, b"original")
    database.run("UPDATE blob_part SET data = ?", (b"0riginal",))
    read = parts(database, blob_id, sha256_of(b"original"), "TJH/1")
    assert next(read) == b"0riginal"
    with pytest.raises(HashMismatch) as differs:
        next(read)
    assert differs.value.name == "TJH/1"


def test_a_missing_part_is_seen(database: Database) -> None:
    data = bytes(WHOLE_BYTES + 1)
    blob_id = stored(database, data)
    database.run("DELETE FROM blob_part WHERE n = 2")
    with pytest.raises(HashMismatch):
        list(parts(database, blob_id, sha256_of(data), "TJH/1"))


def test_matches_the_hash_value_given(database: Database) -> None:
    blob_id = stored(database, b"original")
    assert matches(database, blob_id, sha256_of(b"original"))
    assert not matches(database, blob_id, sha256_of(b"other"))


def test_too_large_is_refused(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    assert blobs.MOST_BYTES == 1_000_000_000
    monkeypatch.setattr(blobs, "MOST_BYTES", 3)
    with pytest.raises(BadInput), database.transaction():
        store(database, b"four", sha256_of(b"four"))
    assert database.value("SELECT count(*) FROM blob") == 0
