# SPDX-License-Identifier: MIT
"""The check page holds root and key in full, and nothing that is not there yet."""

from app.hashing import grouped
from app.report.checking import COMMANDS
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
    assert "html" not in text.casefold()
