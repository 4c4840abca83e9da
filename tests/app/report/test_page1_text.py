# SPDX-License-Identifier: MIT
"""Page 1 as plain lines: the words of the paper, in its order, and what was ticked."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from pypdf import PdfReader

from app.report import fonts
from app.report.build import build_report, page_numbers
from app.report.page1_text import CROSSED, EMPTY, LinesPen, page1_lines
from app.report.text import BODY, Line, Span, one_line
from app.report.writer import Writer
from tests.app.report.dossiers import changed


@pytest.fixture
def said(words):
    def lines(dossier) -> tuple[str, ...]:
        writer = Writer(words, fonts.load(), dossier.prepared)
        return page1_lines(dossier, writer, page_numbers(dossier, writer))

    return lines


def letters(text: str) -> Counter[str]:
    """Return how often each letter stands in a text, without the marks of boxes."""
    return Counter("".join(text.replace(EMPTY, "").replace(CROSSED, "").split()))


def test_every_letter_of_the_paper_is_in_it_and_no_other(sample, words, tmp_path) -> None:
    built = build_report(*sample, tmp_path / "report.pdf", words=words)
    printed = PdfReader(built.path).pages[0].extract_text()
    assert letters(" ".join(built.page1)) == letters(printed)


def test_it_reads_from_top_to_bottom_with_what_stands_side_by_side_in_one_line(said, sample) -> None:
    lines = said(sample[0])
    assert lines[0].startswith("TJH-20261124 v1")
    assert lines[1] == "Blackmail with intimate images"
    assert any(line.startswith("Stop this money  MTCN 583 204 9176") for line in lines)
    assert any(line.startswith("1 Skype  live:.cid.8f3a1b2c4d5e6f70") for line in lines)
    assert lines[-1].startswith("Check words")


def test_a_box_that_is_ticked_says_so(said, sample) -> None:
    contact = sample[0].case.contact
    for answer, line in ((True, "[x] yes  [ ] no"), (False, "[ ] yes  [x] no"), (None, "[ ] yes  [ ] no")):
        dossier = changed(sample[0], contact=replace(contact, may_contact_platforms=answer))
        found = [one for one in said(dossier) if one.startswith("Contact platforms")]
        assert line in found[0]


def test_what_the_police_are_asked_has_an_empty_box(said, sample) -> None:
    assert "[ ] Stop the Western Union payment" in said(sample[0])


def line_of(text: str) -> Line:
    return one_line(fonts.load(), [Span(text, BODY)])


def test_strokes_outside_a_box_cross_nothing() -> None:
    pen = LinesPen()
    pen.frame(10, 10, 11, 11, line=1, colour="#000000")
    pen.rule(0, 30, 100, 30, width=1, colour="#000000")
    pen.text(30, 19, line_of("yes"))
    pen.frame(0, 40, 400, 100, line=1, colour="#000000")
    pen.rule(12, 12, 18, 18, width=1, colour="#000000")
    pen.text(30, 60, line_of("below"))
    assert pen.lines == ["[ ] yes", "below"]
