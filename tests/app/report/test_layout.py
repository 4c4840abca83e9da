# SPDX-License-Identifier: MIT
"""The page frame: header on every page, footer on all but the first, nothing below the margin."""

import pytest

from app.report.layout import BOTTOM, FIRST_BOTTOM, LEFT, RIGHT
from app.report.text import BODY, Span


def test_the_first_page_has_a_header_and_no_footer(sheet_of, sample):
    sheet = sheet_of(sample[0], {"total": 15})
    assert "TJH-20261124 v1" in sheet.pen.said
    assert "Page 1 of 15" in sheet.pen.said
    assert "As given by" not in sheet.pen.said
    sheet.begin_page()
    assert "As given by Tom Hale. Account names are shown as displayed" in sheet.pen.said
    assert sheet.pen.ended == 1


def test_a_long_text_runs_over_pages_and_stays_inside(sheet_of, sample):
    sheet = sheet_of(sample[0])
    sheet.paragraph([Span("word " * 4000, BODY)])
    assert sheet.number > 3
    body = [(x, y) for x, y, text in sheet.pen.lines if text.startswith("word")]
    assert all(LEFT <= x < RIGHT and y <= max(BOTTOM, FIRST_BOTTOM) for x, y in body)
    assert sum(text.count("word") for _, _, text in sheet.pen.lines) == 4000


def test_page_numbers_by_name_come_from_the_pass_before(sheet_of, sample):
    sheet = sheet_of(sample[0], {"accounts": 3})
    assert sheet.page_of("accounts") == 3
    assert sheet.page_of("nothing") == 0
    sheet.begin_page("accounts")
    assert sheet.pages["accounts"] == 2


def test_a_heading_does_not_stand_alone_at_the_foot(sheet_of, sample):
    sheet = sheet_of(sample[0])
    sheet.begin_page()
    sheet.y = BOTTOM - 50
    sheet.heading([Span("Heading", BODY)], keep=60)
    assert sheet.number == 3


def test_an_element_is_closed_even_if_drawing_in_it_fails_and_none_is_opened_in_an_artifact(sheet_of, sample):
    sheet = sheet_of(sample[0])

    def fail() -> None:
        assert sheet.inside == "TD"
        raise ValueError("drawn")

    with pytest.raises(ValueError, match="drawn"), sheet.tagged("Table"), sheet.tagged("TD", scope="Row"):
        fail()
    assert sheet.inside == ""
    with sheet.artifact(), sheet.tagged("Table"):
        assert sheet.inside == ""
