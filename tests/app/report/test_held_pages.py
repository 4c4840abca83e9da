# SPDX-License-Identifier: MIT
"""The page of an exhibit that the witness holds back; what no report shows of it is in test_covered."""

from dataclasses import replace

import pytest

from app.report.dossier import ReportExhibit
from app.report.held_pages import LEAST_HEIGHT, MOST_HEIGHT, draw_held
from app.report.layout import WIDTH


@pytest.mark.parametrize(("wide", "high"), [(1600, 900), (400, 3000), (3000, 20), (1, 1)])
def test_the_panel_has_the_shape_of_the_picture_within_the_page(sheet_of, sample, wide, high):
    dossier = sample[0]
    exhibit = dossier.left_out[0].exhibit
    content = replace(exhibit.record.content, width_px=wide, height_px=high)
    exhibit = replace(exhibit, record=replace(exhibit.record, content=content))
    sheet = sheet_of(dossier)
    draw_held(sheet, ReportExhibit(exhibit, is_held=True))
    panel = sheet.pen.areas[0]
    assert panel[2] <= WIDTH
    assert "held by the witness" in sheet.pen.said
    assert LEAST_HEIGHT <= panel[3] <= MOST_HEIGHT
