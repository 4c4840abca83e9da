# SPDX-License-Identifier: MIT
"""Short phrases."""

from dataclasses import replace

import pytest

from app.model import Answer
from app.report.phrases import (
    as_sentence,
    exhibit_of,
    exhibit_place,
    identifier_spans,
    is_waiting,
    joined_accounts,
    linked_refs,
    pronoun,
    reference_spans,
    refs_said,
    says_no,
    short_refs,
    waiting_first,
)
from app.report.text import IDENTIFIER
from tests.app.report.dossiers import changed
from tests.fakes.purged import purged_exhibit


def text_of(spans):
    return "".join(span.text for span in spans).replace("\u00a0", " ")


def test_a_ref_of_what_was_removed_says_so(writer, sample):
    dossier = sample[0]
    gone = purged_exhibit(dossier.left_out[0].exhibit, dossier.prepared.utc, "")
    said = refs_said(writer, replace(dossier, purged=(gone,)), ["TJH/1", "TJH/6"])
    assert text_of(said) == "TJH/1, TJH/6 (removed 24 Nov)"
    assert {span.to for span in said} == {"exhibit TJH/1", "exhibit TJH/6", ""}


def test_a_long_list_of_refs_ends_in_an_ellipsis(writer, sample):
    said = refs_said(writer, sample[0], [f"TJH/{n}" for n in range(1, 60)], most=40)
    assert text_of(said) == "TJH/1, TJH/2, TJH/3, TJH/4, TJH/5, …"


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("TJH/1, 2, 14", ["exhibit TJH/1", "exhibit TJH/2", "exhibit TJH/14"]),
        ("TJH/1, 2, …", ["exhibit TJH/1", "exhibit TJH/2", ""]),
        ("TJH/1, 2, 1…", ["exhibit TJH/1", "exhibit TJH/2", ""]),
        ("TJH/1, 2, 4", ["exhibit TJH/1", "exhibit TJH/2", ""]),
    ],
)
def test_only_refs_that_are_whole_lead_to_their_exhibit(said, places):
    spans = linked_refs(said, ["TJH/1", "TJH/2", "TJH/14"])
    assert text_of(spans) == said
    assert [span.to for span in spans if span.text != ", "] == places


@pytest.mark.parametrize(
    ("ref", "exhibit", "place"),
    [
        ("TJH/2", "TJH/2", "exhibit TJH/2"),
        ("TJH/2.17", "TJH/2", "exhibit TJH/2.17"),
        ("payment 1", "payment 1", "payment 1"),
    ],
)
def test_a_frame_is_of_its_exhibit(ref, exhibit, place):
    assert (exhibit_of(ref), exhibit_place(ref)) == (exhibit, place)


@pytest.mark.parametrize(
    ("refs", "short"),
    [
        ((), ""),
        (("TJH/1",), "TJH/1"),
        (("TJH/1", "TJH/2"), "TJH/1, 2"),
        (("TJH/1", "TJH/2", "TJH/3", "TJH/4", "TJH/5"), "TJH/1, 2, 3, 4, …"),
    ],
)
def test_refs_say_the_initials_once(refs, short):
    assert short_refs(refs) == short


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("+447700900123", "+44 7700 900123"),
        ("+33123456789", "+33123456789"),
        ("live:.cid.8f3a1b2c4d5e6f70", "live:.cid.8f3a1b2c4d5e6f70"),
    ],
)
def test_only_a_uk_mobile_number_is_grouped(writer, sample, stored, shown):
    entry = sample[0].accounts[2]
    entry = replace(entry, account=replace(entry.account, stable_id=stored))
    assert text_of(identifier_spans(writer, entry, 60)) == shown


def test_an_mtcn_is_grouped_and_another_reference_is_not(writer, sample):
    transfer = sample[0].payments[1].payment
    assert text_of(reference_spans(writer, transfer, IDENTIFIER)) == "583 204 9176"
    other = replace(transfer, method="moneygram")
    assert text_of(reference_spans(writer, other, IDENTIFIER)) == "5832049176"


@pytest.mark.parametrize(
    ("text", "denies"),
    [("no public post found", True), ("November on X", False), ("", False), ("None.", True)],
)
def test_a_denial_is_no_alarm(text, denies):
    assert says_no(text) is denies


def test_sentences_begin_and_end_as_such():
    assert as_sentence("no public post found") == "No public post found."
    assert as_sentence("Is it?") == "Is it?"


def test_what_may_be_stopped_comes_first_then_the_latest(sample):
    assert [entry.number for entry in waiting_first(sample[0])] == [2, 1]
    assert not is_waiting(replace(sample[0].payments[1].payment, can_be_stopped=False))


def test_waiting_means_what_the_guide_means(sample):
    transfer = replace(sample[0].payments[1].payment, can_be_stopped=None)
    assert is_waiting(replace(transfer, collected=Answer.NOT_KNOWN))
    assert not is_waiting(replace(transfer, collected=Answer.YES))
    assert not is_waiting(replace(transfer, stopped_at=sample[0].prepared.utc))
    assert not is_waiting(replace(transfer, method="crypto"))
    assert is_waiting(replace(transfer, method="crypto", can_be_stopped=True))


def test_joined_accounts_are_listed_by_group(writer, sample):
    first, second, third = sample[0].accounts
    joined = replace(
        sample[0], accounts=(replace(first, joined=(1, 3)), second, replace(third, joined=(1, 3)))
    )
    assert joined_accounts(writer, joined) == "1 and 3"
    assert joined_accounts(writer, sample[0]) == ""


def test_another_pronoun_is_them(sample):
    assert pronoun(sample[0].case) == "him"
    assert pronoun(changed(sample[0], pronoun="xe").case) == "them"
