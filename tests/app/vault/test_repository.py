# SPDX-License-Identifier: MIT
from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.custody.checkpoint import open_note, read_checkpoint
from app.custody.log import check_chain, read_record
from app.custody.tree import root_of
from app.errors import BadInput, ChainBroken, VaultLocked
from app.model import ExhibitFacts, Note, Role
from app.vault.lockfile import NAME
from tests.fakes.acquisitions import ADULT, acquisition

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.vault import Vault
    from tests.fakes.clock import FakeClock


def last(vault: Vault, n: int = 1) -> list[str]:
    return [read_record(line).type for line in list(vault.records())[-n:]]


def test_the_case_is_revised(vault: Vault) -> None:
    facts = replace(ADULT, call_me="Tom")
    entry = vault.revise_case(facts)
    assert (entry.fact, entry.revision) == (facts, 2)
    assert vault.case() == entry
    assert vault.history(entry.id) == (ADULT, facts)
    assert last(vault) == ["case.revise"]


def test_facts_are_added_and_revised(vault: Vault) -> None:
    entry = vault.add(Note("case", "one"))
    again = vault.revise(entry.id, Note("case", "two"))
    assert vault.entries(Note) == (again,)
    assert last(vault, 2) == ["note.add", "note.revise"]


def test_every_checkpoint_is_the_root_of_what_came_before(vault: Vault, clock: FakeClock) -> None:
    vault.add_exhibit(acquisition(b"1"))
    clock.jump(-30)
    vault.add(Note("case", "one"))
    vault.checkpoint()
    vault.note("export.create", None, {"sha256": "0" * 64})
    state = check_chain(vault.records())
    notes = vault.checkpoints()
    assert len(notes) == 4
    for note in notes:
        head = read_checkpoint(note, vault.public_key)
        assert head.origin == vault.origin
        assert head.root == root_of(state.leaves[: head.size])


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("export.create", ["export.create", "checkpoint"]),
        ("print.create", ["print.create", "checkpoint"]),
        ("handover", ["checkpoint", "handover"]),
    ],
)
def test_acts_done_elsewhere_are_recorded(vault: Vault, kind: str, expected: list[str]) -> None:
    seq = vault.note(kind, "obj", {"sha256": "0" * 64})
    assert last(vault, 2) == expected
    record = read_record(list(vault.records())[seq - 1])
    assert (record.type, record.obj, record.data) == (kind, "obj", {"sha256": "0" * 64})


def test_an_unknown_act_is_refused(vault: Vault) -> None:
    before = vault.record_count
    with pytest.raises(BadInput):
        vault.note("something.else", None, {})
    assert vault.record_count == before


def test_who_is_at_the_keyboard(vault: Vault) -> None:
    vault.act_as(Role.HELPER)
    vault.add(Note("case", "one"))
    vault.act_as(Role.VICTIM)
    vault.add(Note("case", "two"))
    actors = [read_record(line).actor for line in list(vault.records())[-2:]]
    assert actors == ["helper", "witness"]


def test_signed_with_the_key_of_the_case(vault: Vault) -> None:
    note = vault.sign("first line\nsecond line\n")
    assert open_note(note, vault.public_key, vault.origin) == "first line\nsecond line\n"
    with pytest.raises(ChainBroken):
        open_note(note.replace("second", "other"), vault.public_key, vault.origin)


def test_closing_records_seals_and_forgets(vault: Vault, folder: Path, reopen: Callable[..., Vault]) -> None:
    vault.close("idle")
    assert not vault.is_open
    assert not (folder / NAME).exists()
    assert {path.name for path in folder.iterdir()} == {"keys.json", "keys-copy.json", "vault.db"}
    again = reopen()
    lock = read_record(list(again.records())[-3])
    assert (lock.type, lock.data) == ("vault.lock", {"why": "idle"})
    assert last(again, 2) == ["checkpoint", "vault.unlock"]


def test_closing_twice_is_once(vault: Vault, reopen: Callable[..., Vault]) -> None:
    vault.close()
    vault.close()
    again = reopen()
    assert [read_record(line).type for line in again.records()].count("vault.lock") == 1


def test_after_closing_every_act_is_locked(vault: Vault) -> None:
    exhibit = vault.add_exhibit(acquisition())
    vault.close()
    vault.interrupt()
    for act in (
        lambda: vault.add_exhibit(acquisition(b"2")),
        lambda: vault.add(Note("case", "x")),
        lambda: vault.revise_exhibit(exhibit.id, ExhibitFacts(title="x")),
        lambda: vault.original(exhibit.id),
        vault.exhibits,
        vault.case,
        lambda: list(vault.records()),
        vault.checkpoint,
        lambda: vault.sign("x\n"),
        vault.reader,
        lambda: vault.save_draft("key", "x"),
        vault.new_recovery_code,
        lambda: vault.check_originals(lambda _done: None, threading.Event()),
    ):
        with pytest.raises(VaultLocked):
            act()


def test_a_closing_that_cannot_write_still_closes(vault: Vault, folder: Path) -> None:
    vault._database.run("DROP TABLE checkpoint")
    with pytest.raises(Exception, match="SQLITE"):
        vault.close()
    assert not vault.is_open
    assert not (folder / NAME).exists()
    assert vault._keys.data_key == b""


def test_interrupting_does_not_lose_a_write(vault: Vault) -> None:
    stop = threading.Event()

    def hammer() -> None:
        while not stop.is_set():
            vault.interrupt()

    thread = threading.Thread(target=hammer)
    thread.start()
    refs = [vault.add_exhibit(acquisition(b"%d" % n * 100_000)).ref for n in range(20)]
    stop.set()
    thread.join()
    assert [exhibit.ref for exhibit in vault.exhibits()] == refs


def test_several_threads_write_one_log(vault: Vault) -> None:
    def write(name: int) -> None:
        for n in range(5):
            vault.add_exhibit(acquisition(b"%d %d" % (name, n)))
            vault.add(Note("case", f"{name} {n}"))

    threads = [threading.Thread(target=write, args=(name,)) for name in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    check_chain(vault.records())
    assert [exhibit.number for exhibit in vault.exhibits()] == list(range(1, 16))
    assert len(vault.entries(Note)) == 15


def test_half_a_character_is_refused_and_changes_nothing(vault: Vault) -> None:
    """Some programs put such text on the clipboard."""
    half = "planted \ud83d"
    exhibit = vault.add_exhibit(acquisition())
    before = vault.record_count
    for act in (
        lambda: vault.withdraw_exhibit(exhibit.id, half),
        lambda: vault.save_draft("own_words", half),
        lambda: vault.add(Note("case", half)),
        lambda: vault.revise_exhibit(exhibit.id, ExhibitFacts(note=half)),
        lambda: vault.add_exhibit(acquisition(b"2", title=half)),
    ):
        with pytest.raises(BadInput) as caught:
            act()
        assert "planted" not in "".join(map(str, (caught.value, caught.value.__cause__)))
    assert (vault.record_count, vault.draft("own_words")) == (before, "")
