# SPDX-License-Identifier: MIT
"""Lines in the parts of which links are made, and the space that keeps words apart."""

from __future__ import annotations

import pytest

from app.report.linking import LinkingPen
from app.report.text import BODY, CODE, Span, leading_to, one_line, wrap
from tests.app.report.trees import TreePen

KNOWN = {"checking": 12}


def drawn(writer, *lines, known=KNOWN):
    """Return the tree and the texts after some lines."""
    pen = TreePen()
    linking = LinkingPen(pen, writer, known).pen
    for n, line in enumerate(lines):
        linking.text(10.0, 20.0 * (n + 1), line)
    return pen.finish()


def test_words_that_lead_somewhere_are_a_link_that_says_where(writer, faces):
    spans = [Span("See ", BODY), *leading_to("checking", [Span("how to check", BODY)]), Span(", now", BODY)]
    root = drawn(writer, one_line(faces, spans))
    (link,) = root.all("Link")
    assert (link.text, link.leads_to) == ("how to check", ["checking"])
    assert link.tag.alt == "how to check: go to page 12"
    assert root.text == "See how to check, now "


def test_a_place_that_there_is_not_is_no_link(writer, faces):
    root = drawn(writer, one_line(faces, [Span("TJH/99", BODY, "exhibit TJH/99")]))
    assert root.all("Link") == []
    assert root.text == "TJH/99 "


def test_nothing_leads_anywhere_in_what_comes_again(writer, faces):
    pen = TreePen()
    linking = LinkingPen(pen, writer, KNOWN).pen
    linking.artifact(is_on=True)
    linking.text(0, 0, one_line(faces, [Span("p 12", BODY, "checking")]))
    linking.artifact(is_on=False)
    assert (pen.finish().text, pen.beside) == ("", ["p 12"])


def test_words_do_not_run_together_at_line_ends_and_identifiers_stay_whole(writer, faces):
    spans = [Span("Known by live:.cid.8f3a1b2c4d5e6f70 and a second line", BODY)]
    root = drawn(writer, *wrap(faces, spans, 62))
    assert root.text == "Known by live:.cid.8f3a1b2c4d5e6f70 and a second line "


def test_the_space_takes_no_room_and_no_part_of_a_link(writer, faces):
    line = one_line(faces, [Span("id ", CODE), Span("TJH/1", CODE, "checking")])
    root = drawn(writer, line)
    assert root.all("Link")[0].text == "TJH/1"
    assert root.text == "id TJH/1 "


REFS = {"exhibit TJH/1": 7, "exhibit TJH/2.7": 9, "checking": 12}


@pytest.mark.parametrize(
    ("said", "links"),
    [
        ("sent on (TJH/1, TJH/9), see TJH/2.7.", ["TJH/1", "TJH/2.7"]),
        ("https://example.org/TJH/1 and TJH/1/2 and xTJH/1", []),
        ("refs TJH/1-4, TJH/1…", ["TJH/1"]),
        ("TJH/1", ["TJH/1"]),
        ("11/12 or 1/2 of it", []),
    ],
)
def test_a_ref_in_stored_words_leads_to_its_exhibit_and_no_address_does(said, links, writer, faces):
    root = drawn(writer, one_line(faces, [Span(said, BODY)]), known=REFS)
    assert [link.text for link in root.all("Link")] == links
    assert root.text == f"{said} "


def test_an_exhibit_does_not_lead_to_its_own_page(writer, faces):
    root = drawn(writer, one_line(faces, [Span("Ref: TJH/1", BODY)]), known={"exhibit TJH/1": 1})
    assert root.all("Link") == []


def test_a_line_with_links_is_as_wide_as_without(writer, faces):
    class Places(TreePen):
        def __init__(self):
            super().__init__()
            self.ends = []

        def text(self, x, baseline, line):
            super().text(x, baseline, line)
            self.ends.append((x, x + line.width))

    line = one_line(faces, [Span("on (TJH/1), see TJH/2.7 now", BODY)])
    pen = Places()
    LinkingPen(pen, writer, REFS).text(10.0, 20.0, line)
    assert [end for _, end in pen.ends[:-1]] == pytest.approx([start for start, _ in pen.ends[1:]])
    assert pen.ends[-1][1] == pytest.approx(10.0 + line.width)
