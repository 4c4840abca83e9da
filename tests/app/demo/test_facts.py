# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app import paths
from app.demo import facts
from app.identify.values import Box, Kind, Proposal
from app.model import Certainty, EntryId, ExhibitId, Provenance, Rect
from app.plain import to_plain
from app.sample import Sample

ID = "live:.cid.8f3a1b2c4d5e6f70"
TAKEN = facts.Taken(
    profile=ExhibitId("one"),
    conversation=ExhibitId("two"),
    id_rect=Rect(330, 392, 206, 24),
    at=datetime(2026, 11, 24, 2, 16, 5, tzinfo=UTC),
    shown_from=datetime(2026, 11, 23, 20, 10, tzinfo=UTC),
)
ACCOUNTS = {key: EntryId(key) for key in ("skype", "instagram", "whatsapp")}


@pytest.fixture
def sample() -> Sample:
    return Sample.load(paths.resources() / "sample" / "case.toml")


def test_nothing_names_a_picture_that_was_not_taken(sample: Sample) -> None:
    said = str(
        [
            to_plain(facts.case_of(sample)),
            [to_plain(one) for one in facts.accounts_of(sample, TAKEN, ID).values()],
            [to_plain(one) for one in facts.demands_of(sample, ACCOUNTS, TAKEN)],
            [to_plain(one) for one in facts.events_of(sample, TAKEN, {})],
            [to_plain(one) for one in facts.exhibit_facts(sample, ACCOUNTS)],
        ]
    )
    assert "TJH/1" in said
    assert "TJH/2" in said
    assert not any(f"TJH/{number}" in said for number in range(3, 10))


def test_the_identifier_is_linked_to_its_place_in_the_picture(sample: Sample) -> None:
    skype = facts.accounts_of(sample, TAKEN, ID)["skype"]
    assert skype.stable_id == skype.pasted == ID
    assert skype.seen_in is not None
    assert (skype.seen_in.exhibit, skype.seen_in.rect) == ("one", TAKEN.id_rect)
    assert skype.exhibits == ("one", "two")
    assert skype.provenance is Provenance.PASTED


def test_what_the_program_read_too_is_known_by_both(sample: Sample) -> None:
    read = Proposal(facts.KEY, Kind.IDENTIFIER, ID, Box(330, 392, 536, 410), 0.962)
    skype = facts.accounts_of(sample, replace(TAKEN, read=read), ID)["skype"]
    assert skype.provenance is Provenance.READ_AND_PASTED
    assert skype.has_agreed
    assert (skype.read_permille, skype.known_by) == (962, None)


def test_only_words_in_view_are_claimed_for_the_conversation(sample: Sample) -> None:
    demands = facts.demands_of(sample, ACCOUNTS, TAKEN)
    by_words = {demand.words: demand.exhibit for demand in demands}
    assert by_words["send 500 more or i post it. you have until 6pm tomorrow"] == "two"
    assert by_words["150 in bitcoin now"] is None
    assert len(demands) == 6


def test_an_event_no_picture_shows_is_remembered(sample: Sample) -> None:
    events = {event.what: event for event in facts.events_of(sample, TAKEN, {})}
    followed = events["Instagram account 2 follows Tom"]
    assert (followed.certainty, followed.where) == (Certainty.REMEMBERED, None)
    sent = events["One image sent to his sister"]
    assert (sent.certainty, sent.where) == (Certainty.SEEN, "TJH/2")
    assert "Exhibits captured in this program" not in events
