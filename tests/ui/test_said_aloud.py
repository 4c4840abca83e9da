# SPDX-License-Identifier: MIT
"""What changes is said, politely or at once, and only what is on the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from app.errors import DiskFull
from ui.messages import MessageCard
from ui.said_aloud import say_aloud
from ui.widgets.passphrase_form import PassphraseForm
from ui.widgets.progress import Progress
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.context import Context

KINDS = QAccessible.AnnouncementPoliteness


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, object]]:
    """What goes to the screen reader; Qt's own call is what is replaced."""
    said: list[tuple[str, object]] = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append((event.message(), event.politeness()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return said


def test_it_is_said_once_in_one_line(heard, shown: Callable[[QWidget], QWidget]) -> None:
    widget = shown(QWidget())
    say_aloud(widget, "Saved.\n  It is yours. ")
    say_aloud(widget, "Look here", is_urgent=True)
    assert heard == [("Saved. It is yours.", KINDS.Polite), ("Look here", KINDS.Assertive)]


def test_nothing_is_said_of_what_is_not_shown(heard, qtbot: QtBot) -> None:
    hidden = QWidget()
    qtbot.addWidget(hidden)
    say_aloud(hidden, "Saved")
    hidden.show()
    say_aloud(hidden, "  ")
    assert heard == []


def test_a_verdict_is_said_after_a_pause_and_not_twice(
    heard, context: Context, shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    verdict = shown(Verdict(context))
    verdict.say("hint", "That looks short")
    verdict.say("good", "**Both** agree", "All 24 characters are the same.")
    verdict.say("good", "**Both** agree", "All 24 characters are the same.")
    qtbot.waitUntil(lambda: bool(heard))
    verdict.say("good", "**Both** agree", "All 24 characters are the same.")
    qtbot.waitUntil(lambda: not verdict._pause.isActive())
    assert heard == [("Both agree. All 24 characters are the same.", KINDS.Polite)]
    verdict.clear()
    verdict.say("good", "Both agree")
    qtbot.waitUntil(lambda: len(heard) == 2)


def test_what_failed_is_said_at_once_with_what_to_do(heard, context: Context, shown) -> None:
    holder = shown(QWidget())
    card = MessageCard(context, parent=holder)
    card.show_error(DiskFull("/"))
    [(said, how)] = heard
    assert how is KINDS.Assertive
    assert card.what.accessibleName() in said
    assert card.do.accessibleName() in said


def test_a_long_job_says_that_it_began_and_then_has_a_value(heard, context: Context, shown) -> None:
    holder = shown(QWidget())
    progress = Progress(context, words_key="lock.opening", parent=holder)
    progress.begin()
    assert [said for said, _ in heard] == [progress.words.accessibleName()]
    progress._on_moved(0.42)
    seen = QAccessible.queryAccessibleInterface(progress.bar)
    assert seen.role() is QAccessible.Role.ProgressBar
    assert seen.valueInterface().currentValue() == 42
    assert "42" in seen.text(QAccessible.Text.Name)


def test_how_hard_a_passphrase_is_to_guess_is_said(heard, context: Context, shown, qtbot: QtBot) -> None:
    form = shown(PassphraseForm(context))
    form.first.set_text("violet kettle march otter")
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0][0] == form.strength.accessibleName()
