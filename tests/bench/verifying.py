# SPDX-License-Identifier: MIT
"""G3: every original of a vault read back and hashed again, on the wall clock: two threads are its point."""

from __future__ import annotations

import hashlib
import secrets
import shutil
import threading
from typing import TYPE_CHECKING

from tests.bench.harness import Peer, Row, alternated, less, rate, wall, wall_of
from tests.bench.storing import kept, new_vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COUNT, SIZE_BYTES = 60, 2_000_000
ALL_BYTES = COUNT * SIZE_BYTES
LEAST_OF_HASHLIB = 0.55


def measure(folder: Path, rounds: int) -> Iterator[Row]:
    """Yield the rows of G3."""
    vault = new_vault(folder)
    plain = folder / "plain"
    plain.mkdir()
    for number in range(COUNT):
        data = secrets.token_bytes(SIZE_BYTES)
        kept(vault, data)
        (plain / f"{number}.png").write_bytes(data)
    files = sorted(map(str, plain.iterdir()))
    whole = secrets.token_bytes(SIZE_BYTES)
    arguments = (str(folder / "peer.db"), "verify", "wall", str(COUNT), str(SIZE_BYTES))
    with Peer("tests.bench.peer_default", *arguments) as peer:
        costs = alternated(
            {
                "ours": wall(lambda: vault.check_originals(lambda _done: None, threading.Event())),
                "default": peer,
                "sha256sum": wall_of(["sha256sum", *files]),
                "openssl": wall_of(["openssl", "dgst", "-sha256", *files]),
                "hashlib": wall(lambda: [hashlib.sha256(whole).digest() for _ in range(COUNT)]),
            },
            rounds,
        )
    vault.close()
    shutil.rmtree(plain)
    what, ours = f"verify {ALL_BYTES // 1_000_000} MB, wall", costs["ours"]
    yield less("G3", what, ours, "a loop, SQLCipher's defaults", costs["default"], 3.5)
    yield less("G3", what, ours, "sha256sum of plain files", costs["sha256sum"], 2.5)
    yield less("G3", what, ours, "openssl dgst (no goal)", costs["openssl"], 0)
    yield rate("G3", what, ours, "hashlib, one core", costs["hashlib"], LEAST_OF_HASHLIB)
