# SPDX-License-Identifier: MIT
"""Pages come in their order, each only if the case has something for it."""

from dataclasses import replace

from app.report.sections import draw_sections


def test_the_sample_has_every_part_in_order(sheet_of, sample):
    sheet = sheet_of(sample[0])
    draw_sections(sheet)
    parts = ["background", "accounts", "payments", "demands", "timeline", "index", "exhibit TJH/1"]
    numbers = [sheet.pages[part] for part in [*parts, "checking", "custody", "limits"]]
    assert numbers == sorted(numbers)


def test_parts_without_facts_are_left_out(sheet_of, sample):
    empty = dict.fromkeys(
        ("accounts", "exhibits", "left_out", "withdrawn", "payments", "demands", "events"), ()
    )
    sheet = sheet_of(replace(sample[0], **empty))
    draw_sections(sheet)
    assert set(sheet.pages) == {"start", "background", "checking", "custody", "limits"}
