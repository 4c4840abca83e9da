# SPDX-License-Identifier: MIT
"""An exhibit that cannot be drawn has a card with its fingerprint, and no picture is asked for."""

from dataclasses import replace

from app.hashing import grouped
from app.report.exhibits import draw_exhibit


def test_a_file_has_name_kind_size_and_fingerprint(sheet_of, sample):
    entry = sample[0].exhibits[0]
    record = entry.exhibit.record
    content = replace(record.content, mime="application/json", size_bytes=123_456, width_px=0, height_px=0)
    file = replace(entry, exhibit=replace(entry.exhibit, record=replace(record, content=content)))
    sheet = sheet_of(sample[0])
    draw_exhibit(sheet, file)
    said = sheet.pen.said
    assert "A file, not a picture" in said
    assert "application/json, 123,456 bytes" in said
    assert ".json, 123,456 bytes" in said
    assert "0 \u00d7 0" not in said
    assert said.count(" ".join(grouped(content.sha256)[:8])) == 2  # on the card, and among the facts
