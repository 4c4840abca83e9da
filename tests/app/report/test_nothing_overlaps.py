# SPDX-License-Identifier: MIT
"""Whatever a case holds, no two lines of text touch on any page, and none leaves its page or its frame."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, seed, settings

from app.report.build import page_numbers
from app.report.layout import Sheet
from app.report.page1 import draw_page1, fitting_limits
from app.report.pens import PAGE_HEIGHT, PAGE_WIDTH, BlankPen
from app.report.sections import draw_sections
from app.report.writer import Writer
from tests.app.report.random_dossiers import ANY, dossiers

BY_EYE = 0.6  # points that letters never fill at the ends of a line
LOW, HIGH = 0.18, 0.66  # of the size: what a line of small letters takes below and above its baseline
EDGE = 30.0  # points of the page that stay white at its sides
FRAME = 60.0  # points: what is lower is a box to tick, or a chip


class BoxPen(BlankPen):
    """Keeps the box of every line of text, and every frame, by page."""

    def __init__(self):
        super().__init__()
        self.pages = [([], [])]

    def text(self, x, baseline, line):
        super().text(x, baseline, line)
        if line.text.strip():
            size = max(piece.size for piece in line.pieces)
            box = (x, baseline - HIGH * size, x + line.width - BY_EYE, baseline + LOW * size, line.text)
            self.pages[-1][0].append(box)

    def frame(self, x, y, width, height, *, line, colour, is_dashed=False):
        self.pages[-1][1].append((x, y, x + width, y + height))

    def end_page(self):
        self.pages.append(([], []))


def drawn(dossier, words, faces):
    """Return the pages of the whole report."""
    writer = Writer(words, faces, dossier.prepared)
    known = page_numbers(dossier, writer)
    pen = BoxPen()
    sheet = Sheet(pen, writer, dossier, known)
    draw_page1(sheet, fitting_limits(writer, dossier, known))
    draw_sections(sheet)
    sheet.end()
    return pen.pages[:-1]


def check(pages):
    for number, (boxes, frames) in enumerate(pages, 1):
        for left, top, right, bottom, text in boxes:
            assert left >= EDGE, (number, text)
            assert right <= PAGE_WIDTH - EDGE, (number, text)
            assert top > 0, (number, text)
            assert bottom < PAGE_HEIGHT - 10, (number, text)
        for first, second in touching(boxes):
            pytest.fail(f"page {number}: {first[4]!r} and {second[4]!r} touch")
        for frame in frames:
            assert_inside(boxes, frame, number)


def touching(boxes):
    """Yield pairs of boxes that overlap."""
    ordered = sorted(boxes, key=lambda box: box[1])
    for n, first in enumerate(ordered):
        for second in ordered[n + 1 :]:
            if second[1] >= first[3]:
                break
            if first[0] < second[2] and second[0] < first[2]:
                yield first, second


def assert_inside(boxes, frame, number):
    """Text that begins inside a frame ends inside it."""
    left, top, right, bottom = frame
    if bottom - top < FRAME:
        return
    for box in boxes:
        if left <= box[0] < right and top <= box[1] < bottom:
            assert box[2] <= right, (number, box[4])
            assert box[3] <= bottom + 1, (number, box[4])


def test_the_sample_has_its_lines_apart(sample, words, faces):
    check(drawn(sample[0], words, faces))


def test_lines_that_touch_would_be_found():
    boxes = [(60, 100, 120, 110, "a"), (100, 105, 160, 115, "b"), (60, 120, 120, 130, "c")]
    assert [(one[4], other[4]) for one, other in touching(boxes)] == [("a", "b")]
    assert not list(touching([boxes[0], boxes[2]]))
    assert all(one[1] <= other[1] for one, other in pairwise(boxes))


@pytest.mark.parametrize("part", range(2))
def test_any_text_keeps_its_lines_apart(part, words, faces):
    @seed(part)  # else both would draw the same cases
    @settings(
        max_examples=40,
        deadline=None,
        derandomize=False,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(dossiers(ANY))
    def apart(dossier):
        check(drawn(dossier, words, faces))

    apart()
