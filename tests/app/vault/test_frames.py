# SPDX-License-Identifier: MIT
from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest

from app.errors import BadInput, VaultDamaged
from app.vault import frames
from app.vault.connection import Database
from tests.fakes.runs import frame, kept_run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.vault import Vault

MANY = 300


def test_numbers_of_frames_stand_behind_that_of_the_exhibit(vault: Vault) -> None:
    run = kept_run(vault, 12)
    assert [one.ref for one in run.frames] == [f"TJH/1.{n}" for n in range(1, 13)]
    assert run.frames[0].ref == frames.first_ref(run.ref)


def test_a_reader_sees_what_the_writer_remembers(vault: Vault) -> None:
    run = kept_run(vault, 5)
    with vault.reader() as reader:
        assert reader.exhibit(run.id) == run
        vault.add_frame(frame(6))
        assert reader.exhibits() == (run,)
    assert len(vault.exhibit(run.id).frames) == 6


def test_a_frame_that_was_undone_is_not_remembered(vault: Vault) -> None:
    run = kept_run(vault, 2)
    with pytest.raises(BadInput):
        vault.add_frame(frame(3), thumbnail="no bytes")  # type: ignore[arg-type]
    assert vault.exhibit(run.id) == run
    assert [one.ref for one in vault.add_frame(frame(3)).frames] == ["TJH/1.1", "TJH/1.2", "TJH/1.3"]


def test_a_frame_that_cannot_be_read_is_damage(vault: Vault) -> None:
    kept_run(vault, 2)
    vault._database.run("UPDATE frame SET acquisition = x'7b7d'")
    with vault.reader() as reader, pytest.raises(VaultDamaged):
        reader.exhibits()


def test_the_next_frame_of_a_long_run_costs_what_the_tenth_did(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    rows = Database.rows

    def counted(database: Database, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        found = rows(database, sql, values)
        read.append(len(found))
        return found

    kept_run(vault, 9)
    monkeypatch.setattr(Database, "rows", counted)
    vault.add_frame(frame(10))
    at_the_tenth = sum(read)
    for n in range(11, 41):
        vault.add_frame(frame(n))
    read.clear()
    run = vault.add_frame(frame(41))
    assert sum(read) == at_the_tenth
    assert [one.record.run_index for one in run.frames] == list(range(1, 42))


def test_the_records_of_a_long_run_are_read_once(vault: Vault) -> None:
    """A listing is asked for with every page."""
    kept_run(vault, MANY)
    with vault.reader() as reader:
        spent = []
        for _ in range(3):
            begun = time.process_time()
            reader.exhibits()
            spent.append(time.process_time() - begun)
    assert min(spent[1:]) < spent[0] / 3
