# SPDX-License-Identifier: MIT
"""What was removed for good is gone from everything that can be read; its number, hash and reason are not."""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING

import pytest

from app.custody.log import salted_hash
from app.errors import AskPoliceFirst, BadInput, DiskFull
from app.model import CaseFacts, ExhibitFacts, Note, Rect, Sensitivity, StepState, Under18
from app.search.values import ReadText
from app.vault import purges
from tests.fakes.acquisitions import acquisition
from tests.fakes.clock import START
from tests.fakes.runs import RUN, finished_run, frame, joined, record_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.model import Exhibit
    from app.vault import Vault

WHY = "it shows my sister"


def records(vault: Vault, kind: str) -> list[dict]:
    return [record for record in map(json.loads, vault.records()) if record["type"] == kind]


@pytest.fixture
def run(vault: Vault) -> Exhibit:
    """A run of three frames, with a joined picture."""
    finished = finished_run(vault, 3)
    return vault.finish_run(finished.id, record_of(finished), [joined(finished)])


def test_a_picture_that_was_purged_is_told_apart_from_one_that_was_never_there(vault: Vault) -> None:
    one, two = (vault.add_exhibit(acquisition(b"picture %d" % n)) for n in range(2))
    gone = vault.purge_exhibit(one.id, WHY)
    assert vault.exhibits() == (two,)
    assert vault.purged() == (gone,)
    assert (gone.ref, gone.number, gone.kind, gone.why) == (one.ref, 1, "exhibit", WHY)
    assert gone.sha256s == (one.sha256,)
    assert vault.add_exhibit(acquisition(b"next")).number == 3


def test_the_last_number_is_not_given_again(vault: Vault) -> None:
    last = vault.add_exhibit(acquisition(b"last"))
    vault.purge_exhibit(last.id, WHY)
    assert vault.add_exhibit(acquisition(b"next")).number == last.number + 1


def test_the_log_keeps_ref_and_hash_and_never_the_reason(vault: Vault) -> None:
    one = vault.add_exhibit(acquisition(b"picture"))
    gone = vault.purge_exhibit(one.id, WHY)
    (record,) = records(vault, "object.purge")
    salt = vault._database.value("SELECT salt FROM purge")
    assert (record["obj"], record["seq"]) == (one.id, gone.seq)
    assert record["data"] == {
        "ref": one.ref,
        "originals": 1,
        "derivatives": 0,
        "hash": salted_hash(WHY, salt),
    }
    assert not any(WHY.encode() in line for line in vault.records())
    (taken,) = records(vault, "acquisition.create")
    assert (taken["obj"], taken["data"]["sha256"]) == (one.record.acquisition_id, one.sha256)
    assert records(vault, "checkpoint")[-1]["data"]["size"] >= gone.seq


def test_of_a_run_every_frame_goes_and_all_that_was_made(vault: Vault, run: Exhibit) -> None:
    lines = [one.derivative_id for one in run.derivatives]
    gone = vault.purge_exhibit(run.id, WHY)
    assert [one.ref for one in gone.originals] == ["TJH/1.1", "TJH/1.2", "TJH/1.3"]
    assert gone.sha256s == tuple(one.record.content.sha256 for one in run.frames)
    assert [(one.derivative_id, one.sha256) for one in gone.made] == [
        (one.derivative_id, one.sha256) for one in run.derivatives
    ]
    for frame_ in run.frames:
        for read in (vault.original, vault.acquisition_line):
            with pytest.raises(BadInput):
                read(frame_.id)
    for line in lines:
        with pytest.raises(BadInput):
            vault.derivative_line(line)
        with pytest.raises(BadInput):
            b"".join(vault.derivative_parts(line))
    assert vault._database.value("SELECT count(*) FROM blob_part") == 0


def test_no_frame_comes_to_a_run_that_was_purged(vault: Vault, run: Exhibit) -> None:
    vault.purge_exhibit(run.id, WHY)
    with pytest.raises(BadInput):
        vault.add_frame(frame(4, RUN))
    assert (vault.exhibits(), vault.unfinished_runs()) == ((), ())


def test_a_run_that_is_not_finished_can_go_too(vault: Vault) -> None:
    kept = vault.add_frame(frame(1))
    vault.purge_exhibit(kept.id, WHY)
    assert vault.unfinished_runs() == ()


@pytest.mark.parametrize(
    "act",
    [
        lambda vault, one: vault.exhibit(one),
        lambda vault, one: vault.original(one),
        lambda vault, one: vault.revise_exhibit(one, ExhibitFacts(title="back")),
        lambda vault, one: vault.withdraw_exhibit(one, "too"),
        lambda vault, one: vault.put_thumbnail(one, b"jpeg"),
        lambda vault, one: vault.purge_exhibit(one, "twice"),
        lambda vault, one: vault.history(one),
    ],
)
def test_nothing_can_be_done_with_it_any_more(vault: Vault, act: Callable[..., object]) -> None:
    one = vault.add_exhibit(acquisition(b"picture"), thumbnail=b"jpeg")
    vault.revise_exhibit(one.id, ExhibitFacts(title="a title"))
    vault.purge_exhibit(one.id, WHY)
    before = vault.record_count
    with pytest.raises(BadInput):
        act(vault, one.id)
    assert vault.record_count == before
    assert (vault.thumbnail(one.id), vault.unread(9), vault.search("title")) == (None, (), ())


def test_what_was_being_read_in_it_meanwhile_is_not_kept(vault: Vault) -> None:
    one = vault.add_exhibit(acquisition(b"picture"))
    vault.purge_exhibit(one.id, WHY)
    assert not vault.keep_texts(one.id, [ReadText(Rect(0, 0, 9, 9), "words", 900)], "reader")
    vault.cannot_read(one.id, "refused")
    assert vault._database.value("SELECT count(*) FROM reading") == 0


def test_the_same_acquisition_does_not_come_back(vault: Vault) -> None:
    taken = acquisition(b"picture")
    vault.purge_exhibit(vault.add_exhibit(taken).id, WHY)
    with pytest.raises(BadInput):
        vault.add_exhibit(taken)


def test_that_it_had_been_withdrawn_stays_known(vault: Vault) -> None:
    one = vault.add_exhibit(acquisition(b"picture"))
    withdrawn = vault.withdraw_exhibit(one.id, "by mistake")
    assert vault.purge_exhibit(one.id, WHY).withdrawn_at == withdrawn.withdrawn_at


def test_the_check_of_what_is_kept_passes_without_it(vault: Vault, run: Exhibit) -> None:
    vault.add_exhibit(acquisition(b"stays"))
    vault.purge_exhibit(run.id, WHY)
    assert vault.check_originals(lambda _done: None, threading.Event()) == ()
    assert records(vault, "integrity.check")[-1]["data"]["checked"] == 1


def test_a_snapshot_from_before_still_has_it_and_one_from_after_has_not(vault: Vault) -> None:
    one = vault.add_exhibit(acquisition(b"picture"))
    with vault.reader() as before:
        vault.purge_exhibit(one.id, WHY)
        assert before.original(one.id) == b"picture"
        assert before.purged() == ()
    with vault.reader() as after:
        assert (after.exhibits(), [gone.ref for gone in after.purged()]) == ((), [one.ref])


def test_it_stays_gone_after_opening_again(vault: Vault, reopen: Callable[..., Vault], run: Exhibit) -> None:
    gone = vault.purge_exhibit(run.id, WHY)
    vault.close()
    again = reopen()
    assert (again.exhibits(), again.purged()) == ((), (gone,))


@pytest.mark.parametrize("answer", [Under18.YES, Under18.NOT_SURE])
def test_what_is_set_apart_is_not_removed_before_the_police_have_said_so(
    vault: Vault, answer: Under18
) -> None:
    one = vault.add_exhibit(acquisition(b"picture"))
    vault.revise_case(CaseFacts(under_18=answer, country="GB"))
    before = vault.record_count
    with pytest.raises(AskPoliceFirst):
        vault.purge_exhibit(one.id, WHY)
    assert (vault.record_count, vault.exhibits()[0].id) == (before, one.id)


def test_nor_is_one_that_is_marked_as_showing_somebody_under_18(vault: Vault) -> None:
    one = vault.add_exhibit(acquisition(b"picture"))
    vault.revise_exhibit(one.id, ExhibitFacts(sensitivity=Sensitivity.MAY_SHOW_UNDER_18))
    with pytest.raises(AskPoliceFirst):
        vault.purge_exhibit(one.id, WHY)


def test_of_a_fact_every_revision_goes_and_the_hash_values_stay(vault: Vault) -> None:
    note = vault.add(Note("case", "first words"))
    vault.revise(note.id, Note("case", "other words"))
    hashes = vault._database.rows("SELECT hash FROM revision WHERE entry_id = ?", (note.id,))
    gone = vault.purge_entry(note.id, WHY)
    assert (gone.kind, gone.ref, gone.is_exhibit, vault.purged()) == ("note", None, False, (gone,))
    assert vault.entries(Note) == ()
    assert vault._database.rows("SELECT hash FROM revision WHERE entry_id = ?", (note.id,)) == hashes
    (record,) = records(vault, "object.purge")
    assert (record["data"]["kind"], record["data"]["n"]) == ("note", 2)
    for act in (vault.history, vault.withdraw, lambda one: vault.purge_entry(one, "twice")):
        with pytest.raises(BadInput):
            act(note.id)


def test_a_fact_that_was_taken_back_can_go(vault: Vault) -> None:
    note = vault.add(Note("case", "words"))
    vault.withdraw(note.id)
    vault.purge_entry(note.id, WHY)
    assert (vault.withdrawn(Note), vault.entries(Note)) == ((), ())


def test_the_case_itself_is_never_removed(vault: Vault) -> None:
    with pytest.raises(BadInput):
        vault.purge_entry(vault.case().id, WHY)


def test_what_was_removed_since_a_copy_was_made_is_known(vault: Vault) -> None:
    one, two = (vault.add_exhibit(acquisition(b"picture %d" % n)) for n in range(2))
    vault.purge_exhibit(one.id, WHY)
    size = vault.record_count
    gone = vault.purge_exhibit(two.id, WHY)
    assert vault.purged_after(size) == (gone,)
    assert len(vault.purged_after(0)) == 2
    assert vault.purged_after(vault.record_count) == ()


def test_it_is_whole_if_the_purge_breaks_off_anywhere(
    vault: Vault, run: Exhibit, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, statements = vault.record_count, purges._EXHIBIT
    for n in range(len(statements) + 1):
        monkeypatch.setattr(purges, "_EXHIBIT", (*statements[:n], "INSERT INTO nowhere VALUES (?1)"))
        with pytest.raises(Exception, match="SQLITE_ERROR"):
            vault.purge_exhibit(run.id, WHY)
        assert vault.exhibit(run.id) == run
        assert [vault.original(one.id) for one in run.frames] == [frame(n).data for n in (1, 2, 3)]
        assert (vault.record_count, vault.purged()) == (before, ())


def test_room_is_given_back_in_steps(vault: Vault) -> None:
    one = vault.add_exhibit(acquisition(b"x" * 4_000_000))
    vault._database.truncate_wal()
    file = vault.folder / "vault.db"
    large = file.stat().st_size
    vault.purge_exhibit(one.id, WHY)
    assert vault.give_back(16)
    steps = 1
    while vault.give_back(16):
        steps += 1
    assert steps > 5
    assert file.stat().st_size < large - 3_900_000
    assert vault.check_originals(lambda _done: None, threading.Event()) == ()


def test_a_step_of_the_guide_can_be_removed_without_harm(vault: Vault) -> None:
    step = vault.add(StepState("safe", "done", START))
    vault.purge_entry(step.id, WHY)
    assert vault.entries(StepState) == ()


def test_a_full_disk_leaves_it_there(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    one = vault.add_exhibit(acquisition(b"picture"))

    def full(*_: object) -> None:
        raise DiskFull("no room")

    monkeypatch.setattr(purges, "_empty", full)
    with pytest.raises(DiskFull):
        vault.purge_exhibit(one.id, WHY)
    assert vault.original(one.id) == b"picture"
