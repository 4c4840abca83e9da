# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from app.custody.acts import Group, acts_of
from app.custody.log import FIRST_PREV, RECORD_TYPES, check_chain, leaf_hash
from app.custody.tree import EMPTY_ROOT, root_of
from app.errors import ChainBroken
from tests.fakes.records import record


def log(*said: tuple[str, str | None, dict[str, object]], actor: str = "witness") -> list[bytes]:
    """Return a log of records of these types, objects and data."""
    lines, prev = [], FIRST_PREV
    for seq, (kind, obj, data) in enumerate(said, start=1):
        lines.append(record(seq, prev, type=kind, obj=obj, data=data, actor=actor))
        prev = leaf_hash(lines[-1])
    return lines


def taken(acquisition: str, exhibit: str, ref: str, run_id: str | None = None):
    """Return the records of one picture, as the vault writes them."""
    run = {"run_id": run_id} if run_id else {}
    return (
        ("acquisition.create", acquisition, {"sha256": "ab" * 32}),
        ("exhibit.allocate", exhibit, {"ref": ref, "number": 1, "acquisition_id": acquisition, **run}),
        ("checkpoint", None, {"size": 1}),
    )


def test_one_picture_is_one_act_of_three_records() -> None:
    (act,) = acts_of(log(*taken("a1", "x1", "TJH/1"))).acts
    assert (act.seq, act.last, act.what, act.ref, act.exhibit) == (1, 3, "acquisition.create", "TJH/1", "x1")
    assert act.group is Group.PICTURES
    assert not act.is_helper


def test_the_frames_of_a_run_are_one_act_and_two_runs_are_two() -> None:
    first = [line for n in (1, 2, 3) for line in taken(f"a{n}", f"x{n}", f"TJH/4.{n}", "run")]
    second = taken("b1", "y1", "TJH/5.1", "other")
    acts = acts_of(log(*first, *second)).acts
    assert [(act.what, act.ref, act.exhibit, act.count, act.last) for act in acts] == [
        ("acquisition.run", "TJH/4", "x1", 3, 9),
        ("acquisition.run", "TJH/5", "y1", 1, 12),
    ]


def test_what_is_said_of_an_exhibit_leads_to_it() -> None:
    acts = acts_of(
        log(
            *taken("a1", "x1", "TJH/1"),
            ("exhibit.revise", "x1", {"n": 1}),
            ("exhibit.revise", "x1", {"n": 3}),
            ("exhibit.withdraw", "x1", {"ref": "TJH/1"}),
        )
    ).acts[1:]
    assert [(act.what, act.n) for act in acts] == [
        ("exhibit.revise", 0),
        ("exhibit.revise.again", 2),
        ("exhibit.withdraw", 0),
    ]
    assert {(act.ref, act.exhibit) for act in acts} == {("TJH/1", "x1")}


@pytest.mark.parametrize(
    ("kind", "obj", "data", "what", "n"),
    [
        ("payment.add", "p", {"n": 1}, "payment.add", 1),
        ("payment.revise", "p", {"n": 3}, "payment.revise", 2),
        ("vault.open_fail", None, {"count": 1}, "vault.open_fail", 1),
        ("vault.open_fail", None, {"count": 3}, "vault.open_fail", 3),
        ("clock.jump", None, {"shift_ms": -3_600_000}, "clock.jump.back", 3600),
        ("clock.jump", None, {"shift_ms": 5_400}, "clock.jump.forward", 5),
        ("integrity.check", None, {"checked": 4, "differs": 0, "exhibits": []}, "integrity.check", 4),
        ("integrity.check", None, {"checked": 4, "differs": 1}, "integrity.check.differs", 1),
        ("integrity.check", None, {"part": "keys", "repaired": True}, "integrity.check.keys", 0),
        ("key.create", "signing", {"kind": "ed25519"}, "key.create.signing", 0),
        ("key.create", "slot", {"kind": "recovery"}, "key.create.recovery", 0),
        ("object.purge", "e", {"kind": "payment"}, "object.purge.entry", 0),
        ("object.purge", "x", {"ref": "TJH/1"}, "object.purge", 0),
        ("print.create", None, {"pages": 12}, "print.create", 12),
        ("export.create", "c", {"version": 2}, "export.create", 2),
    ],
)
def test_a_record_says_what_was_done_and_how_many(kind, obj, data, what, n) -> None:
    (act,) = acts_of(log((kind, obj, data))).acts
    assert (act.what, act.n) == (what, n)


def test_an_entry_that_is_removed_for_good_is_something_noted_and_a_picture_is_a_picture() -> None:
    lines = log(("object.purge", "e", {"kind": "payment"}), ("object.purge", "x", {"ref": "TJH/1"}))
    assert [act.group for act in acts_of(lines).acts] == [Group.FACTS, Group.PICTURES]


def test_every_kind_of_record_is_told_or_is_part_of_the_act_before() -> None:
    lines = log(*((kind, "o", {}) for kind in sorted(RECORD_TYPES)))
    acts = acts_of(lines).acts
    covered = {n for act in acts for n in range(act.seq, act.last + 1)}
    allocated = sorted(RECORD_TYPES).index("exhibit.allocate") + 1
    assert covered | {allocated} == set(range(1, len(lines) + 1))


def test_acts_on_what_was_removed_for_good_lead_nowhere_any_more() -> None:
    lines = log(
        *taken("a1", "x1", "TJH/1"), *taken("a2", "x2", "TJH/2"), ("object.purge", "x1", {"ref": "TJH/1"})
    )
    assert [(act.ref, act.exhibit) for act in acts_of(lines).acts] == [
        ("TJH/1", None),
        ("TJH/2", "x2"),
        ("TJH/1", None),
    ]


def test_what_a_helper_did_says_so() -> None:
    (act,) = acts_of(log(("note.add", "n", {"n": 1}), actor="helper")).acts
    assert act.is_helper


def test_the_head_is_that_of_the_whole_log() -> None:
    lines = log(*taken("a1", "x1", "TJH/1"), ("note.add", "n", {"n": 1}))
    acts = acts_of(lines)
    assert (acts.size, acts.root) == (4, root_of(check_chain(lines).leaves))
    assert acts_of([]).root == EMPTY_ROOT


def test_a_log_that_breaks_tells_nothing() -> None:
    lines = log(("note.add", "n", {"n": 1}), ("note.add", "m", {"n": 1}))
    with pytest.raises(ChainBroken):
        acts_of([lines[1]])
