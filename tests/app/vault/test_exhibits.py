# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
import re
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from app.custody.canonical import canonical
from app.custody.log import read_record
from app.errors import BadInput, HashMismatch, PicturesNotAllowed, VaultDamaged
from app.hashing import sha256_of
from app.model import Answer, ExhibitFacts, Role, Sensitivity, Under18
from app.plain import to_plain
from tests.fakes.acquisitions import ADULT, acquisition, tampered

if TYPE_CHECKING:
    from app.vault import Vault


def records(vault: Vault) -> list[Any]:
    return [read_record(line) for line in vault.records()]


def test_one_transaction_of_bytes_records_number_and_checkpoint(vault: Vault) -> None:
    before = vault.record_count
    taken = acquisition(b"picture")
    exhibit = vault.add_exhibit(taken)
    created, allocated, sealed = records(vault)[before:]
    assert [one.type for one in (created, allocated, sealed)] == [
        "acquisition.create",
        "exhibit.allocate",
        "checkpoint",
    ]
    assert (exhibit.number, exhibit.ref, exhibit.seq) == (1, "TJH/1", created.seq)
    assert created.obj == allocated.data["acquisition_id"] == taken.record.acquisition_id
    assert created.data["sha256"] == sha256_of(b"picture")
    assert (allocated.obj, allocated.data["ref"], allocated.data["number"]) == (exhibit.id, "TJH/1", 1)
    assert sealed.data["size"] == allocated.seq
    assert vault.original(exhibit.id) == b"picture"


def test_the_record_is_kept_as_hashed_into_the_log(vault: Vault) -> None:
    exhibit = vault.add_exhibit(acquisition(title="cafe\u0301"))
    line = vault.acquisition_line(exhibit.id)
    created = next(one for one in records(vault) if one.type == "acquisition.create")
    assert created.data["record_sha256"] == sha256_of(line)
    assert json.loads(line) == to_plain(exhibit.record)
    assert (exhibit.record.seq, exhibit.record.exhibit_ref) == (created.seq, "TJH/1")
    assert exhibit.record.source.window_title == "caf\u00e9"
    assert vault.exhibit(exhibit.id) == exhibit


def test_the_log_alone_does_not_let_anybody_guess_what_a_record_says(vault: Vault) -> None:
    """Free text stands in the log only as a salted hash value; the salt stays in the acquisition record."""
    taken = acquisition()
    kept = [vault.add_exhibit(taken), vault.add_exhibit(acquisition(b"2"))]
    salts = [exhibit.record.salt for exhibit in kept]
    assert all(re.fullmatch("[0-9a-f]{64}", salt) for salt in salts)
    assert len({taken.record.salt, *salts}) == 3
    log = b"".join(vault.records())
    for exhibit in kept:
        line = vault.acquisition_line(exhibit.id)
        guessed = canonical({**json.loads(line), "salt": ""})
        assert sha256_of(line).encode() in log
        assert sha256_of(guessed).encode() not in log
        assert exhibit.record.salt.encode() not in log


def test_a_salt_that_came_with_the_acquisition_is_not_used(vault: Vault) -> None:
    taken = acquisition()
    known = replace(taken, record=replace(taken.record, salt="00" * 32))
    assert vault.add_exhibit(known).record.salt != "00" * 32


def test_numbers_go_on_whatever_happens(vault: Vault) -> None:
    first = vault.add_exhibit(acquisition(b"1"))
    vault.withdraw_exhibit(first.id, "taken by mistake")
    vault.revise_case(replace(ADULT, initials="JAS"))
    assert vault.add_exhibit(acquisition(b"2")).ref == "JAS/2"
    vault.revise_case(replace(ADULT, initials=None))
    assert vault.add_exhibit(acquisition(b"3")).ref == "EX/3"
    assert [one.ref for one in vault.exhibits()] == ["TJH/1", "JAS/2", "EX/3"]


@pytest.mark.parametrize("answer", [Under18.YES, Under18.NOT_SURE])
def test_no_picture_unless_everyone_is_adult(vault: Vault, answer: Under18) -> None:
    vault.revise_case(replace(ADULT, under_18=answer))
    before = vault.record_count
    with pytest.raises(PicturesNotAllowed):
        vault.add_exhibit(acquisition(), thumbnail=b"jpeg")
    assert (vault.exhibits(), vault.record_count) == ((), before)
    vault.revise_case(ADULT)
    vault.add_exhibit(acquisition())


@pytest.mark.parametrize("answer", [Under18.YES, Under18.NOT_SURE])
def test_when_the_answer_changes_what_is_there_is_set_apart(vault: Vault, answer: Under18) -> None:
    exhibit = vault.add_exhibit(acquisition(b"kept"), thumbnail=b"jpeg")
    vault.revise_case(replace(ADULT, under_18=answer))
    vault.put_thumbnail(exhibit.id, b"late jpeg")
    assert vault._database.value("SELECT count(*) FROM thumbnail") == 0
    assert vault.thumbnail(exhibit.id) is None
    for reading in (vault, vault.reader()):
        with pytest.raises(PicturesNotAllowed):
            reading.original(exhibit.id)
    assert vault.check_originals(lambda _done: None, threading.Event()) == ()
    assert [one.ref for one in vault.exhibits()] == ["TJH/1"]


def test_bytes_that_are_not_those_of_the_record_are_refused(vault: Vault) -> None:
    before = vault.record_count
    short = replace(acquisition(b"long"), data=b"lon")
    for wrong in (tampered(acquisition()), short):
        with pytest.raises(HashMismatch):
            vault.add_exhibit(wrong)
    assert (vault.exhibits(), vault.record_count) == ((), before)


def test_one_acquisition_is_one_exhibit(vault: Vault) -> None:
    taken = acquisition()
    vault.add_exhibit(taken)
    before = vault.record_count
    with pytest.raises(BadInput):
        vault.add_exhibit(taken)
    assert (len(vault.exhibits()), vault.record_count) == (1, before)


def test_a_helper_is_named_as_one(vault: Vault) -> None:
    vault.add_exhibit(acquisition(role=Role.HELPER))
    actors = {one.type: one.actor for one in records(vault)}
    assert (actors["acquisition.create"], actors["exhibit.allocate"]) == ("helper", "helper")
    vault.add_exhibit(acquisition())
    assert records(vault)[-1].actor == "witness"


def test_what_the_person_says_is_revised_and_the_picture_is_not(vault: Vault) -> None:
    exhibit = vault.add_exhibit(acquisition())
    assert exhibit.facts == ExhibitFacts()
    said = ExhibitFacts(title="the threat", can_see_time=Answer.YES)
    assert vault.revise_exhibit(exhibit.id, said).facts == said
    more = replace(said, note="planted words")
    assert vault.revise_exhibit(exhibit.id, more).facts == more
    assert vault.exhibit(exhibit.id) == replace(exhibit, facts=more) == vault.exhibits()[0]
    assert vault.history(exhibit.id) == (said, more)
    last = records(vault)[-1]
    assert (last.type, last.obj, last.data["n"]) == ("exhibit.revise", exhibit.id, 2)
    assert b"planted" not in b"".join(vault.records())


def test_saying_what_is_known_already_is_no_act(vault: Vault) -> None:
    exhibit = vault.add_exhibit(acquisition(sensitivity=Sensitivity.THIRD_PARTY))
    before = vault.record_count
    vault.revise_exhibit(exhibit.id, ExhibitFacts(sensitivity=Sensitivity.THIRD_PARTY))
    assert vault.record_count == before


def test_withdrawn_leaves_a_line(vault: Vault) -> None:
    exhibit = vault.add_exhibit(acquisition(b"kept"))
    withdrawn = vault.withdraw_exhibit(exhibit.id, "planted reason")
    assert vault.exhibits() == (withdrawn,)
    assert withdrawn.withdrawn_why == "planted reason"
    assert withdrawn.withdrawn_at is not None
    assert vault.original(exhibit.id) == b"kept"
    last = records(vault)[-1]
    assert (last.type, last.data["ref"]) == ("exhibit.withdraw", "TJH/1")
    assert b"planted" not in b"".join(vault.records())
    with pytest.raises(BadInput):
        vault.withdraw_exhibit(exhibit.id, "again")


def test_what_is_not_there(vault: Vault) -> None:
    for wrong in (
        lambda: vault.exhibit("none"),
        lambda: vault.original("none"),
        lambda: vault.acquisition_line("none"),
        lambda: vault.revise_exhibit("none", ExhibitFacts(title="x")),
        lambda: vault.withdraw_exhibit("none", "why"),
        lambda: vault.put_thumbnail("none", b"jpeg"),
    ):
        with pytest.raises(BadInput):
            wrong()


def test_a_record_that_cannot_be_read_is_damage(vault: Vault) -> None:
    vault.add_exhibit(acquisition())
    vault._database.run("UPDATE exhibit SET acquisition = x'7b7d'")
    with pytest.raises(VaultDamaged):
        vault.exhibits()
