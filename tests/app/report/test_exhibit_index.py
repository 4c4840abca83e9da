# SPDX-License-Identifier: MIT
"""The index: room for police refs, what is not in the report, who handled them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.model import Note, Purged
from app.report.dossier import LeftOut, LeftOutWhy
from app.report.exhibit_index import draw_index
from app.vault.entries import KINDS, NEVER_WITHDRAWN
from tests.fakes.purged import purged_exhibit


def test_the_sample_lists_what_is_there_and_what_is_not(page_with):
    text = page_with("Exhibit index")
    assert "Police ref" in text
    assert "TJH/6: intimate picture. Its page shows no part of it" in text
    assert "TJH/7: withdrawn 24 Nov 02:47, captured twice by mistake. The number stays used." in text
    assert "TJH/1-7: captured by Tom Hale" in text


def test_the_whole_hash_of_what_is_left_out_is_printed(page_with, sample):
    exhibit = sample[0].left_out[0].exhibit
    assert exhibit.sha256 in page_with("Exhibit index").replace(" ", "")


def test_the_account_is_not_said_twice(page_with):
    text = page_with("Exhibit index")
    assert "Skype conversation with account 1 02:19:40" in text
    assert "Instagram profile page, account 2" in text


def test_set_apart_pictures_are_neither_described_nor_offered(sheet_of, sample):
    dossier = sample[0]
    exhibit = dossier.left_out[0].exhibit
    sheet = sheet_of(replace(dossier, exhibits=(), left_out=(LeftOut(exhibit, LeftOutWhy.UNDER_18),)))
    draw_index(sheet)
    assert "Do not ask for a copy" in sheet.pen.said
    assert exhibit.facts.shows not in sheet.pen.said


def test_different_days_are_said(sheet_of, sample):
    dossier = sample[0]
    first = dossier.exhibits[0]
    later = replace(first.exhibit, acquired_at=first.exhibit.acquired_at + timedelta(days=2))
    sheet = sheet_of(replace(dossier, exhibits=(*dossier.exhibits, replace(first, exhibit=later))))
    draw_index(sheet)
    assert "26 Nov 02:16:05" in sheet.pen.said


def test_what_was_removed_for_good_is_told_with_reason_and_whole_hash(sheet_of, sample):
    dossier = sample[0]
    gone = purged_exhibit(dossier.left_out[0].exhibit, dossier.prepared.utc, "it shows my sister")
    sheet = sheet_of(replace(dossier, left_out=(), withdrawn=(), purged=(gone,)))
    draw_index(sheet)
    said = "TJH/6: removed for good 24 Nov 03:05, it shows my sister. Only its fingerprint is kept."
    assert said in sheet.pen.said
    assert gone.sha256s[0] in sheet.pen.said.replace(" ", "")
    assert "Apart from what was removed, each original is kept as it was captured." in sheet.pen.said


def test_a_fact_that_was_removed_is_told_without_its_words(sheet_of, sample):
    dossier = sample[0]
    gone = Purged("n1", KINDS[Note].name, None, None, 50, dossier.prepared.utc, "")
    sheet = sheet_of(replace(dossier, purged=(gone,)))
    draw_index(sheet)
    assert "A note: removed for good 24 Nov 03:05, no reason given." in sheet.pen.said


@pytest.mark.parametrize(
    "kind", sorted(kind.name for fact, kind in KINDS.items() if fact not in NEVER_WITHDRAWN)
)
def test_every_kind_of_fact_has_a_name(sheet_of, sample, kind):
    assert sheet_of(sample[0]).writer.knows(f"index.fact.{kind}")
