# SPDX-License-Identifier: MIT
"""The custody page: counts, the state of the record, a failed check as loud as a passed one."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.report.custody_facts import PRINTED
from app.report.custody_pages import draw_custody
from app.report.custody_said import OutsideTime


def drawn(sheet_of, dossier, **custody):
    sheet = sheet_of(replace(dossier, custody=replace(dossier.custody, **custody)))
    draw_custody(sheet)
    return sheet.pen.said


def test_the_sample_says_how_many_of_how_many_and_the_state(page_with):
    text = page_with("Custody summary")
    assert "This page shows 11 of 43" in text
    assert "Passed 24 Nov 02:58. 7 originals, 0 failures." in text
    assert "machine alias “heron-41”" in text


def test_a_failed_check_is_said_with_its_exhibits(sheet_of, sample):
    integrity = replace(sample[0].custody.integrity, differ=("TJH/2", "TJH/5"))
    assert "FAILED 24 Nov 02:58. Differ: TJH/2, TJH/5." in drawn(sheet_of, sample[0], integrity=integrity)


def test_no_check_is_said_too(sheet_of, sample):
    assert "Not checked in Safehold before this report." in drawn(sheet_of, sample[0], integrity=None)


def test_clock_jumps_are_counted(sheet_of, sample):
    assert "Clock jumps 3" in drawn(sheet_of, sample[0], clock_jumps=3)


def test_without_a_time_from_outside_it_says_so(sheet_of, sample):
    assert "Outside time stamp Not used." in drawn(sheet_of, sample[0])


@pytest.mark.parametrize(
    ("difference_ms", "said"),
    [
        (1_500, "clock was right to about 2 seconds."),
        (181_400, "clock was 181 seconds ahead."),
        (-3_600_000, "clock was 3,600 seconds behind."),
    ],
)
def test_the_last_time_from_outside_is_said_with_what_it_covers(sheet_of, sample, difference_ms, said):
    at = datetime(2026, 11, 24, 3, 5, 2, tzinfo=UTC)
    times = tuple(OutsideTime(n, "digicert", "DigiCert", at, 10 * n, difference_ms) for n in (1, 2))
    text = drawn(sheet_of, sample[0], outside=times)
    assert "24 Nov 2026 03:05:02 UTC, says DigiCert: the first 20 records existed by then. " in text
    assert said in text


@pytest.mark.parametrize("kind", sorted(PRINTED))
def test_every_kind_that_is_printed_has_words(sheet_of, sample, kind):
    line = replace(sample[0].custody.lines[0], type=kind, what="TJH/1")
    text = drawn(sheet_of, sample[0], lines=(line,))
    known = sheet_of(sample[0]).writer.knows(f"custody.what.{kind}")
    assert kind in text
    assert known
