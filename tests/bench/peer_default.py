# SPDX-License-Identifier: MIT
"""What many would write around SQLCipher as it comes: store a blob, or read every blob and hash it.

A process of its own: SQLCipher's settings are those of the process.
"""

from __future__ import annotations

import hashlib
import secrets
import sys
import time
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

if TYPE_CHECKING:
    from collections.abc import Callable

CLOCKS = {"cpu": time.process_time, "wall": time.perf_counter}


def opened(path: str, count: int, size_bytes: int) -> dbapi2.Connection:
    """Return a database with so many blobs in it."""
    database = dbapi2.connect(path)
    database.execute("PRAGMA key = 'a passphrase for measuring'")
    database.execute("CREATE TABLE capture (id INTEGER PRIMARY KEY, data BLOB, sha256 TEXT)")
    for _ in range(count):
        store(database, secrets.token_bytes(size_bytes))
    return database


def store(database: dbapi2.Connection, data: bytes) -> None:
    """Keep one capture, durable."""
    hashed = hashlib.sha256(data).hexdigest()
    database.execute("INSERT INTO capture VALUES (NULL, ?, ?)", (data, hashed))
    database.commit()


def verify(database: dbapi2.Connection) -> None:
    """Read every capture and hash it again."""
    for data, hashed in database.execute("SELECT data, sha256 FROM capture"):
        if hashlib.sha256(data).hexdigest() != hashed:
            raise RuntimeError("a capture differs")


def main() -> None:
    """Work once for every line and say how long it took: verify or store, cpu or wall."""
    path, what, clock, count, size_bytes = sys.argv[1:]
    database = opened(path, int(count), int(size_bytes))
    data, now = secrets.token_bytes(int(size_bytes)), CLOCKS[clock]
    works: dict[str, Callable[[], None]] = {
        "verify": lambda: verify(database),
        "store": lambda: store(database, data),
    }
    for _ in sys.stdin:
        before = now()
        works[what]()
        print((now() - before) * 1000, flush=True)
    database.close()


if __name__ == "__main__":
    main()
