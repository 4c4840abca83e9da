# SPDX-License-Identifier: MIT
"""Signed heads of the log, and single values the vault keeps about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.custody.checkpoint import SigningKey, fingerprint, make_checkpoint
from app.hashing import sha256_of
from app.vault import ledger as log

if TYPE_CHECKING:
    from app.clock import Moment
    from app.vault.connection import Database
    from app.vault.ledger import Ledger

VAULT_ID, SEED, MACHINE, CODE_TRIED = "vault_id", "signing_seed", "machine_alias", "recovery_code_tried"


def put(database: Database, name: str, value: bytes) -> None:
    """The value is in the open transaction."""
    database.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))


def get(database: Database, name: str) -> bytes:
    """Return a value.

    Raises:
        VaultDamaged: it is missing.
    """
    return bytes(database.value("SELECT value FROM meta WHERE name = ?", (name,)))


def has(database: Database, name: str) -> bool:
    """Whether there is such a value."""
    return database.row("SELECT 1 FROM meta WHERE name = ?", (name,)) is not None


def remove(database: Database, name: str) -> None:
    """There is no such value any more."""
    database.run("DELETE FROM meta WHERE name = ?", (name,))


def origin(database: Database) -> str:
    """Return the name under which this case's log is signed. Source: C2SP tlog-checkpoint, origin line."""
    return f"safehold/{get(database, VAULT_ID).decode('ascii')}"


def signing_key(database: Database) -> SigningKey:
    """Return the key of the case."""
    return SigningKey.from_bytes(get(database, SEED))


def new_signing_key(database: Database, ledger: Ledger, moment: Moment) -> None:
    """The case has a key, in the open transaction, with its record."""
    key = SigningKey.generate()
    put(database, SEED, key.seed)
    data = {"kind": "ed25519", "public_key_sha256": fingerprint(key.public_bytes)}
    ledger.append("key.create", "signing", data, moment)


def add(database: Database, ledger: Ledger, key: SigningKey) -> str:
    """A checkpoint over all records so far is in the open transaction, and after it the record of it.

    Returns: the signed note.
    """
    moment = ledger.begin()
    size, root = log.size(database), log.root(database)
    note = make_checkpoint(origin(database), size, root, key)
    database.run("INSERT INTO checkpoint (size, root, note) VALUES (?, ?, ?)", (size, root, note))
    data = {"size": size, "root": root, "note_sha256": sha256_of(note.encode("utf-8"))}
    ledger.append("checkpoint", None, data, moment)
    return note


def notes(database: Database) -> tuple[str, ...]:
    """Return every signed note, the oldest first."""
    return tuple(note for (note,) in database.rows("SELECT note FROM checkpoint ORDER BY id"))
