# SPDX-License-Identifier: MIT
"""What is said in place of a picture."""

from __future__ import annotations

from dataclasses import replace

from app.report.alternatives import MOST_WORDS, frame_alt, picture_alt
from tests.app.report.runs import make_run


def test_a_picture_says_its_ref_its_time_and_what_the_person_says_it_shows(writer, sample):
    exhibit = sample[0].exhibits[0].exhibit
    shown = replace(exhibit, facts=replace(exhibit.facts, shows="A profile window"))
    assert (
        picture_alt(writer, shown)
        == "Picture TJH/1, taken 24 Nov 2026 02:16 GMT. What it shows, as described: A profile window"
    )


def test_a_picture_nobody_described_says_so(writer, sample):
    exhibit = sample[0].exhibits[0].exhibit
    bare = replace(exhibit, facts=replace(exhibit.facts, shows=None, title=""))
    assert picture_alt(writer, bare).endswith("as described: not described")


def test_a_frame_says_the_words_recorded_from_it_and_no_more_than_fits(writer):
    frame = make_run()[0].exhibits[1].exhibit.originals[0]
    bare = frame_alt(writer, frame)
    assert bare == "Frame TJH/2.1, taken 24 Nov 2026 02:19 GMT."
    assert frame_alt(writer, frame, "hello there") == f"{bare} Words recorded from it: hello there"
    assert len(frame_alt(writer, frame, "word " * 4000)) < MOST_WORDS + 100


def test_a_picture_with_covered_parts_says_so(writer):
    exhibit = make_run()[0].exhibits[1].exhibit
    frame = replace(exhibit.originals[0], redacted=exhibit.derivatives[0])
    assert frame_alt(writer, frame, "hello").endswith(
        "Parts of it are covered. Words recorded from it: hello"
    )
