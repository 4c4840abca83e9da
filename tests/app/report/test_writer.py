# SPDX-License-Identifier: MIT
"""Sentences, times and sums."""

from datetime import UTC, datetime

import pytest

from app.errors import GuideInvalid
from app.report.fonts import MONO
from app.report.text import BODY


def text_of(spans):
    return "".join(span.text for span in spans)


def test_stars_and_braces_in_a_name_are_not_markup(writer):
    spans = writer.say("first.person", name="**x** {y}", age=22)
    assert text_of(spans) == "**x** {y}, 22"
    assert {span.style for span in spans} == {BODY.bold}


def test_a_missing_field_is_refused(writer):
    with pytest.raises(GuideInvalid):
        writer.say("first.person", name="x")


def test_every_sentence_can_be_said(writer, words):
    keys = [key for key in sorted(words.keys()) if key.startswith("paper.")]
    assert len(keys) > 200
    for key in keys:
        fields = {**dict.fromkeys(words.fields(key), "x"), "n": 2}
        assert text_of(writer.say(key.removeprefix("paper."), **fields))


@pytest.mark.parametrize(
    ("at", "short", "full"),
    [
        (datetime(2026, 11, 23, 22, 58, tzinfo=UTC), "23 Nov 22:58", "23 Nov 2026 22:58 GMT"),
        (datetime(2026, 7, 1, 22, 58, tzinfo=UTC), "1 Jul 23:58", "1 Jul 2026 23:58 BST"),
        (datetime(2025, 12, 31, 23, 59, tzinfo=UTC), "31 Dec 2025 23:59", "31 Dec 2025 23:59 GMT"),
    ],
)
def test_times_are_local_and_absolute(writer, at, short, full):
    assert writer.short(at) == short
    assert writer.full(at) == full


def test_the_offset_is_whole(writer):
    assert writer.offset(datetime(2026, 7, 1, tzinfo=UTC)) == "UTC+01:00"


@pytest.mark.parametrize(
    ("minor", "currency", "shown"),
    [
        (25000, "GBP", "£250.00"),
        (5, "USD", "$0.05"),
        (1234567, "EUR", "€12,345.67"),
        (1500, "TND", "1.500 TND"),
        (None, "GBP", "not known"),
        (-5, "GBP", "-£0.05"),
    ],
)
def test_money(writer, minor, currency, shown):
    assert writer.money(minor, currency) == shown


def test_clipping_counts_what_is_printed(writer):
    assert writer.clipped("short", 10) == "short"
    assert writer.clipped("x" * 50, 10) == "x" * 10 + "…"
    assert writer.clipped("\ua4da\ua4db\ua4da", 60) == "[U+A4DA LISU LETTER CA][U+A4DB LISU LETTER CHA]…"
    assert writer.clipped("a b c d e f", 60, words=3) == "a b c…"
    assert writer.capped(2).clipped("a b c d", 60) == "a b…"


def test_clipping_parts_no_letter_from_its_marks(writer):
    assert writer.clipped("ก็" * 9, 5) == "ก็ก็…"
    assert writer.clipped("प्रिया", 5) == "प्रि…"


def test_clipping_counts_what_is_wide_twice(writer):
    assert writer.clipped("王小美", 6) == "王小美"
    assert writer.clipped("王小美", 5) == "王小…"


def test_lists_are_read_aloud(writer):
    assert [writer.listed(items) for items in ([], ["1"], ["1", "2"], ["1", "2", "3"])] == [
        "",
        "1",
        "1 and 2",
        "1, 2 and 3",
    ]


def test_an_identifier_is_fixed_width_and_whole(writer):
    span = writer.identifier("a b")
    assert (span.text, span.style.face) == ("a\u00a0b", MONO)


def test_every_sentence_of_the_report_is_given_with_its_fields_open(writer):
    assert {"Page {page} of {total}", "not known"} <= set(writer.sentences())
