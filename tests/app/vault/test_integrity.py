# SPDX-License-Identifier: MIT
from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.custody.log import read_record
from app.errors import Cancelled, HashMismatch, VaultDamaged, VaultLocked
from app.hashing import sha256_of
from app.vault.connection import PAGE_BYTES
from app.vault.integrity import MOST_NAMED, files_of, findings
from tests.fakes.acquisitions import acquisition
from tests.fakes.runs import finished_run

if TYPE_CHECKING:
    from app.vault import Vault


def checked(vault: Vault) -> tuple[str, ...]:
    return vault.check_originals(lambda _done: None, threading.Event())


def last_record(vault: Vault) -> dict[str, object]:
    record = read_record(list(vault.records())[-1])
    assert record.type == "integrity.check"
    return record.data


@pytest.fixture
def filled(vault: Vault) -> Vault:
    for n in range(12):
        vault.add_exhibit(acquisition(b"picture %d" % n))
    return vault


def test_all_are_as_recorded(filled: Vault) -> None:
    assert checked(filled) == ()
    assert last_record(filled) == {"checked": 12, "differs": 0, "exhibits": []}


def test_nothing_to_check(vault: Vault) -> None:
    assert checked(vault) == ()


def test_each_that_differs_is_named_and_recorded(filled: Vault) -> None:
    for blob_id in (11, 3, 7):
        filled._database.run("UPDATE blob_part SET data = x'00' WHERE blob_id = ?", (blob_id,))
    filled._database.run("DELETE FROM blob_part WHERE blob_id = 5")
    assert checked(filled) == ("TJH/3", "TJH/5", "TJH/7", "TJH/11")
    ids = [filled.exhibits()[n - 1].id for n in (3, 5, 7, 11)]
    assert last_record(filled) == {"checked": 12, "differs": 4, "exhibits": ids}


def test_bytes_and_their_stored_hash_changed_together_are_seen(filled: Vault) -> None:
    filled._database.run("UPDATE blob_part SET data = x'00' WHERE blob_id = 1")
    filled._database.run("UPDATE blob SET sha256 = ? WHERE id = 1", (sha256_of(b"\x00"),))
    assert checked(filled) == ("TJH/1",)
    with pytest.raises(HashMismatch):
        filled.original(filled.exhibits()[0].id)


def test_progress_rises_to_one(filled: Vault) -> None:
    seen: list[float] = []
    filled.check_originals(seen.append, threading.Event())
    assert len(seen) == 12
    assert seen == sorted(seen)
    assert seen[-1] == 1.0


def test_cancelled_is_said_and_not_recorded(filled: Vault) -> None:
    cancelled, before = threading.Event(), filled.record_count
    with pytest.raises(Cancelled):
        filled.check_originals(lambda _done: cancelled.set(), cancelled)
    assert filled.record_count == before


def test_locking_meanwhile_ends_it(filled: Vault) -> None:
    with pytest.raises(VaultLocked):
        filled.check_originals(lambda _done: filled.close(), threading.Event())


def test_captures_go_on_meanwhile(filled: Vault) -> None:
    added: list[str] = []

    def capture(_done: float) -> None:
        if not added:
            added.append(filled.add_exhibit(acquisition(b"meanwhile")).ref)

    assert filled.check_originals(capture, threading.Event()) == ()
    assert added == ["TJH/13"]


def test_a_record_names_no_more_than_fit(filled: Vault) -> None:
    kept, *_ = files_of(filled._database)
    many = tuple(replace(kept, id=f"{n:032x}", exhibit_id=f"{n:031x}x") for n in range(2 * MOST_NAMED))
    said = findings(many, many)
    assert [len(said[name]) for name in ("exhibits", "files")] == [MOST_NAMED] * 2  # type: ignore[arg-type]
    filled.note("integrity.check", None, said)


def test_frames_and_what_was_made_from_them_are_checked(filled: Vault) -> None:
    run = finished_run(filled, 4)
    words, picture = run.derivatives
    assert checked(filled) == ()
    assert last_record(filled) == {"checked": 16, "derivatives": 2, "differs": 0, "exhibits": []}
    filled._database.run("UPDATE blob_part SET data = x'00' WHERE blob_id IN (13, 15, 17, 18)")
    assert checked(filled) == ("TJH/13.1", "TJH/13.3", "TJH/13 run_record", "TJH/13 joined_picture")
    assert last_record(filled) == {
        "checked": 16,
        "derivatives": 2,
        "differs": 4,
        "exhibits": [run.id],
        "files": [run.frames[2].id, words.derivative_id, picture.derivative_id],
    }


@pytest.mark.parametrize(
    "table", ["exhibit SET acquisition", "frame SET acquisition", "derivative SET record"]
)
def test_a_record_that_cannot_be_read_is_damage(filled: Vault, table: str) -> None:
    finished_run(filled, 2)
    for wrong in (b"{}", b"no JSON"):
        filled._database.run(f"UPDATE {table} = ?", (wrong,))
        with pytest.raises(VaultDamaged):
            checked(filled)


def test_a_page_that_decayed_is_of_one_file_and_all_after_it_are_read(vault: Vault) -> None:
    for n in range(6):
        vault.add_exhibit(acquisition(b"%d" % n + bytes(100 * PAGE_BYTES)))
    assert vault._database.truncate_wal()
    path = vault.folder / "vault.db"
    for share in (3, 5):
        with path.open("r+b") as file:
            file.seek(path.stat().st_size // PAGE_BYTES // share * PAGE_BYTES + 99)
            file.write(b"decay")
    assert len(checked(vault)) == 2
