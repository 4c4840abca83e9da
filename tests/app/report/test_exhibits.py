# SPDX-License-Identifier: MIT
"""A page an exhibit: facts, hash in groups of four, label; the picture no higher than its limit."""

from dataclasses import replace

import pytest

from app.hashing import grouped
from app.report.exhibits import MOST_HEIGHT, draw_exhibit
from app.report.layout import WIDTH
from tests.app.report.conftest import NotingPen


class Pictures(NotingPen):
    def __init__(self):
        super().__init__()
        self.pictures = []

    def picture(self, original, x, y, width, height):
        self.pictures.append((width, height))


def drawn(sheet_of, dossier, **content):
    first = dossier.exhibits[0]
    record = first.exhibit.record
    record = replace(record, content=replace(record.content, **content))
    sheet = sheet_of(
        replace(dossier, exhibits=(replace(first, exhibit=replace(first.exhibit, record=record)),))
    )
    sheet.pen = Pictures()
    draw_exhibit(sheet, sheet.dossier.exhibits[0])
    return sheet


def test_the_sample_page_has_every_fact(page_with, sample):
    text = page_with("I identify this exhibit")
    exhibit = sample[0].exhibits[0].exhibit
    for words in (
        "24 Nov 2026 02:16:05 GMT (UTC+00:00), by Tom Hale, screen capture of a window",
        "Network time on; offset not measured; no jump seen",
        "TJH-001_20261124T021605Z_window.png, 1100 \u00d7 760",
        "Steps taken none stated",
        "Does not show Who controls the account",
        " ".join(grouped(exhibit.sha256)),
        "I identify this exhibit as the one I made.",
    ):
        assert words in text


def test_the_picture_keeps_its_shape_and_its_limits(sheet_of, sample):
    for width_px, height_px in ((1600, 900), (400, 1600), (100, 100), (7680, 800)):
        ((width, height),) = drawn(sheet_of, sample[0], width_px=width_px, height_px=height_px).pen.pictures
        assert width <= WIDTH + 0.01
        assert height <= MOST_HEIGHT + 0.01
        assert abs(width / height - width_px / height_px) < 0.001 * width_px / height_px


def test_a_page_can_be_referred_to_by_its_ref(sheet_of, sample):
    assert drawn(sheet_of, sample[0]).pages["exhibit TJH/1"] == 2


@pytest.mark.parametrize(
    ("offset_ms", "printed"),
    [
        (1_250, "1,250 ms ahead of a.server, give or take 9 ms"),
        (-40, "40 ms behind a.server, give or take 9 ms"),
    ],
)
def test_a_measured_clock_says_by_how_much_and_by_whom(sheet_of, sample, offset_ms, printed):
    dossier = sample[0]
    first = dossier.exhibits[0]
    record = first.exhibit.record
    time = replace(record.time, offset_ms=offset_ms, offset_by="a.server", offset_uncertain_ms=9)
    shown = replace(first, exhibit=replace(first.exhibit, record=replace(record, time=time)))
    sheet = sheet_of(replace(dossier, exhibits=(shown,)))
    sheet.pen = Pictures()
    draw_exhibit(sheet, sheet.dossier.exhibits[0])
    assert printed in sheet.pen.said
