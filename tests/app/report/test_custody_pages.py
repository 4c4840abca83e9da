# SPDX-License-Identifier: MIT
"""The custody page: counts, the state of the record, a failed check as loud as a passed one."""

from dataclasses import replace

from app.report.custody_pages import draw_custody


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
