# SPDX-License-Identifier: MIT
"""Words of the report are explained, those it does not use are not."""

from dataclasses import replace

from app.report.terms import draw_terms


def said(sheet):
    draw_terms(sheet)
    return sheet.pen.said


def test_what_every_report_uses_is_explained(page_with):
    text = page_with("What the words mean")
    for term in ("Exhibit", "Original", "Identifier", "Custody log", "ROOT", "UTC"):
        assert term in text


def test_a_word_that_is_not_used_is_not_explained(sheet_of, sample):
    assert "MTCN" in said(sheet_of(sample[0]))
    unpaid = said(sheet_of(replace(sample[0], payments=())))
    assert "MTCN" not in unpaid
    assert "RFC 3161" not in unpaid
