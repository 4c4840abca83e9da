# SPDX-License-Identifier: MIT
"""A letter to read, copy, save and print."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.content import load
from app.paths import resources
from app.report.wording.files import Letter
from app.report.wording.filled import FilledLetter
from ui.widgets.letter_card import LetterCard

BANK = load(Letter, resources() / "letters" / "en" / "bank.toml")
LETTER = FilledLetter(
    BANK,
    2,
    "To",
    "24 Nov 2026",
    "Subject",
    "Opening.",
    (("Amount", "£2.00"),),
    "Please:",
    ("keep it",),
    "End.",
    "Tom",
)


@pytest.fixture
def card(context, shown):
    made = shown(LetterCard(context))
    made.show_letter(LETTER)
    return made


def test_all_of_it_can_be_read_and_copied(card, qtbot, words):
    with qtbot.waitSignal(card.copy_wanted) as wanted:
        QTest.mouseClick(card.copy, Qt.MouseButton.LeftButton)
    assert wanted.args == [
        "To\n24 Nov 2026\n\nSubject\n\nOpening.\n\nAmount: £2.00\n\nPlease:\n1. keep it\n\nEnd.\n\nTom"
    ]
    assert card.copy.text() == words("wording.copied")
    assert card.title.words == "Letter to your bank, payment 2"


@pytest.mark.parametrize(("button", "signal"), [("save", "save_wanted"), ("print", "print_wanted")])
def test_it_can_be_saved_and_printed(card, qtbot, button, signal):
    with qtbot.waitSignal(getattr(card, signal)):
        QTest.mouseClick(getattr(card, button), Qt.MouseButton.LeftButton)


def test_a_card_that_is_cleared_holds_nothing(card):
    card.clear()
    assert card.letter is None
    assert card.text.words == ""
