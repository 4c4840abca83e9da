# SPDX-License-Identifier: MIT
"""Which lines each fact gives, and how surely."""

from datetime import timedelta

from app.model import (
    Account,
    Answer,
    Call,
    Certainty,
    Contact,
    Demand,
    DisplayName,
    EntryId,
    Event,
    ExhibitId,
    Look,
    Payment,
    Place,
    PlaceKind,
    Precision,
    ReportMade,
    Strength,
)  # fmt: skip
from app.timeline import Length, LineKind, Method, Platform, Sum
from app.timeline.facts import Refs, event_line, lines_of
from tests.app.timeline.cases import AT, entries, entry, exhibit, told

LATER = AT + timedelta(hours=1)
SKYPE = Account("skype", "live:.cid.8f3a", "Skype Name", Strength.STRONG, first_seen_at=AT)


def lines(**facts):
    return list(lines_of(told(**facts)))


def keys(**facts):
    return [line.key for line in lines(**facts)]


def test_a_payment_tells_each_thing_that_happened_to_it():
    payment = Payment(
        "western_union", 25000, "GBP", AT, collected=Answer.NO, checked_at=LATER, provider_told_at=LATER,
        provider_reference="WU 7", bank_told_at=LATER, stopped_at=LATER,
    )  # fmt: skip
    found = lines(payments=entries(payment))
    assert [line.key for line in found] == [
        "payment.sent", "payment.checked.no", "payment.told.provider.reference", "payment.told.bank",
        "payment.stopped",
    ]  # fmt: skip
    assert dict(found[0].fields) == {
        "sum": Sum(25000, "GBP"), "number": 1, "method": Method("western_union")
    }  # fmt: skip
    assert dict(found[2].fields)["reference"] == "WU 7"
    assert {line.entry for line in found} == {EntryId("payment1")}


def test_money_that_was_collected_says_when_and_where_once():
    payment = Payment(
        "moneygram", 100, "GBP", None, collected=Answer.YES, checked_at=LATER, collected_at=AT,
        collected_where="Abidjan",
    )  # fmt: skip
    (line,) = lines(payments=entries(payment))
    assert (line.key, dict(line.fields)["where"]) == ("payment.collected.where", "Abidjan")


def test_only_what_a_picture_shows_is_seen():
    payment = Payment("paypal", 1, "GBP", AT, bank_told_at=LATER, exhibits=(ExhibitId("x1"),))
    sent, told_bank, _ = lines(payments=entries(payment), exhibits=(exhibit(1),))
    assert (sent.certainty, sent.refs, sent.exhibits) == (Certainty.SEEN, ("TJH/1",), (ExhibitId("x1"),))
    assert (told_bank.certainty, told_bank.refs) == (Certainty.REMEMBERED, ())


def test_a_picture_that_is_not_in_the_case_shows_nothing():
    (line,) = lines(demands=entries(Demand("money", "pay", AT, exhibit=ExhibitId("gone"))))
    assert line.certainty is Certainty.REMEMBERED


def test_a_demand_and_its_deadline_are_two_lines_in_the_same_picture():
    demand = Demand("money", "send 500", AT, exhibit=ExhibitId("x2.4"), deadline_at=LATER)
    said, deadline, _ = lines(demands=entries(demand), exhibits=(exhibit(2, frames=5),))
    assert (said.kind, said.key, said.fields) == (LineKind.DEMAND, "demand", (("words", "send 500"),))
    assert (deadline.kind, deadline.key, deadline.at) == (LineKind.DEADLINE, "deadline.demand", LATER)
    assert said.refs == deadline.refs == ("TJH/2.4",)
    assert said.exhibits == (ExhibitId("x2"),)  # a frame is opened with its run
    assert keys(demands=entries(Demand("threat", "x", None, deadline_at=AT))) == ["deadline.threat"]


def test_a_call_ends_after_its_length():
    (line,) = lines(calls=entries(Call(AT, 865, is_video=True, is_about=True)))
    assert (line.key, line.until, line.is_about) == ("call.video.length", AT + timedelta(seconds=865), True)
    assert dict(line.fields) == {"length": Length(865)}
    assert keys(calls=entries(Call(AT), Call(AT, is_video=False))) == ["call.any", "call.voice"]


def test_accounts_are_numbered_without_the_persons_own_and_tell_their_later_names():
    own = Account("skype", "live:tom", "Skype Name", Strength.STRONG, is_own=True, first_seen_at=AT)
    names = (DisplayName("Amelie", AT), DisplayName("Mr Kevin", LATER))
    renamed = Account("instagram", None, None, Strength.WEAK, display_names=names, last_seen_at=LATER)
    found = lines(accounts=entries(SKYPE, own, renamed), exhibits=(exhibit(1, account=EntryId("account1")),))
    assert [line.key for line in found[:-1]] == ["account.first", "account.last", "account.renamed"]
    assert dict(found[0].fields) == {"number": 1, "platform": Platform("skype")}
    assert dict(found[2].fields) == {"name": "Mr Kevin", "number": 2, "platform": Platform("instagram")}
    assert [line.certainty for line in found[:3]] == [
        Certainty.SEEN, Certainty.REMEMBERED, Certainty.REMEMBERED
    ]  # fmt: skip


def test_an_account_seen_once_has_one_line():
    once = Account("skype", None, None, Strength.WEAK, first_seen_at=AT, last_seen_at=AT)
    assert keys(accounts=entries(once)) == ["account.first"]


def test_contacts_places_and_reports_tell_each_time_they_know():
    found = keys(
        contacts=entries(Contact("Ellie", received_at=AT, told_at=LATER)),
        places=entries(
            Place(
                PlaceKind.LINK, "a forum", posted_at=AT, asked_at=AT, asked_of="the forum", down_at=LATER,
                looks=(Look(AT, Answer.NO), Look(LATER, Answer.YES)),
            )
        ),
        reports=entries(ReportMade("Report Fraud", "RF26", AT, answered_at=LATER), ReportMade("X", None, AT)),
    )  # fmt: skip
    assert found == [
        "contact.received", "contact.told", "place.posted", "place.found", "place.asked.of", "place.down",
        "report.made.reference", "report.answered", "report.made",
    ]  # fmt: skip


def test_a_run_is_one_line_from_its_first_to_its_last_frame():
    (run, one) = lines(exhibits=(exhibit(1, frames=8), exhibit(2)))
    assert (run.key, run.until, dict(run.fields)["n"]) == (
        "capture.run", AT + timedelta(minutes=7), 8
    )  # fmt: skip
    assert (one.key, one.until, one.precision) == ("capture.picture", None, Precision.SECOND)
    assert run.certainty is one.certainty is Certainty.SEEN


def test_an_event_keeps_its_own_words_and_finds_the_pictures_it_names():
    refs = Refs.of((exhibit(2), exhibit(4)))
    event = Event(AT, "One picture sent", Certainty.SEEN, "TJH/2, TJH/4, log", precision=Precision.DAY)
    line = event_line(entry(event), refs)
    assert (line.key, line.fields, line.precision) == (
        "event", (("words", "One picture sent"),), Precision.DAY
    )  # fmt: skip
    assert line.refs == ("TJH/2", "TJH/4", "log")
    assert line.exhibits == (ExhibitId("x2"), ExhibitId("x4"))
