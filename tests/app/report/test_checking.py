# SPDX-License-Identifier: MIT
"""The check page holds root and key in full, and nothing that is not there yet."""

from dataclasses import replace
from datetime import UTC, datetime

from app.hashing import grouped
from app.package.names import CHECK_PAGE
from app.report.checking import COMMANDS, draw_checking
from app.report.custody_said import OutsideTime
from tests.app.report.dossiers import KEY, ROOT


def test_root_and_key_are_there_in_full(page_with):
    text = page_with("How to check this record")
    for value in (ROOT, KEY):
        assert " ".join(grouped(value)) in text


def test_the_commands_of_every_system_are_there(page_with):
    text = page_with("How to check this record")
    for commands in COMMANDS.values():
        for command in commands:
            assert command in text
    assert "main.py verify PACKAGE --root ROOT --key KEY" in text


def test_it_says_what_a_match_does_not_prove(page_with):
    text = page_with("How to check this record")
    assert "What it does not prove That the screen told the truth" in text


def test_the_page_of_the_package_comes_first(page_with):
    text = page_with("How to check this record")
    assert text.index(f"Open {CHECK_PAGE}") < text.index("main.py verify")


def test_a_time_from_outside_comes_with_the_command_that_checks_it(sheet_of, sample):
    last = OutsideTime(3, "digicert", "DigiCert", datetime(2026, 11, 24, 3, 5, 2, tzinfo=UTC), 30, 0)
    dossier = sample[0]
    sheet = sheet_of(replace(dossier, custody=replace(dossier.custody, outside=(last,))))
    draw_checking(sheet)
    said = sheet.pen.said.replace("\u00a0", " ")
    assert "cd data/log/anchors" in said
    assert "openssl ts -verify -data 0003.txt -in 0003.tsr" in said
    assert "-CAfile digicert.pem" in said


def test_without_one_there_is_no_such_command(page_with):
    assert "openssl" not in page_with("How to check this record")
