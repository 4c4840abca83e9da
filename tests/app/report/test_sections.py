# SPDX-License-Identifier: MIT
"""Pages come in their order, each only if the case has something for it."""

from dataclasses import replace

from app.report.sections import draw_sections
from app.timeline import LineKind, Timeline


def test_the_sample_has_every_part_in_order(sheet_of, sample):
    sheet = sheet_of(sample[0])
    draw_sections(sheet)
    parts = ["background", "accounts", "payments", "demands", "people", "timeline", "index", "exhibit TJH/1"]
    numbers = [sheet.pages[part] for part in [*parts, "checking", "custody", "limits", "statement", "terms"]]
    assert numbers == sorted(numbers)


def test_parts_without_facts_are_left_out(sheet_of, sample):
    told = ("accounts", "payments", "demands", "contacts", "places", "reports_made")
    empty = dict.fromkeys(("exhibits", "left_out", "withdrawn", *told), ())
    sheet = sheet_of(replace(sample[0], timeline=Timeline(()), **empty))
    draw_sections(sheet)
    assert set(sheet.pages) == {"start", "background", "checking", "custody", "limits", "statement", "terms"}


def test_a_timeline_of_nothing_but_captures_is_left_out(sheet_of, sample):
    captures = tuple(one for one in sample[0].timeline.lines if one.kind is LineKind.CAPTURE)
    sheet = sheet_of(replace(sample[0], timeline=Timeline(captures)))
    draw_sections(sheet)
    assert "timeline" not in sheet.pages
