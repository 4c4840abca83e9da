# SPDX-License-Identifier: MIT
"""The story is read whole, and says what its own table of expectations says."""

import pytest

from app.errors import GuideInvalid
from app.model import Answer, EntryId, ExhibitId, Mode, Sensitivity, Under18
from app.paths import resources
from app.plain import from_plain, to_plain
from app.sample import Sample

STORY = resources() / "sample" / "case.toml"
IDS = {f"TJH/{n}": ExhibitId(f"x{n}") for n in range(1, 8)}
ACCOUNTS = {"skype": EntryId("s"), "instagram": EntryId("i"), "whatsapp": EntryId("w")}


@pytest.fixture
def sample():
    return Sample.load(STORY)


def test_the_person_and_the_answers_are_read(sample):
    case = sample.case()
    assert (case.under_18, case.name, case.age) == (Under18.NO, "Tom Hale", 22)
    assert case.contact.number == "07700 900456"
    assert case.posted_publicly == "no public post found"
    assert from_plain(type(case), to_plain(case)) == case


def test_counts_are_as_expected(sample):
    counts = sample.expected["counts"]
    kept = [e for e in sample.exhibits() if not e.withdrawn_at and e.sensitivity is not Sensitivity.INTIMATE]
    assert len(sample.exhibits()) == counts["exhibits_allocated"]
    assert len(kept) == counts["exhibits_in_report"]
    assert len(sample.accounts(IDS)) == counts["accounts"]
    assert sum(p.amount_minor for p in sample.payments()) == counts["paid_total_pence"]
    assert len(sample.demands(ACCOUNTS, IDS)) == counts["demands"]
    assert len(sample.events()) == counts["timeline_events"]


def test_accounts_point_at_the_exhibits_that_were_given(sample):
    accounts = sample.accounts(IDS)
    assert accounts["skype"].exhibits == ("x1", "x2")
    assert accounts["skype"].seen_in.exhibit == "x1"
    assert sample.accounts({})["skype"].exhibits == ()


def test_an_exhibit_carries_mode_and_account(sample):
    first = sample.exhibits()[0]
    assert first.mode is Mode.WINDOW
    assert first.facts(ACCOUNTS).account == "s"


def test_only_the_demand_that_names_it_carries_the_deadline(sample):
    demands = sample.demands(ACCOUNTS, IDS)
    assert [d.deadline_at is not None for d in demands] == [False] * 5 + [True]


def test_money_that_waits_is_known_as_such(sample):
    bitcoin, transfer = sample.payments()
    assert (bitcoin.collected, transfer.collected) == (Answer.YES, Answer.NO)
    assert transfer.reference == "5832049176"


def test_own_accounts_are_marked(sample):
    assert all(a.is_own for a in sample.own_accounts())
    assert sample.reports_made()[0].reference == "RF26-118842"


def test_the_call_was_fourteen_minutes_of_video(sample):
    (call,) = sample.calls(ACCOUNTS, IDS)
    assert (call.duration_s, call.is_video, call.account, call.exhibit) == (865, True, "s", "x2")


def test_his_sister_got_one_and_was_told(sample):
    (sister,) = sample.contacts()
    assert sister.received is Answer.YES
    assert sister.received_at < sister.told_at
    assert sister.may_be_contacted is False


def test_places_say_when_to_look_again(sample):
    assert [place.kind for place in sample.places()] == ["account", "link", "alert"]
    assert all(place.next_look_on for place in sample.places())


@pytest.mark.parametrize("text", ["not = [toml", "format = 2"])
def test_another_file_is_refused(tmp_path, text):
    path = tmp_path / "case.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GuideInvalid, match=r"case\.toml"):
        Sample.load(path)
