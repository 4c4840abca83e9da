# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from app.custody.log import read_record
from app.errors import BadInput, HashMismatch, PicturesNotAllowed, VaultDamaged
from app.model import DerivativeKind, ExhibitFacts, Sensitivity, Under18
from tests.app.vault.conftest import TOOL
from tests.fakes.acquisitions import ADULT, acquisition, tampered
from tests.fakes.runs import GAP, RUN, finished_run, frame, joined, kept_run, pair, record_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.vault import Vault


def records(vault: Vault, kind: str = "") -> list[Any]:
    return [one for one in map(read_record, vault.records()) if one.type == kind or not kind]


def test_a_run_is_one_exhibit_and_its_frames_have_numbers_of_their_own(vault: Vault) -> None:
    vault.add_exhibit(acquisition(b"before"))
    run = kept_run(vault, 3)
    vault.add_exhibit(acquisition(b"after"))
    assert [one.ref for one in vault.exhibits()] == ["TJH/1", "TJH/2", "TJH/3"]
    assert [one.ref for one in run.frames] == ["TJH/2.1", "TJH/2.2", "TJH/2.3"]
    assert [one.record.exhibit_ref for one in run.originals] == ["TJH/2.1", "TJH/2.2", "TJH/2.3"]
    assert [one.record.run_index for one in run.frames] == [1, 2, 3]
    assert (run.id, run.record, run.seq) == (run.frames[0].id, run.frames[0].record, run.frames[0].seq)
    assert (run.is_run, run.run, run.derivatives) == (True, None, ())
    assert vault.exhibit(run.id) == vault.exhibits()[1] == run


def test_each_frame_is_an_act_with_its_records_and_a_checkpoint(vault: Vault) -> None:
    before = vault.record_count
    run = kept_run(vault, 2)
    new = records(vault)[before:]
    assert [one.type for one in new] == ["acquisition.create", "exhibit.allocate", "checkpoint"] * 2
    assert [one.data["ref"] for one in new if one.type == "exhibit.allocate"] == ["TJH/1.1", "TJH/1.2"]
    second = new[4]
    assert second.obj == run.frames[1].id
    assert second.data == {
        "ref": "TJH/1.2",
        "number": 1,
        "acquisition_id": run.frames[1].record.acquisition_id,
        "run_id": RUN,
    }
    assert new[5].data["size"] == second.seq


def test_the_bytes_of_every_frame_are_there(vault: Vault) -> None:
    run = kept_run(vault, 3)
    for n, one in enumerate(run.frames, 1):
        assert vault.original(one.id) == frame(n).data
    assert vault.original(run.id) == frame(1).data


def test_a_frame_keeps_the_place_it_has_whatever_it_says(vault: Vault) -> None:
    vault.add_frame(frame(1))
    assert vault.add_frame(frame(7)).frames[-1].record.run_index == 2


def test_another_name_of_the_person_changes_no_number(vault: Vault) -> None:
    vault.add_frame(frame(1))
    vault.revise_case(replace(ADULT, initials="JAS"))
    assert [one.ref for one in vault.add_frame(frame(2)).frames] == ["TJH/1.1", "TJH/1.2"]


def test_two_runs_side_by_side(vault: Vault) -> None:
    for n in (1, 2):
        vault.add_frame(frame(n, "a"))
        vault.add_frame(frame(n, "b"))
    assert [[one.ref for one in run.frames] for run in vault.exhibits()] == [
        ["TJH/1.1", "TJH/1.2"],
        ["TJH/2.1", "TJH/2.2"],
    ]


@pytest.mark.parametrize("answer", [Under18.YES, Under18.NOT_SURE])
def test_no_frame_unless_everyone_is_adult(vault: Vault, answer: Under18) -> None:
    run = kept_run(vault, 2)
    vault.revise_case(replace(ADULT, under_18=answer))
    before = vault.record_count
    for again in (frame(3), frame(1, "another")):
        with pytest.raises(PicturesNotAllowed):
            vault.add_frame(again, thumbnail=b"jpeg")
    for one in run.frames:
        with pytest.raises(PicturesNotAllowed):
            vault.original(one.id)
    apart = replace(run, facts=replace(run.facts, sensitivity=Sensitivity.MAY_SHOW_UNDER_18))
    assert (vault.record_count, vault.exhibits()) == (before, (apart,))


def test_what_is_no_frame_of_a_run_is_refused(vault: Vault) -> None:
    first = frame(1)
    vault.add_frame(first)
    single = vault.add_exhibit(acquisition(b"single"))
    before = vault.record_count
    twice = replace(first, record=replace(first.record, run_id="another"))
    again = replace(single.record, run_id=RUN)
    for wrong in (first, twice, acquisition(), replace(acquisition(b"single"), record=again)):
        with pytest.raises(BadInput):
            vault.add_frame(wrong)
    with pytest.raises(BadInput):
        vault.add_exhibit(frame(2))
    with pytest.raises(HashMismatch):
        vault.add_frame(tampered(frame(2)))
    assert vault.record_count == before


def test_finishing_keeps_the_record_and_what_was_made(vault: Vault) -> None:
    run = kept_run(vault, 3)
    said, picture = record_of(run, gap_after=2), joined(run)
    before = vault.record_count
    done = vault.finish_run(run.id, said, (picture,))
    assert done.run == said
    assert [one.kind for one in done.derivatives] == [
        DerivativeKind.RUN_RECORD,
        DerivativeKind.JOINED_PICTURE,
    ]
    assert vault.exhibit(run.id) == done
    kept, made = done.derivatives
    assert kept.parents == made.parents == tuple(one.record.content.sha256 for one in run.frames)
    assert (kept.exhibit_ref, kept.tool, kept.mime) == ("TJH/1", TOOL, "application/json")
    assert b"".join(vault.derivative_parts(made.derivative_id)) == picture.data
    new = records(vault)[before:]
    assert [one.type for one in new] == ["derivative.create", "derivative.create", "checkpoint"]
    assert [one.obj for one in new[:2]] == [kept.derivative_id, made.derivative_id]
    assert [one.data["n"] for one in new[:2]] == [1, 1]


def test_a_run_is_unfinished_until_a_record_covers_all_its_frames(vault: Vault) -> None:
    run = kept_run(vault, 2)
    other = kept_run(vault, 1, "other")
    vault.add_exhibit(acquisition(b"single"))
    assert vault.unfinished_runs() == (run, other)
    vault.withdraw_exhibit(other.id, "by mistake")
    done = vault.finish_run(run.id, record_of(run))
    assert vault.unfinished_runs() == ()
    going_on = vault.add_frame(frame(3))
    assert vault.unfinished_runs() == (going_on,)
    assert going_on.run == done.run


def test_a_resumed_run_is_finished_again_and_the_newest_record_counts(vault: Vault) -> None:
    first = finished_run(vault, 2)
    going_on = vault.add_frame(frame(3))
    newer = record_of(going_on, segments=(1, 3))
    done = vault.finish_run(first.id, newer)
    assert done.run == newer
    assert done.derivatives[:2] == first.derivatives
    assert [one.kind for one in done.derivatives].count(DerivativeKind.RUN_RECORD) == 2
    assert [one.data["n"] for one in records(vault, "derivative.create")] == [1, 1, 2]


def test_sittings_that_only_the_log_knows_are_added(vault: Vault, reopen: Callable[..., Vault]) -> None:
    """Killed before the first pair after it began again was judged: nobody else remembers."""
    vault.add_frame(frame(1))
    vault.add_frame(frame(2))
    vault.close()
    again = reopen()
    run = again.add_frame(frame(3))
    done = again.finish_run(run.id, record_of(run))
    assert done.run is not None
    assert done.run.segments == (1, 3)
    again.add_frame(frame(4))
    going_on = again.add_frame(frame(5))
    longer = again.finish_run(run.id, record_of(going_on, segments=(1, 5))).run
    assert longer is not None
    assert longer.segments == (1, 3, 4, 5)


def test_a_picture_can_be_made_later_from_the_record_that_is_there(vault: Vault) -> None:
    run = kept_run(vault, 2)
    said = record_of(run)
    vault.finish_run(run.id, said)
    done = vault.finish_run(run.id, said, (joined(run),))
    assert [one.kind for one in done.derivatives] == [
        DerivativeKind.RUN_RECORD,
        DerivativeKind.JOINED_PICTURE,
    ]
    assert done.run == said


def test_a_record_that_is_not_of_the_run_is_refused(vault: Vault) -> None:
    run, other = kept_run(vault, 3), kept_run(vault, 3, "other")
    said = record_of(run)
    single = vault.add_exhibit(acquisition())
    before = vault.record_count
    swapped = (said.frames[0], replace(said.frames[1], sha256="0" * 64), said.frames[2])
    for wrong in (
        record_of(other),
        replace(said, frames=said.frames[:2]),
        replace(said, frames=swapped),
        replace(said, pairs=(pair(1, 4),)),
        replace(said, pairs=said.pairs[:1]),
        replace(said, pairs=(pair(1, 2), pair(2, 3, GAP))),
        replace(record_of(run, gap_after=2), gaps=()),
    ):
        with pytest.raises(BadInput):
            vault.finish_run(run.id, wrong)
    for not_a_run in (single.id, "none"):
        with pytest.raises(BadInput):
            vault.finish_run(not_a_run, said)
    assert vault.record_count == before


def test_what_was_judged_survives_until_the_run_is_finished(
    vault: Vault, reopen: Callable[..., Vault]
) -> None:
    run = kept_run(vault, 3)
    before = vault.record_count
    found = (pair(1, 2), pair(2, 3, GAP), pair(1, 2, GAP))
    for one in found:
        vault.keep_judged(run.id, one)
    assert vault.record_count == before
    vault.close()
    again = reopen()
    assert again.judged(run.id) == found
    assert again.unfinished_runs() == (run,)
    again.finish_run(run.id, record_of(run))
    assert again.judged(run.id) == ()


def test_judged_is_of_a_run(vault: Vault) -> None:
    single = vault.add_exhibit(acquisition())
    for wrong in (single.id, "none"):
        with pytest.raises(BadInput):
            vault.keep_judged(wrong, pair(1, 2))
        assert vault.judged(wrong) == ()
    run = kept_run(vault, 1)
    vault._database.run("INSERT INTO judged VALUES (?, 1, '{}')", (run.id,))
    with pytest.raises(VaultDamaged):
        vault.judged(run.id)


def test_withdrawn_it_is_withdrawn_whole(vault: Vault) -> None:
    run = finished_run(vault, 3)
    withdrawn = vault.withdraw_exhibit(run.id, "by mistake")
    assert (withdrawn.frames, withdrawn.run) == (run.frames, run.run)
    assert [one.data["ref"] for one in records(vault, "exhibit.withdraw")] == ["TJH/1"]
    with pytest.raises(BadInput):
        vault.add_frame(frame(4))
    with pytest.raises(BadInput):
        vault.finish_run(run.id, record_of(run))
    with pytest.raises(BadInput):
        vault.withdraw_exhibit(run.frames[1].id, "one frame alone")


def test_marked_no_frame_of_it_has_a_thumbnail(vault: Vault) -> None:
    vault.add_frame(frame(1), thumbnail=b"jpeg 1")
    run = vault.add_frame(frame(2), thumbnail=b"jpeg 2")
    assert [vault.thumbnail(one.id) for one in run.frames] == [b"jpeg 1", b"jpeg 2"]
    vault.revise_exhibit(run.id, ExhibitFacts(sensitivity=Sensitivity.INTIMATE))
    vault.put_thumbnail(run.frames[1].id, b"late")
    vault.add_frame(frame(3), thumbnail=b"jpeg 3")
    assert [vault.thumbnail(one.id) for one in vault.exhibit(run.id).frames] == [None] * 3


def test_a_run_taken_as_intimate_never_has_one(vault: Vault) -> None:
    for n in (1, 2):
        run = vault.add_frame(frame(n, sensitivity=Sensitivity.INTIMATE), thumbnail=b"jpeg")
    assert [vault.thumbnail(one.id) for one in run.frames] == [None, None]
