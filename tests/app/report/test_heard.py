# SPDX-License-Identifier: MIT
"""A pen that hears what is drawn, and lets it be drawn all the same."""

from app.report.heard import HearingPen, Said
from app.report.pens import BlankPen, Tag
from app.report.text import BODY, CODE, Span, one_line, whole


class Noting(BlankPen):
    """Notes what reaches it."""

    def __init__(self):
        super().__init__()
        self.reached = []

    def open(self, tag):
        self.reached.append(tag.kind)

    def text(self, x, baseline, line):
        self.reached.append(line.text)


def test_what_is_heard_is_drawn_by_the_other_pen(faces):
    noting = Noting()
    hearing = HearingPen(noting)
    hearing.pen.open(Tag("P"))
    hearing.pen.text(57, 100, one_line(faces, [Span("Tom", BODY)]))
    assert noting.reached == ["P", "Tom"]
    assert hearing.heard.columns == {57: [Said("Tom")]}


def test_lines_that_begin_at_one_place_follow_each_other(faces):
    hearing = HearingPen(BlankPen())
    for x, text in ((57, "a"), (161, "b"), (57.02, "c")):
        hearing.text(x, 100, one_line(faces, [Span(text, BODY)]))
    assert hearing.heard.columns == {57: [Said("a"), Said("c")], 161: [Said("b")]}


def test_where_an_identifier_stands_is_heard(faces):
    hearing = HearingPen(BlankPen())
    spans = [Span("ID ", BODY), Span(whole("live:a b"), CODE), Span(".", BODY)]
    hearing.text(57, 100, one_line(faces, spans))
    assert hearing.heard.columns[57] == [Said("ID live:a b.", ((3, 11),))]


def test_what_comes_again_on_each_page_stands_apart(faces):
    hearing = HearingPen(BlankPen())
    hearing.artifact(is_on=True)
    hearing.artifact(is_on=True)
    hearing.artifact(is_on=False)
    hearing.text(57, 34, one_line(faces, [Span("Page 1", BODY)]))
    hearing.artifact(is_on=False)
    hearing.text(57, 100, one_line(faces, [Span("Tom", BODY)]))
    assert hearing.heard.apart == [Said("Page 1")]
    assert hearing.heard.columns == {57: [Said("Tom")]}
