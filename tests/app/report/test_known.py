# SPDX-License-Identifier: MIT
"""What may stand on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.model import DisplayName
from app.report.known import Known, core_of, squeezed


@pytest.fixture
def known(sample, writer):
    return Known(sample[0], writer, pages=24)


def test_a_word_is_looked_up_without_what_stands_around_it():
    assert core_of("(TJH/2,") == "TJH/2"
    assert core_of("“@amelie.laurent_91”.") == "amelie.laurent_91"


def test_a_number_in_groups_is_the_stored_one():
    assert squeezed("583 204\n9176") == "5832049176"


@pytest.mark.parametrize(
    "word",
    ["live:.cid.8f3a1b2c4d5e6f70", "TJH/2", "RF26-118842", "https://forum.example.org/t/1432", "SHA-256"],
)
def test_what_is_stored_or_the_programs_own_is_known(known, word):
    assert known.has(word)


@pytest.mark.parametrize("word", ["live:.cid.8f3alb2c4d5e6f70", "TJH/9", "RF26-118843", "SHA-257"])
def test_anything_else_is_not(known, word):
    assert not known.has(word)


@pytest.mark.parametrize(("number", "currency"), [("250.00", "GBP"), ("150", "GBP"), ("400.00", "GBP")])
def test_what_was_paid_and_what_it_adds_up_to_is_known(known, number, currency):
    assert known.has_sum(number, currency)


@pytest.mark.parametrize(("number", "currency"), [("250.01", "GBP"), ("250.00", "EUR"), ("250.000", "GBP")])
def test_another_sum_or_the_same_in_another_currency_is_not(known, number, currency):
    assert not known.has_sum(number, currency)


def test_a_time_is_known_in_the_zone_of_the_report_and_in_utc(sample, writer_of):
    dossier = sample[0]
    summer = replace(dossier.prepared, utc=dossier.prepared.utc.replace(month=7))
    dossier = replace(dossier, prepared=summer)
    known = Known(dossier, writer_of(dossier))
    assert {"03:05", "04:05"} <= known.clocks
    assert ((2026, 7, 24), "04:05") in known.moments
    assert known.has("UTC+01:00")


def test_the_end_of_a_call_is_worked_out(sample, known):
    call = sample[0].calls[0].call
    assert f"{call.started_at + timedelta(seconds=call.duration_s):%H:%M:%S}" in known.clocks


def test_a_bare_number_is_known_up_to_the_pages_and_records(sample, known):
    assert known.has_count(100)
    assert not known.has_count(4418)
    assert known.has_count(sample[0].exhibits[0].exhibit.record.content.size_bytes)


def test_what_was_cut_short_is_known_by_its_ends(known):
    assert known.begins("bc1qw508", "v8f3t4")
    assert not known.begins("bc1qw509", "v8f3t4")


def test_a_text_stands_in_a_stored_one_only_as_whole_words(known):
    assert known.has_part("6pm tomorrow")
    assert not known.has_part("pm tomorrow")


def test_each_name_of_an_account_is_known_below_its_identifier_alone(sample, writer):
    dossier = sample[0]
    first, *others = dossier.accounts
    named = replace(
        first.account,
        display_names=(*first.account.display_names, DisplayName("Kevin", dossier.prepared.utc)),
    )
    known = Known(replace(dossier, accounts=(replace(first, account=named), *others)), writer)
    assert sum("Kevin" in name for name in known.names_of["live:.cid.8f3a1b2c4d5e6f70"]) == 2
    assert not any("Amélie" in name for name in known.names_of["@amelie.laurent_91"])


def test_constants_beside_the_dossier_are_known(sample, writer):
    assert Known(sample[0], writer, beside=("reportfraud.police.uk",)).has("reportfraud.police.uk")


def test_every_start_of_a_stored_value_may_become_one_and_what_is_cut_short_too(known, sample):
    value = sample[0].checkpoint.root
    assert all(known.begins_whole(f"({value[:n]}") for n in range(1, len(value)))
    assert known.begins_whole("zzzz…zz")
    assert not known.begins_whole("zzzz")
    assert not known.begins_whole(f"{value}0")
