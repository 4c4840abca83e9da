# SPDX-License-Identifier: MIT
"""Stored facts by name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.model import Answer, ReportKind, ReportMade, SafeContact
from app.report.wording.facts import account_facts, case_facts, facts_of, payment_facts
from app.report.wording.files import Each
from tests.app.report.dossiers import changed


def test_what_is_not_known_is_none(sample, writer):
    dossier = replace(
        sample[0], accounts=(), payments=(), demands=(), reports_made=(), exhibits=(), left_out=()
    )
    dossier = changed(dossier, name=None, age=None, own_words=None, contact=SafeContact())
    facts = case_facts(writer, dossier)
    for name in ("name", "age", "contact", "first", "deadline", "total", "payments", "exhibits", "own_words"):
        assert facts[name] is None


def test_the_sum_and_how_many_there_are(sample, writer):
    facts = case_facts(writer, sample[0])
    assert (facts["total"], facts["payments"]) == ("£400.00", "2")


def test_no_currency_is_converted(sample, writer):
    first, second = sample[0].payments
    euros = replace(second, payment=replace(second.payment, currency="EUR"))
    facts = case_facts(writer, replace(sample[0], payments=(first, euros)))
    assert facts["total"] == "€250.00 and £150.00"


def test_an_identifier_is_written_as_its_platform_writes_it(sample, writer):
    assert account_facts(writer, sample[0].accounts[1])["identifier"] == "@amelie.laurent_91"


def test_a_number_that_can_be_spent_is_only_told_apart(sample, writer):
    entry = sample[0].payments[1]
    card = replace(entry, payment=replace(entry.payment, method="gift_card", reference="X123456789012345"))
    assert payment_facts(writer, card)["reference"] == "•" * 12 + "2345"


@pytest.mark.parametrize(
    ("collected", "said"),
    [
        (Answer.NO, "Not collected when checked at 24 Nov 2026 02:50 GMT"),
        (Answer.YES, "Collected, known at 24 Nov 2026 02:50 GMT"),
        (Answer.NOT_KNOWN, None),
    ],
)
def test_whether_it_was_collected_has_its_time(sample, writer, collected, said):
    entry = sample[0].payments[1]
    assert (
        payment_facts(writer, replace(entry, payment=replace(entry.payment, collected=collected)))[
            "collected"
        ]
        == said
    )


def test_numbers_of_the_police_and_of_report_fraud_are_told_apart(sample, writer):
    made = ReportMade("Police", "CR/77", None, kind=ReportKind.POLICE)
    fraud = ReportMade("Report Fraud", "RF-1", None, kind=ReportKind.REPORT_FRAUD)
    facts = case_facts(writer, replace(sample[0], reports_made=(made, fraud)))
    assert (facts["police_reference"], facts["fraud_reference"]) == ("CR/77", "RF-1")


def test_threats_and_demands_for_money_are_told_apart(sample, writer):
    threats = [facts["words"] for facts in facts_of(writer, sample[0], Each.THREAT)]
    assert "150 in bitcoin now" not in threats
    assert len(threats) == len(facts_of(writer, sample[0], Each.DEMAND)) == 3


def test_what_nobody_can_see_is_written_out_and_an_emoji_stays(sample, writer):
    facts = case_facts(writer, changed(sample[0], name="Tom\u202e Hale \U0001f48b", own_words="a\u202eb\nc"))
    assert facts["name"] == "Tom[U+202E] Hale \U0001f48b"
    assert facts["own_words"] == "a[U+202E]b\nc"
