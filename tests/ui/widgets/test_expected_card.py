# SPDX-License-Identifier: MIT
"""Only confirmed sentences are shown, with the day they were checked; without any there is no card."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.content import Line
from app.guide.expected import Expected, ExpectedLine
from ui.widgets.expected_card import ExpectedCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

CHECKED = date(2026, 11, 1)  # before the day of the tests' clock
SAID = ExpectedLine(Line("They call."), "a page")
HEARD = ExpectedLine(Line("They go away.", verified=False), "nobody")


def test_it_shows_what_is_confirmed_and_when(context: Context, qtbot: QtBot) -> None:
    card = ExpectedCard(context, Expected(CHECKED, (SAID, HEARD)))
    qtbot.addWidget(card)
    assert card.has_any
    assert [line.words for line in card.lines] == ["They call."]
    assert card.checked.words == context.words("expected.checked", date="1 Nov 2026")


def test_it_says_when_that_is_long_ago(context: Context, qtbot: QtBot) -> None:
    card = ExpectedCard(context, Expected(date(2025, 1, 1), (SAID,)))
    qtbot.addWidget(card)
    assert card.checked.words == context.words("expected.old")


def test_nothing_confirmed_is_nothing(context: Context, qtbot: QtBot) -> None:
    card = ExpectedCard(context, Expected(CHECKED, (HEARD,)))
    qtbot.addWidget(card)
    assert not card.has_any
    assert card.isHidden()
