# SPDX-License-Identifier: MIT
"""Marks are never nested, and everything that is painted is inside one."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.report.marking import LAYOUT, Marking
from app.report.objects import ObjectFile
from app.report.pens import Tag


@pytest.fixture
def written():
    return []


@pytest.fixture
def marking(written):
    return marking_on(written)


def marking_on(written):
    made = Marking(ObjectFile(io.BytesIO()), written.append)
    made.structure.begin_page(900)
    return made


def test_lines_of_one_paragraph_share_a_mark(marking, written):
    marking.open(Tag("P"))
    marking.content()
    marking.content()
    marking.close()
    marking.end()
    assert written == ["/P<</MCID 0>>BDC", "EMC"]


def test_a_line_between_is_an_artifact_and_the_paragraph_goes_on_after_it(marking, written):
    marking.open(Tag("P"))
    marking.content()
    marking.decoration()
    marking.content()
    marking.end()
    assert written == ["/P<</MCID 0>>BDC", "EMC", LAYOUT, "EMC", "/P<</MCID 1>>BDC", "EMC"]


def test_in_a_figure_lines_are_content_and_its_box_is_around_them(marking, written):
    marking.open(Tag("Figure", alt="x"))
    marking.decoration()
    marking.around(10, 20, 30, 40)
    marking.around(5, 25, 20, 90)
    assert written == ["/Figure<</MCID 0>>BDC"]
    assert marking.structure.innermost.box == (5, 20, 30, 90)


def test_a_header_says_that_it_is_one(marking, written):
    marking.open(Tag("P"))
    marking.artifact("Header", is_on=True)
    marking.content()
    marking.artifact("Header", is_on=False)
    marking.content()
    assert written[0] == "/Artifact<</Type/Pagination/Subtype/Header>>BDC"
    assert written[-1] == "/P<</MCID 0>>BDC"


def test_what_belongs_to_nothing_is_an_artifact(marking, written):
    marking.content()
    assert written == [LAYOUT]


STEPS = st.lists(st.sampled_from(["open", "close", "figure", "on", "off", "text", "line"]), max_size=60)


@given(steps=STEPS)
def test_whatever_is_drawn_marks_balance_and_are_never_nested(steps):
    written = []
    marking, opened, artifacts = marking_on(written), 0, 0
    for step in steps:
        if step in {"open", "figure"}:
            marking.open(Tag("P" if step == "open" else "Figure"))
            opened += 1
        elif step == "close" and opened:
            marking.close()
            opened -= 1
        elif step == "on":
            marking.artifact("", is_on=True)
            artifacts += 1
        elif step == "off" and artifacts:
            marking.artifact("", is_on=False)
            artifacts -= 1
        elif step == "text":
            marking.content()
        elif step == "line":
            marking.decoration()
    marking.end()
    begins = [each.endswith("BDC") for each in written]
    assert begins == [n % 2 == 0 for n in range(len(written))]
    assert len(written) % 2 == 0
