# SPDX-License-Identifier: MIT
"""The rows of ACT NOW."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.model import Answer, Place, PlaceKind, Under18
from app.report.dossier import WatchedPlace
from app.report.urgent import latest_deadline, money_to_stop, urgent_rows
from tests.app.report.dossiers import changed


def rows(sheet_of, dossier):
    def text(spans):
        return "".join(span.text for span in spans).replace("\u00a0", " ")

    found = urgent_rows(sheet_of(dossier), 110)
    return {text(row.label): f"{text(row.first)} | {text(row.detail)}" for row in found}


def test_all_rows_in_their_order(sheet_of, sample):
    dossier = changed(sample[0], under_18=Under18.YES, risk_to_life=Answer.YES)
    expected = ["His safety", "Under 18", "Stop this money", "Deadline", "Already sent to"]
    assert list(rows(sheet_of, dossier)) == expected


def test_a_deadline_that_has_passed_is_said_to_have(sheet_of, sample):
    later = replace(sample[0].prepared, utc=sample[0].prepared.utc + timedelta(days=2))
    assert rows(sheet_of, replace(sample[0], prepared=later))["Deadline"].startswith(
        "Tue 24 Nov, 18:00 GMT: passed"
    )


def test_the_next_deadline_counts_before_a_later_one(sample):
    dossier = sample[0]
    last = dossier.demands[-1]
    other = replace(
        last, demand=replace(last.demand, deadline_at=last.demand.deadline_at + timedelta(days=1))
    )
    assert latest_deadline(replace(dossier, demands=(other, last))) == last


@pytest.mark.parametrize(
    ("posted", "is_row"), [("no public post found", False), ("on X, 24 Nov", True), (None, False)]
)
def test_posted_is_a_row_only_if_it_is_so(sheet_of, sample, posted, is_row):
    assert ("Posted" in rows(sheet_of, changed(sample[0], sent_to=None, posted_publicly=posted))) is is_row


def test_money_without_a_time_of_check_says_so(sheet_of, sample):
    payment = replace(sample[0].payments[1].payment, checked_at=None, reference=None)
    dossier = replace(sample[0], payments=(replace(sample[0].payments[1], payment=payment),))
    assert "£250.00   not collected time of check not known" in rows(sheet_of, dossier)["Stop this money"]


def paid(dossier, **changed):
    """Return the dossier with one payment, changed."""
    entry = dossier.payments[1]
    return replace(dossier, payments=(replace(entry, payment=replace(entry.payment, **changed)),))


def test_who_was_told_stands_with_time_and_reference(sheet_of, sample):
    at = sample[0].prepared.utc
    told = paid(
        sample[0], provider_told=True, provider_told_at=at, provider_reference="WU 7", bank_reference="HB 1"
    )
    said = rows(sheet_of, told)["Stop this money"]
    assert "Western Union told 24 Nov 03:05, ref WU 7. Card issuer told, ref HB 1." in said
    assert "not told" not in said


@pytest.mark.parametrize(("is_told", "said"), [(True, " Bank told."), (False, " Bank not told yet.")])
def test_a_bank_transfer_has_no_card_issuer(sheet_of, sample, is_told, said):
    by_bank = paid(sample[0], method="bank_transfer", provider_told=None, bank_told=is_told)
    row = rows(sheet_of, by_bank)["Stop this money"]
    assert said in row
    assert "Card issuer" not in row


def test_money_that_was_stopped_is_no_row_any_more(sheet_of, sample):
    stopped = paid(sample[0], stopped_at=sample[0].prepared.utc)
    assert "Stop this money" not in rows(sheet_of, stopped)


def test_money_of_which_nobody_knows_is_not_called_not_collected(sheet_of, sample):
    said = rows(sheet_of, paid(sample[0], collected=Answer.NOT_KNOWN, can_be_stopped=None))
    assert "not known if collected 24 Nov 02:50" in said["Stop this money"]
    unchecked = paid(sample[0], collected=Answer.NOT_KNOWN, checked_at=None)
    assert "time of check" not in rows(sheet_of, unchecked)["Stop this money"]


def test_money_known_not_to_be_collected_comes_before_money_of_which_nobody_knows(sample):
    first, second = sample[0].payments
    open_one = replace(first.payment, method="card", collected=Answer.NOT_KNOWN, can_be_stopped=None)
    both = replace(sample[0], payments=(second, replace(first, payment=open_one)))
    assert money_to_stop(both) == [second.payment, open_one]


def test_where_it_is_posted_is_a_row_beside_whom_it_was_sent_to(sheet_of, sample):
    page = Place(PlaceKind.LINK, "a forum", is_posted=Answer.YES)
    found = rows(sheet_of, replace(sample[0], places=(WatchedPlace(page),)))
    assert list(found)[-2:] == ["Already sent to", "Posted"]


def test_pictures_taken_before_the_answer_changed_are_counted(sheet_of, sample):
    held = changed(sample[0], under_18=Under18.NOT_SURE)
    assert "One earlier picture is set apart" in rows(sheet_of, held)["Under 18"]
    two = replace(held, left_out=held.left_out * 2)
    assert "2 earlier pictures are set apart" in rows(sheet_of, two)["Under 18"]


def test_messages_that_may_disappear_say_from_when(sheet_of, sample):
    prepared = sample[0].prepared.utc
    for at, words in (
        (prepared + timedelta(hours=2), "Messages, from 24 Nov 2026 05:05 GMT"),
        (prepared - timedelta(hours=2), "Messages, since 24 Nov 2026 01:05 GMT"),
        (None, "Messages, time not known"),
    ):
        sheet = sheet_of(changed(sample[0], messages_may_vanish=Answer.YES, vanish_at=at))
        (row,) = (row for row in urgent_rows(sheet, 110) if row.label[0].text == "May disappear")
        assert "".join(span.text for span in row.first) == words
    sheet = sheet_of(changed(sample[0], messages_may_vanish=Answer.NO))
    assert all(row.label[0].text != "May disappear" for row in urgent_rows(sheet, 110))
