# SPDX-License-Identifier: MIT
"""G4: one capture of 2 MB stored, durable: bytes, hash, records, checkpoint, encrypted."""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
from typing import TYPE_CHECKING

from app.clock import SystemClock
from app.model import CaseFacts, Under18
from app.vault import KdfParameters, Vault
from tests.bench.harness import Peer, Row, alternated, at_most, cpu, less
from tests.fakes.acquisitions import acquisition

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SIZE_BYTES = 2_000_000
FACTS = CaseFacts(under_18=Under18.NO, country="GB")


def measure(folder: Path, rounds: int) -> Iterator[Row]:
    """Yield the rows of G4."""
    vault = new_vault(folder)
    plain = sqlite3.connect(folder / "plain.db")
    plain.executescript(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE capture (data BLOB)"
    )
    data = secrets.token_bytes(SIZE_BYTES)

    def store_plain() -> None:
        hashlib.sha256(data).digest()
        plain.execute("INSERT INTO capture VALUES (?)", (data,))
        plain.commit()

    arguments = (str(folder / "peer.db"), "store", "cpu", "0", str(SIZE_BYTES))
    with Peer("tests.bench.peer_default", *arguments) as peer:
        costs = alternated({"ours": _stored(vault, data), "default": peer, "plain": cpu(store_plain)}, rounds)
    plain.close()
    vault.close()
    what, ours = "store 2 MB, durable", costs["ours"]
    yield less("G4", what, ours, "SQLCipher's defaults", costs["default"], 1.3)
    yield at_most("G4", what, ours, "plain SQLite, WAL, FULL", costs["plain"], 5)


def _stored(vault: Vault, data: bytes) -> Callable[[], float]:
    """Return a contender: an acquisition goes into the vault, its bytes hashed once, as by the peers."""

    def run() -> float:
        taken = acquisition(data)
        return cpu(lambda: vault.add_exhibit(taken))()

    return run


def new_vault(folder: Path) -> Vault:
    """Return a new vault in the folder, open."""
    return Vault.create(
        folder / "case.safehold",
        "a passphrase for measuring",
        clock=SystemClock(),
        facts=FACTS,
        tool="bench",
        machine_alias="bench",
        kdf=KdfParameters.floor(),
    )


def kept(vault: Vault, data: bytes) -> None:
    """The bytes are an exhibit of the vault."""
    vault.add_exhibit(acquisition(data))
