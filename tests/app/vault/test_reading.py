# SPDX-License-Identifier: MIT
from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from app.errors import FolderReadOnly, HashMismatch, VaultLocked
from app.model import Note
from tests.fakes.acquisitions import ADULT, acquisition

if TYPE_CHECKING:
    from app.vault import Vault


def test_a_reader_reads_what_the_vault_reads(vault: Vault) -> None:
    exhibit = vault.add_exhibit(acquisition(b"picture"), thumbnail=b"jpeg")
    entry = vault.add(Note("case", "words"))
    with vault.reader() as reader:
        assert reader.case().fact == ADULT
        assert reader.exhibits() == vault.exhibits() == (exhibit,)
        assert reader.exhibit(exhibit.id) == exhibit
        assert reader.entries(Note) == (entry,)
        assert reader.history(entry.id) == (entry.fact,)
        assert reader.original(exhibit.id) == b"picture"
        assert reader.thumbnail(exhibit.id) == b"jpeg"
        assert reader.acquisition_line(exhibit.id) == vault.acquisition_line(exhibit.id)
        assert list(reader.records()) == list(vault.records())
        assert reader.record_count == vault.record_count
        assert reader.checkpoints() == vault.checkpoints()
        assert (reader.public_key, reader.origin) == (vault.public_key, vault.origin)
        assert reader.machine_alias == vault.machine_alias == "heron-42"


def test_a_snapshot_does_not_change_while_the_vault_does(vault: Vault) -> None:
    vault.add_exhibit(acquisition(b"1"))
    with vault.reader() as reader:
        count = reader.record_count
        added = vault.add_exhibit(acquisition(b"2"))
        vault.add(Note("case", "words"))
        assert (len(reader.exhibits()), reader.record_count, reader.entries(Note)) == (1, count, ())
        assert len(list(reader.records())) == count
    with vault.reader() as reader:
        assert reader.exhibits()[-1] == added


def test_a_reader_cannot_write(vault: Vault) -> None:
    with vault.reader() as reader, pytest.raises(FolderReadOnly):
        reader.connection.run("DELETE FROM exhibit")


def test_after_closing_a_reader_is_locked(vault: Vault) -> None:
    reader = vault.reader()
    reader.close()
    reader.close()
    with pytest.raises(VaultLocked):
        reader.exhibits()


def test_locking_ends_every_reader(vault: Vault) -> None:
    exhibit = vault.add_exhibit(acquisition(b"picture"))
    readers = [vault.reader() for _ in range(3)]
    vault.close()
    for reader in readers:
        with pytest.raises(VaultLocked):
            reader.original(exhibit.id)


def test_locking_ends_a_read_that_is_running(vault: Vault) -> None:
    reader = vault.reader()
    started, ended = threading.Event(), []

    def read() -> None:
        started.set()
        try:
            reader.connection.rows(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
            )
        except VaultLocked:
            ended.append(True)

    thread = threading.Thread(target=read)
    thread.start()
    started.wait()
    while not reader.connection._lock.acquire(blocking=False):
        vault.interrupt()
        thread.join(0.01)
    reader.connection._lock.release()
    thread.join()
    vault.close()
    assert ended == [True]


def test_an_original_that_differs_is_named_by_its_ref(vault: Vault) -> None:
    exhibit = vault.add_exhibit(acquisition(b"picture"))
    vault._database.run("UPDATE blob_part SET data = ?", (b"pictura",))
    with pytest.raises(HashMismatch) as differs:
        vault.original(exhibit.id)
    assert differs.value.name == "TJH/1"


def test_a_sound_file_has_no_damaged_page(vault: Vault) -> None:
    vault.add_exhibit(acquisition(b"picture" * 9_000))
    vault._database.truncate_wal()
    assert vault.damaged_pages() == 0
