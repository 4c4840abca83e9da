# SPDX-License-Identifier: MIT
"""What the police are asked: three things at most, the most pressing first."""

from dataclasses import replace

from app.model import Answer
from app.report.page1_asked import asked_of_police
from app.report.page1_limits import Limits
from tests.app.report.dossiers import changed


def said(sheet_of, dossier):
    sheet = sheet_of(dossier, {"accounts": 3})
    asked_of_police(sheet, Limits())
    return sheet.pen.said


def test_at_most_three_things_are_asked_the_most_pressing_first(sheet_of, sample):
    text = said(sheet_of, changed(sample[0], risk_to_life=Answer.YES))
    places = [text.index(words) for words in ("Check that Tom is safe now", "Stop the Western", "Preserve")]
    assert places == sorted(places)
    assert "Advise Tom" not in text


def test_one_account_is_asked_for_as_one(sheet_of, sample):
    text = said(sheet_of, replace(sample[0], accounts=sample[0].accounts[:1]))
    assert "Preserve account 1 (wording: page 3)" in text
