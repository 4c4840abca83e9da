# SPDX-License-Identifier: MIT
"""The timeline: days, local time and UTC, no more exact than known, seen or remembered."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.model import Certainty, Precision
from app.report.timeline import draw_timeline, time_of, what_of
from app.timeline import Length, LineKind, Platform, Sum, Timeline, TimelineLine

AT = datetime(2026, 11, 23, 23, 15, 7, tzinfo=UTC)
SUMMER = datetime(2026, 7, 1, 22, 30, 5, tzinfo=UTC)


def line(at=AT, key="event", **changed):
    fields = changed.pop("fields", (("words", "it"),))
    return TimelineLine(at, LineKind.EVENT, Certainty.SEEN, key, fields, **changed)


def moved(dossier, days):
    """Return the dossier with everything that happened so many days earlier."""
    back = timedelta(days=days)
    lines = tuple(
        replace(one, at=one.at - back, until=one.until - back if one.until else None)
        for one in dossier.timeline.lines
    )
    return replace(dossier, timeline=Timeline(lines))


def test_the_sample_says_how_local_time_and_utc_relate(page_with):
    text = page_with("Timeline Times are GMT")
    assert "the same as UTC on these dates" in text
    assert "Mon 23 Nov about 23:15 Tom phones his sister Remembered \u2013" in text


def test_the_sample_tells_each_thing_once(page_with):
    text = page_with("Timeline Times are GMT")
    for words in ("Video call", "Tom stops replying", "Report Fraud told", "Deadline given", "Payment 2"):
        assert text.count(words) == 1, words
    assert "02:31 to 02:45 5 exhibits captured Seen TJH/3 - 7" in text


def test_both_times_are_printed_where_they_differ(sheet_of, sample):
    sheet = sheet_of(moved(sample[0], 140))
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


@pytest.mark.parametrize(
    ("changed", "shown"),
    [
        ({}, "23:15"),
        ({"is_about": True}, "about 23:15"),
        ({"precision": Precision.SECOND}, "23:15:07"),
        ({"precision": Precision.HOUR}, "in the hour from 23:15"),
        ({"precision": Precision.DAY}, "that day"),
        ({"precision": Precision.DAY, "is_about": True}, "that day"),
        ({"until": AT + timedelta(minutes=14)}, "23:15 to 23:29"),
        ({"until": AT + timedelta(seconds=9)}, "23:15"),
        ({"until": AT + timedelta(hours=2)}, "23:15 to 24 Nov 01:15"),
    ],
)
def test_a_time_is_printed_no_more_exactly_than_it_is_known(writer, changed, shown):
    assert time_of(writer, line(**changed), is_utc=True) == shown


def test_both_ends_of_a_span_are_in_both_zones(writer):
    call = line(SUMMER, until=SUMMER + timedelta(minutes=14))
    assert time_of(writer, call, is_utc=False) == "23:30 to 23:44 (22:30 to 22:44)"
    late = line(SUMMER, until=SUMMER + timedelta(minutes=40))
    assert time_of(writer, late, is_utc=False) == "23:30 to 2 Jul 00:10 (22:30 to 23:10)"


def test_each_kind_of_line_has_its_sentence(writer, sample):
    def said(key, *fields):
        return "".join(span.text for span in what_of(writer, sample[0], line(key=key, fields=fields)))

    assert said("call.video.length", ("length", Length(865))) == "Video call, 14 min 25 s"
    assert said("account.first", ("number", 2), ("platform", Platform("instagram"))) == (
        "Instagram account 2 first seen"
    )
    paid = said("payment.sent", ("number", 1), ("method", "x"), ("sum", Sum(214000, "BTC")))
    assert paid == "Payment 1: x 0.00214 BTC"


def test_three_hundred_lines_of_any_words_run_over_the_pages_and_none_is_lost(sheet_of, sample):
    texts = ("\u202e evil", "\u0410\u043d\u043d\u0430", "W" * 10_000, "**bold** {x} <b>", "\u4f60\u597d")
    lines = tuple(
        line(AT + timedelta(hours=n), fields=(("words", f"{n}: {texts[n % 5]}"),)) for n in range(300)
    )
    sheet = sheet_of(replace(sample[0], timeline=Timeline(lines, undated=2)))
    draw_timeline(sheet)
    assert all(f"{n}: " in sheet.pen.said for n in range(300))
    assert sheet.number > 10
    assert "2 more things are recorded without a time." in sheet.pen.said
    assert "\u202e" not in sheet.pen.said
