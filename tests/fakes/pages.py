# SPDX-License-Identifier: MIT
"""Every page of a vault's database and of its WAL, decrypted as a thief with the key would: free ones too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from app.vault.connection import PAGE_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Source: SQLCipher design: AES-256-CBC; a page ends in 16 bytes of start value and its HMAC (SHA-256); a salt
# stands in the first 16 bytes of a database. SQLite file format, 4.1: head of a WAL, and of each frame in it.
RESERVED, START, SALT = 48, 16, 16
WAL_HEAD, FRAME_HEAD = 32, 24
MAGIC = b"SQLite format 3\x00"


def pages(database: Path, key: bytes) -> Iterator[bytes]:
    """Return what each page of the file and each frame of its WAL says."""
    data = database.read_bytes()
    for start in range(0, len(data), PAGE_BYTES):
        yield _plain(data[start : start + PAGE_BYTES], key, is_first=start == 0)
    wal = database.with_name(f"{database.name}-wal")
    frames = wal.read_bytes() if wal.exists() else b""
    for start in range(WAL_HEAD, len(frames), FRAME_HEAD + PAGE_BYTES):
        number = int.from_bytes(frames[start : start + 4], "big")
        page = frames[start + FRAME_HEAD : start + FRAME_HEAD + PAGE_BYTES]
        if len(page) == PAGE_BYTES:
            yield _plain(page, key, is_first=number == 1)


def _plain(page: bytes, key: bytes, *, is_first: bool) -> bytes:
    start = page[-RESERVED : -RESERVED + START]
    taker = Cipher(algorithms.AES(key), modes.CBC(start)).decryptor()
    body = page[SALT if is_first else 0 : -RESERVED]
    return (MAGIC if is_first else b"") + taker.update(body) + taker.finalize()
