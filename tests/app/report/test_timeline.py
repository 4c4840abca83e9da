# SPDX-License-Identifier: MIT
"""The timeline: days, local time and UTC, seen or remembered."""

from dataclasses import replace
from datetime import timedelta

from app.report.timeline import draw_timeline


def test_the_sample_says_how_local_time_and_utc_relate(page_with):
    text = page_with("Timeline Times are GMT")
    assert "the same as UTC on these dates" in text
    assert "Mon 23 Nov about 23:15 Tom phones his sister Remembered \u2013" in text


def test_both_times_are_printed_where_they_differ(sheet_of, sample):
    events = tuple(replace(event, at=event.at - timedelta(days=140)) for event in sample[0].events)
    sheet = sheet_of(replace(sample[0], events=events))
    draw_timeline(sheet)
    assert "Times are local, UTC in brackets." in sheet.pen.said
    assert "22:40 (21:40)" in sheet.pen.said


def test_utc_is_not_called_the_same_as_utc(sheet_of, sample, writer_of):
    dossier = replace(sample[0], prepared=replace(sample[0].prepared, zone="UTC", offset_minutes=0))
    sheet = sheet_of(dossier)
    sheet.writer = writer_of(dossier)
    draw_timeline(sheet)
    assert "Times are UTC. " in sheet.pen.said
    assert "the same as UTC" not in sheet.pen.said
