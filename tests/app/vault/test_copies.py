# SPDX-License-Identifier: MIT
"""Copies outside the vault: recorded when made, followed until they are handed over or gone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from app.custody.log import salted_hash
from app.errors import BadInput
from app.model import CopyKind, CopyState
from app.vault.copies import NewCopy

if TYPE_CHECKING:
    from app.vault import Vault

HASH = "ab" * 32
STICK = "/media/stick/holiday.zip"


def made(vault: Vault, kind: CopyKind = CopyKind.PACKAGE):
    return vault.note_copy(NewCopy(kind, STICK, HASH), {"sha256": HASH}, size=vault.record_count)


def last(vault: Vault, kind: str) -> dict:
    return [record for record in map(json.loads, vault.records()) if record["type"] == kind][-1]


def test_a_copy_is_known_with_its_place_and_the_log_has_its_hash_alone(vault: Vault) -> None:
    size = vault.record_count
    copy = made(vault)
    assert vault.copies() == (copy,)
    assert (copy.place, copy.sha256, copy.size, copy.state) == (STICK, HASH, size, CopyState.HERE)
    record = last(vault, "export.create")
    assert (record["obj"], record["data"], record["seq"]) == (copy.id, {"sha256": HASH}, copy.seq)
    assert not any(b"holiday" in line for line in vault.records())


def test_a_checkpoint_seals_the_making(vault: Vault) -> None:
    copy = made(vault, CopyKind.BACKUP)
    assert last(vault, "backup.create")["seq"] == copy.seq
    assert last(vault, "checkpoint")["data"]["size"] >= copy.seq


def test_who_took_it_stands_in_the_vault_and_its_salted_hash_in_the_log(vault: Vault, reopen) -> None:
    copy = made(vault)
    after = vault.hand_over(copy.id, "DC Patel, 24 November")
    assert (after.state, after.handed_to) == (CopyState.HANDED_OVER, "DC Patel, 24 November")
    salt = vault._database.value("SELECT salt FROM copy")
    assert last(vault, "handover")["data"] == {"hash": salted_hash("DC Patel, 24 November", salt)}
    vault.close()
    assert reopen().copies() == (after,)


def test_a_copy_that_is_gone_has_no_place_any_more(vault: Vault) -> None:
    copy = made(vault)
    gone = vault.copy_removed(copy.id)
    assert (gone.state, gone.place) == (CopyState.REMOVED, None)
    with pytest.raises(BadInput):
        vault.copy_removed(copy.id)


def test_an_unknown_copy_is_refused_and_leaves_no_record(vault: Vault) -> None:
    before = vault.record_count
    with pytest.raises(BadInput):
        vault.hand_over("nobody", "DC Patel")
    assert vault.record_count == before
