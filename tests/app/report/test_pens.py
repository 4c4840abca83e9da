# SPDX-License-Identifier: MIT
"""The counting pen counts words and draws nothing."""

from app.report.pens import CountingPen
from app.report.text import BODY, Span, one_line


def test_words_are_counted_as_a_reader_counts_them(faces):
    pen = CountingPen()
    pen.text(0, 0, one_line(faces, [Span("583\u00a0204\u00a09176 not collected", BODY)]))
    pen.text(0, 0, one_line(faces, []))
    assert pen.words == 5
