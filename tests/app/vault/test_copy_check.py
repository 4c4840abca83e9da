# SPDX-License-Identifier: MIT
"""A copy is looked over and not a byte of it is changed."""

from __future__ import annotations

import shutil
import threading
from typing import TYPE_CHECKING

import pytest

from app.errors import Cancelled, VaultDamaged, VaultTooNew
from app.vault import ledger
from app.vault.connection import PAGE_BYTES, Database
from app.vault.copy_check import check_copy
from tests.fakes.acquisitions import acquisition

if TYPE_CHECKING:
    from pathlib import Path

    from app.vault import Vault
    from app.vault.copy_check import Standing


@pytest.fixture
def copied(vault: Vault, tmp_path: Path) -> Path:
    for n in range(3):
        vault.add_exhibit(acquisition(b"%d" % n + bytes(40 * PAGE_BYTES)))
    vault._database.truncate_wal()
    return shutil.copytree(vault.folder, tmp_path / "copy.safehold")


def look(folder: Path, key: bytes) -> Standing:
    return check_copy(folder, key, lambda _done: None, threading.Event())


def test_it_says_where_it_stands_and_touches_nothing(vault: Vault, copied: Path) -> None:
    before = {one.name: one.read_bytes() for one in copied.iterdir()}
    found = look(copied, vault._keys.data_key)
    assert (found.size, found.root, found.exhibits) == (vault.record_count, ledger.root(vault._database), 3)
    assert found.vault_id == vault._keys.header.vault_id
    assert (found.damaged, found.differing) == ((), ())
    assert {one.name: one.read_bytes() for one in copied.iterdir()} == before


def test_what_is_damaged_is_named(vault: Vault, copied: Path) -> None:
    path = copied / "vault.db"
    page = path.stat().st_size // PAGE_BYTES - 20
    with path.open("r+b") as file:
        file.seek(page * PAGE_BYTES)
        file.write(b"decay")
    found = look(copied, vault._keys.data_key)
    assert (found.damaged, found.differing) == ((page + 1,), ("TJH/3",))


def test_another_key_opens_nothing(copied: Path) -> None:
    with pytest.raises(VaultDamaged):
        look(copied, bytes(32))


def test_one_of_a_later_release_is_told(vault: Vault, copied: Path) -> None:
    later = Database(copied / "vault.db", vault._keys.data_key)
    later.run("PRAGMA user_version = 999")
    later.truncate_wal()
    later.close()
    with pytest.raises(VaultTooNew):
        look(copied, vault._keys.data_key)


def test_it_can_be_stopped(vault: Vault, copied: Path) -> None:
    stop = threading.Event()
    with pytest.raises(Cancelled):
        check_copy(copied, vault._keys.data_key, lambda _done: stop.set(), stop)
