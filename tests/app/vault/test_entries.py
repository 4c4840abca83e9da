# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.custody.log import RECORD_TYPES, read_record, salted_hash
from app.errors import BadInput, VaultDamaged
from app.model import (
    Account,
    Answer,
    Call,
    CaseFacts,
    Certainty,
    Contact,
    Demand,
    DisplayName,
    Event,
    ExhibitFacts,
    ExhibitId,
    Fact,
    Note,
    Offender,
    Payment,
    Place,
    PlaceKind,
    Provenance,
    Rect,
    ReportMade,
    SafeContact,
    SeenIn,
    StepState,
    Strength,
    Under18,
)
from app.vault import entries
from app.vault import ledger as log
from app.vault.ledger import Ledger
from tests.fakes.clock import START, FakeClock

if TYPE_CHECKING:
    from app.vault.connection import Database

FACTS: tuple[Any, ...] = (
    CaseFacts(
        under_18=Under18.NO,
        country="GB",
        held=("video", "pictures"),
        risk_asked_at=START,
        contact=SafeContact(how="text", voicemail_ok=False),
    ),
    Account(
        platform="skype",
        stable_id="live:.cid.1a2b",
        id_kind="skype_id",
        strength=Strength.STRONG,
        provenance=Provenance.PASTED,
        display_names=(DisplayName("Anna \u2665", START),),
        seen_in=SeenIn(ExhibitId("x"), Rect(1, 2, 3, 4)),
        read_as="1ive:.cid.1a2b",
        read_settled="live:.cid.1a2b",
        read_permille=873,
    ),
    Offender("the one who calls himself Kevin"),
    Contact("Ellie", "sister", received=Answer.YES),
    Payment("remitly", 35_000, "GBP", START, reference="R123", collected=Answer.NO),
    Demand("threat", "send 500 or\n\u202eyour mum sees it \U0001f480", START),
    Call(START, 840, is_video=True),
    Event(START, "video call", Certainty.REMEMBERED),
    Place(PlaceKind.LINK, "a page", "https://example.org/"),
    ReportMade("Action Fraud", "NFRC1", START),
    StepState("find-the-id", "done", START, by="a friend"),
    Note("case", "words"),
    ExhibitFacts(title="the threat", can_see_time=Answer.YES),
)


@pytest.fixture
def ledger(database: Database, clock: FakeClock) -> Ledger:
    return Ledger(database, clock, "Safehold 0.1.0")


def added(database: Database, ledger: Ledger, fact: Any, **more: Any) -> Any:
    with database.transaction():
        return entries.add(database, ledger, fact, **more)


def revised(database: Database, ledger: Ledger, entry_id: str, fact: Any) -> Any:
    with database.transaction():
        return entries.revise(database, ledger, entry_id, fact)


def test_every_kind_of_fact_has_a_name_and_its_records() -> None:
    assert set(entries.KINDS) == set(get_args(Fact))
    assert {type(fact) for fact in FACTS} == set(entries.KINDS)
    assert len({kind.name for kind in entries.KINDS.values()}) == len(entries.KINDS)
    assert {name for kind in entries.KINDS.values() for name in kind[1:]} <= RECORD_TYPES


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: type(fact).__name__)
def test_comes_back_as_it_was_told(database: Database, ledger: Ledger, fact: Any) -> None:
    entry = added(database, ledger, fact)
    assert entries.entry(database, entry.id) == entry
    assert entries.entries(database, type(fact)) == (entry,)
    assert (entry.fact, entry.revision, entry.created_at) == (fact, 1, START)
    (line,) = log.lines(database)
    assert read_record(line).type == entries.KINDS[type(fact)].added


def test_a_revision_keeps_the_older_ones(database: Database, ledger: Ledger) -> None:
    first, second, third = (Note("case", words) for words in ("one", "two", "three"))
    entry = added(database, ledger, first)
    revised(database, ledger, entry.id, second)
    latest = revised(database, ledger, entry.id, third)
    assert (latest.fact, latest.revision, latest.created_at) == (third, 3, entry.created_at)
    assert latest.revised_at > entry.revised_at
    assert entries.entries(database, Note) == (latest,)
    assert entries.history(database, entry.id) == (first, second, third)


def test_records_hold_salted_hashes_and_no_words(database: Database, ledger: Ledger) -> None:
    entry = added(database, ledger, Note("case", "planted words"))
    revised(database, ledger, entry.id, Note("case", "other words"))
    first, second = (read_record(line).data for line in log.lines(database))
    assert b"words" not in b"".join(log.lines(database))
    assert second["before"] == first["hash"]
    rows = database.rows("SELECT body, salt FROM revision ORDER BY n")
    assert [salted_hash(body, salt) for body, salt in rows] == [first["hash"], second["hash"]]
    assert rows[0][1] != rows[1][1]


def test_the_same_words_twice_have_different_hashes(database: Database, ledger: Ledger) -> None:
    for _ in range(2):
        added(database, ledger, Note("case", "same"))
    first, second = (read_record(line).data["hash"] for line in log.lines(database))
    assert first != second


def test_saying_the_same_again_is_no_act(database: Database, ledger: Ledger) -> None:
    entry = added(database, ledger, Note("case", "words"))
    assert revised(database, ledger, entry.id, Note("case", "words")) == entry
    assert log.size(database) == 1


def test_in_order_of_creation_whatever_was_revised(database: Database, ledger: Ledger) -> None:
    made = [added(database, ledger, Note("case", str(n))) for n in range(5)]
    revised(database, ledger, made[1].id, Note("case", "changed"))
    assert [entry.fact.words for entry in entries.entries(database, Note)] == ["0", "changed", "2", "3", "4"]


def test_an_entry_may_have_the_id_of_what_it_is_about(database: Database, ledger: Ledger) -> None:
    entry = added(database, ledger, ExhibitFacts(title="one"), entry_id="of-the-exhibit")
    assert entry.id == "of-the-exhibit"


def test_what_is_not_there_or_of_another_kind(database: Database, ledger: Ledger) -> None:
    entry = added(database, ledger, Note("case", "words"))
    for wrong in (
        lambda: entries.entry(database, "none"),
        lambda: entries.history(database, "none"),
        lambda: revised(database, ledger, "none", Note("case", "x")),
        lambda: revised(database, ledger, entry.id, FACTS[1]),
        lambda: added(database, ledger, "not a fact"),
    ):
        with pytest.raises(BadInput):
            wrong()
    assert log.size(database) == 1


def test_a_case_that_is_missing_is_damage(database: Database) -> None:
    with pytest.raises(VaultDamaged):
        entries.case(database)


@pytest.mark.parametrize("body", ["{", "[]", '{"about": "case"}', '{"about":"a","words":"b","more":1}', None])
def test_a_body_that_says_nothing_is_damage(database: Database, ledger: Ledger, body: str | None) -> None:
    entry = added(database, ledger, Note("case", "words"))
    database.run("UPDATE revision SET body = ?", (body,))
    with pytest.raises(VaultDamaged):
        entries.entry(database, entry.id)


@pytest.mark.parametrize(
    "fact",
    [
        Note("case", "\ud83d half a character"),
        Note("case", 5),  # type: ignore[arg-type]
        Event(START.replace(tzinfo=None), "x", Certainty.SEEN),
        Payment("remitly", 350.5, "GBP", START),  # type: ignore[arg-type]
    ],
    ids=["half a character", "number for words", "no zone", "pounds for pence"],
)
def test_what_could_not_be_read_back_is_refused(database: Database, ledger: Ledger, fact: Any) -> None:
    with pytest.raises(BadInput):
        added(database, ledger, fact)
    assert log.size(database) == 0


def test_times_are_kept_to_the_millisecond(database: Database, ledger: Ledger) -> None:
    fine = Event(START.replace(microsecond=123_456), "x", Certainty.SEEN)
    entry = added(database, ledger, fine)
    assert entry.fact.at == START
    assert entries.entry(database, entry.id) == entry
    assert revised(database, ledger, entry.id, fine) == entry


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


@settings(max_examples=60)
@given(TEXTS)
def test_their_words_stay_letter_for_letter(database: Database, ledger: Ledger, words: str) -> None:
    entry = added(database, ledger, Demand("threat", words, START))
    assert entries.entry(database, entry.id).fact.words == words
    body = database.value("SELECT body FROM revision WHERE entry_id = ?", (entry.id,))
    assert json.loads(body)["words"] == words


def test_what_is_taken_back_is_told_no_more_and_nothing_of_it_is_gone(
    database: Database, ledger: Ledger
) -> None:
    kept = added(database, ledger, Payment("card", 100, "GBP", None))
    other = added(database, ledger, Payment("cash", 200, "GBP", None))
    with database.transaction():
        entries.withdraw(database, ledger, kept.id)
    assert entries.entries(database, Payment) == (other,)
    assert entries.withdrawn(database, Payment) == (kept,)
    assert entries.holds(database, Payment)
    assert entries.entry(database, kept.id) == kept
    assert entries.history(database, kept.id) == (kept.fact,)
    with database.transaction():
        entries.restore(database, ledger, kept.id)
    assert entries.entries(database, Payment) == (kept, other)
    records = [read_record(line) for line in log.lines(database)]
    assert [record.type for record in records if record.obj == kept.id] == [
        "payment.add", "entry.withdraw", "entry.restore"
    ]  # fmt: skip


def test_a_kind_of_which_all_was_taken_back_is_held_no_more(database: Database, ledger: Ledger) -> None:
    assert not entries.holds(database, Payment)
    kept = added(database, ledger, Payment("card", 100, "GBP", None))
    assert entries.holds(database, Payment)
    with database.transaction():
        entries.withdraw(database, ledger, kept.id)
    assert not entries.holds(database, Payment)


def test_what_was_taken_back_can_still_be_revised_and_stays_taken_back(
    database: Database, ledger: Ledger
) -> None:
    kept = added(database, ledger, Payment("card", 100, "GBP", None))
    with database.transaction():
        entries.withdraw(database, ledger, kept.id)
    revised(database, ledger, kept.id, replace(kept.fact, amount_minor=300))
    assert entries.entries(database, Payment) == ()


@pytest.mark.parametrize("fact", [FACTS[0], ExhibitFacts(title="the threat")])
def test_neither_the_case_nor_what_is_said_of_an_exhibit_is_taken_back(
    database: Database, ledger: Ledger, fact: Any
) -> None:
    kept = added(database, ledger, fact)
    with pytest.raises(BadInput), database.transaction():
        entries.withdraw(database, ledger, kept.id)


def test_taking_back_twice_or_bringing_back_what_is_there_is_refused(
    database: Database, ledger: Ledger
) -> None:
    kept = added(database, ledger, Note("case", "words"))
    with pytest.raises(BadInput), database.transaction():
        entries.restore(database, ledger, kept.id)
    with database.transaction():
        entries.withdraw(database, ledger, kept.id)
    with pytest.raises(BadInput), database.transaction():
        entries.withdraw(database, ledger, kept.id)
