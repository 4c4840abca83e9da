# SPDX-License-Identifier: MIT
"""What a check of everything finds, and that it finds nothing where there is nothing."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from app.custody.log import read_record
from app.errors import Cancelled
from app.vault.checking import CheckResult
from app.vault.connection import PAGE_BYTES
from app.vault.keyfile import NAMES
from tests.fakes.acquisitions import acquisition
from tests.fakes.runs import finished_run

if TYPE_CHECKING:
    from app.vault import Vault


def check(vault: Vault) -> CheckResult:
    return vault.check(lambda _done: None, threading.Event())


def said(vault: Vault) -> dict[str, object]:
    record = read_record(list(vault.records())[-1])
    assert record.type == "integrity.check"
    return record.data


@pytest.fixture
def filled(vault: Vault) -> Vault:
    for n in range(5):
        vault.add_exhibit(acquisition(b"picture %d" % n))
    return vault


def test_all_is_as_it_was(filled: Vault) -> None:
    finished_run(filled, 3)
    result = check(filled)
    assert result == CheckResult(8)
    assert result.is_fine
    assert said(filled) == {
        "checked": 8,
        "derivatives": 2,
        "differs": 0,
        "exhibits": [],
        "pages_damaged": 0,
        "keys_damaged": 0,
        "log_broken_at": 0,
        "heads_differ": 0,
    }


def test_a_purged_picture_is_no_fault(filled: Vault) -> None:
    filled.purge_exhibit(filled.exhibits()[1].id, "by mistake")
    assert check(filled) == CheckResult(4)


def test_a_file_that_differs_is_named(filled: Vault) -> None:
    filled._database.run("UPDATE blob_part SET data = x'00' WHERE blob_id = 3")
    assert check(filled) == CheckResult(5, differing=("TJH/3",))
    assert said(filled)["exhibits"] == [filled.exhibits()[2].id]


def test_a_record_that_was_changed_beside_its_file_is_named(filled: Vault) -> None:
    line = filled.acquisition_line(filled.exhibits()[1].id).replace(b'"heron', b'"raven')
    filled._database.run("UPDATE exhibit SET acquisition = ? WHERE number = 2", (line,))
    assert check(filled).differing == ("TJH/2",)


def test_a_record_of_the_log_that_was_changed_is_named(filled: Vault) -> None:
    (line,) = filled._database.row("SELECT line FROM record WHERE seq = 6") or ()
    filled._database.run("UPDATE record SET line = ? WHERE seq = 6", (line.replace(b"witness", b"helper!"),))
    result = check(filled)
    assert (result.broken_at, result.is_fine) == (6, False)
    assert result.heads > 0


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE checkpoint SET note = replace(note, 'safehold/', 'safehord/') WHERE id = 2",
        "UPDATE checkpoint SET note = note || 'x' WHERE id = 2",
    ],
)
def test_a_head_that_does_not_fit_is_counted(filled: Vault, change: str) -> None:
    filled._database.run(change)
    assert check(filled) == CheckResult(5, heads=1)


def test_a_key_file_that_lacks_is_counted(filled: Vault) -> None:
    (filled.folder / NAMES[1]).unlink()
    assert check(filled) == CheckResult(5, damaged_keys=1)
    (filled.folder / NAMES[0]).write_bytes(b"{}")
    assert check(filled).damaged_keys == 2


def test_a_page_that_decayed_on_the_disk_is_counted_with_its_picture(filled: Vault) -> None:
    kept = filled.add_exhibit(acquisition(bytes(40 * PAGE_BYTES)))
    assert filled._database.truncate_wal()
    path = filled.folder / "vault.db"
    page = path.stat().st_size // PAGE_BYTES - 20
    with path.open("r+b") as file:
        file.seek(page * PAGE_BYTES + 99)
        file.write(b"decay")
    assert check(filled) == CheckResult(6, differing=(kept.ref,), damaged_pages=1)
    assert said(filled)["pages_damaged"] == 1


def test_it_can_be_stopped_and_then_nothing_is_recorded(filled: Vault) -> None:
    stop, before = threading.Event(), filled.record_count
    with pytest.raises(Cancelled):
        filled.check(lambda _done: stop.set(), stop)
    assert filled.record_count == before


def test_pictures_are_taken_meanwhile(filled: Vault) -> None:
    taken: list[str] = []

    def progress(_done: float) -> None:
        taken.append(filled.add_exhibit(acquisition(b"meanwhile %d" % len(taken))).ref)

    assert filled.check(progress, threading.Event()).is_fine
    assert len(taken) > 5
    assert check(filled).is_fine
