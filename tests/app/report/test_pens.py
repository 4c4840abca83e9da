# SPDX-License-Identifier: MIT
"""The counting pen counts words and draws nothing; a passing pen leaves drawing to another."""

from app.report.pens import BlankPen, CountingPen, PassingPen
from app.report.text import BODY, Span, one_line


def test_words_are_counted_as_a_reader_counts_them(faces):
    pen = CountingPen()
    pen.text(0, 0, one_line(faces, [Span("583\u00a0204\u00a09176 not collected", BODY)]))
    pen.text(0, 0, one_line(faces, []))
    assert pen.words == 5


def test_what_a_pen_does_not_do_itself_another_does():
    class Marking(BlankPen):
        placed = 0

        def place(self, name, y):
            del name, y
            self.placed += 1

    passing = PassingPen(Marking())
    passing.pen.place("index", 1)
    assert passing.placed == 1
    passing.pen.place("index", 2)
    assert passing.placed == 2
