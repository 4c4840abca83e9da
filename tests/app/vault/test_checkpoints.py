# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.custody.checkpoint import fingerprint, read_checkpoint
from app.custody.log import check_chain, read_record
from app.custody.tree import root_of
from app.errors import VaultDamaged
from app.hashing import sha256_of
from app.vault import checkpoints
from app.vault import ledger as log
from app.vault.ledger import Ledger

if TYPE_CHECKING:
    from app.vault.connection import Database
    from tests.fakes.clock import FakeClock


@pytest.fixture
def ledger(database: Database, clock: FakeClock) -> Ledger:
    made = Ledger(database, clock, "Safehold 0.1.0")
    with database.transaction():
        checkpoints.put(database, checkpoints.VAULT_ID, b"ab" * 16)
        checkpoints.new_signing_key(database, made, made.begin())
    return made


def test_values(database: Database) -> None:
    assert not checkpoints.has(database, "name")
    with pytest.raises(VaultDamaged):
        checkpoints.get(database, "name")
    checkpoints.put(database, "name", b"one")
    checkpoints.put(database, "name", b"two")
    assert checkpoints.get(database, "name") == b"two"
    checkpoints.remove(database, "name")
    assert not checkpoints.has(database, "name")


def test_the_key_is_recorded_by_its_fingerprint_only(database: Database, ledger: Ledger) -> None:
    key = checkpoints.signing_key(database)
    (line,) = log.lines(database)
    assert read_record(line).data["public_key_sha256"] == fingerprint(key.public_bytes)
    assert key.seed.hex().encode() not in line


def test_a_checkpoint_covers_everything_before_it_and_its_record_follows(
    database: Database, ledger: Ledger
) -> None:
    key = checkpoints.signing_key(database)
    for _ in range(3):
        with database.transaction():
            ledger.append("note.add", "id", {}, ledger.begin())
            note = checkpoints.add(database, ledger, key)
        state = check_chain(log.lines(database))
        head = read_checkpoint(note, key.public_bytes)
        assert head.origin == checkpoints.origin(database) == "safehold/" + "ab" * 16
        assert head.size == state.size - 1
        assert head.root == root_of(state.leaves[: head.size])
        last = read_record(list(log.lines(database))[-1])
        assert last.type == "checkpoint"
        assert last.data == {"size": head.size, "root": head.root, "note_sha256": sha256_of(note.encode())}
    assert len(checkpoints.notes(database)) == 3
    assert checkpoints.notes(database)[-1] == note


def test_a_moved_clock_is_covered_by_the_checkpoint(
    database: Database, ledger: Ledger, clock: FakeClock
) -> None:
    clock.jump(100)
    with database.transaction():
        checkpoints.add(database, ledger, checkpoints.signing_key(database))
    types = [read_record(line).type for line in log.lines(database)]
    assert types == ["key.create", "clock.jump", "checkpoint"]
