# SPDX-License-Identifier: MIT
"""What the records say of the evidence, one after another."""

from __future__ import annotations

import pytest

from app.custody.log import FIRST_PREV, Record, make_record, read_record
from app.package.log_facts import LogFacts, exhibit_of
from tests.fakes.clock import FakeClock

CAPTURE = {"sha256": "ab" * 32, "size_bytes": 12, "record_sha256": "cd" * 32}


def record(type_: str, obj: str | None, **data: object) -> Record:
    line = make_record(
        seq=1,
        moment=FakeClock().now(),
        actor="witness",
        tool="Safehold 0.1.0",
        type=type_,
        obj=obj,
        data=data,
        prev=FIRST_PREV,
    )
    return read_record(line)


def told(*records: Record) -> LogFacts:
    facts = LogFacts()
    for one in records:
        facts.note(one)
    return facts


def picture(number: int) -> tuple[Record, Record]:
    """Return the two records of a single picture."""
    ref, taken = f"TJH/{number}", f"a{number}"
    return (
        record("acquisition.create", taken, **CAPTURE),
        record("exhibit.allocate", f"x{number}", ref=ref, number=number, acquisition_id=taken),
    )


def purge(number: int, obj: str | None = None, **changed: object) -> Record:
    data = {"ref": f"TJH/{number}", "hash": "ef" * 32, "originals": 1, "derivatives": 0} | changed
    return record("object.purge", obj or f"x{number}", **data)


def test_a_frame_belongs_to_its_exhibit() -> None:
    assert [exhibit_of(ref) for ref in ("TJH/4", "TJH/4.2", "T.H/4.2")] == ["TJH/4", "TJH/4", "T.H/4"]


def test_a_picture_that_was_purged_is_closed_and_still_an_exhibit() -> None:
    facts = told(*picture(1), *picture(2), purge(1))
    assert not facts.contradicts
    assert (facts.purged, facts.purges["x1"][0]) == ({"TJH/1"}, "TJH/1")
    assert (facts.is_closed("TJH/1"), facts.is_closed("TJH/2"), facts.is_exhibit("TJH/1")) == (
        True,
        False,
        True,
    )
    assert facts.bytes_known() == {"ab" * 32}


def test_a_fact_that_was_purged_has_no_ref() -> None:
    facts = told(record("object.purge", "n1", kind="note", hash="ef" * 32, n=2))
    assert (facts.contradicts, facts.purged, facts.purges["n1"][0]) == (False, set(), None)


@pytest.mark.parametrize(
    "wrong",
    [
        purge(2),
        purge(1, originals=2),
        purge(1, originals=True),
        purge(1, derivatives=1),
        purge(1, ref=["TJH/1"]),
        record("object.purge", None, ref="TJH/1", originals=1, derivatives=0),
        record("object.purge", "x1", hash="ef" * 32),
    ],
)
def test_a_purge_of_what_was_not_there_contradicts(wrong: Record) -> None:
    facts = told(*picture(1), wrong)
    assert facts.contradicts
    assert not facts.purged


@pytest.mark.parametrize(
    "later",
    [purge(1), purge(1, "other"), record("exhibit.withdraw", "x1", ref="TJH/1", hash="ef" * 32)],
)
def test_nothing_happens_to_it_after_that(later: Record) -> None:
    assert told(*picture(1), purge(1), later).contradicts


def test_what_was_withdrawn_can_be_purged() -> None:
    facts = told(*picture(1), record("exhibit.withdraw", "x1", ref="TJH/1", hash="ef" * 32), purge(1))
    assert (facts.contradicts, set(facts.withdrawn), facts.purged) == (False, {"TJH/1"}, {"TJH/1"})


def made(number: int, n: int = 1, kind: str = "redacted") -> Record:
    return record("derivative.create", f"{kind}{number}.{n}", kind=kind, n=n, ref=f"TJH/{number}", **CAPTURE)


def test_of_one_picture_only_covered_copies_can_be_made_and_are_counted() -> None:
    facts = told(*picture(1), made(1), *picture(2), made(2), made(1, 2))
    assert not facts.contradicts
    assert [(one.ref, one.n, one.frames) for one in facts.made.values()] == [
        ("TJH/1", 1, ("a1",)),
        ("TJH/2", 1, ("a2",)),
        ("TJH/1", 2, ("a1",)),
    ]
    assert told(*picture(1), made(1, 2)).contradicts
    assert told(*picture(1), made(2)).contradicts
    assert told(*picture(1), made(1, kind="joined_picture")).contradicts
    assert told(*picture(1), made(1, kind="run_record")).contradicts
    assert told(*picture(1), purge(1), made(1)).contradicts
