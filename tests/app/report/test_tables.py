# SPDX-License-Identifier: MIT
"""Tables go on over pages with their headings, and nothing is lost."""

from app.report.layout import BOTTOM
from app.report.tables import Column, hash_cell, table, tinted
from app.report.text import BODY, Span


def cell(text):
    return [Span(text, BODY)]


def test_headings_come_again_on_each_page_and_every_row_once(sheet_of, sample):
    sheet = sheet_of(sample[0])
    columns = [Column(cell("Heading"), 200), Column(cell("Number"), 298, right=True)]
    table(sheet, columns, [[cell(f"row{n}."), cell(str(n))] for n in range(120)])
    assert sheet.number > 2
    assert sheet.pen.said.count("Heading") == sheet.number
    assert all(sheet.pen.said.count(f"row{n}.") == 1 for n in range(120))


def test_a_row_taller_than_a_page_runs_on(sheet_of, sample):
    sheet = sheet_of(sample[0])
    table(sheet, [Column(cell("H"), 100)], [[cell("word " * 3000)]])
    assert sheet.pen.said.count("word") == 3000
    assert max(y for _, y, text in sheet.pen.lines if text.startswith("word")) <= BOTTOM + 16


def test_numbers_end_at_the_right_of_their_column(sheet_of, sample, faces):
    sheet = sheet_of(sample[0])
    table(sheet, [Column(cell("N"), 100, right=True)], [[cell("1")], [cell("100000")]])
    ends = [
        x + faces.advance(text, BODY.face, BODY.size)
        for x, _, text in sheet.pen.lines
        if text in {"1", "100000"}
    ]
    assert abs(ends[0] - ends[1]) < 0.01


def test_a_tinted_text_longer_than_a_page_runs_on(sheet_of, sample):
    sheet = sheet_of(sample[0])
    tinted(sheet, [cell("word " * 2500)])
    assert sheet.number > 1
    assert sheet.pen.said.count("word") == 2500


def test_a_hash_is_in_groups_of_four():
    assert hash_cell("0123456789abcdef")[0].text == "0123\u00a04567\u00a089ab\u00a0cdef"
