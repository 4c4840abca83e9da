# SPDX-License-Identifier: MIT
"""What unfolds says what to do first, and gives what was typed, letter for letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.watch_panels import AnswerPanel, AskPanel, FoundPanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_what_to_do_about_a_find_is_said_before_the_fields(context: Context, qtbot: QtBot) -> None:
    panel = FoundPanel(context)
    qtbot.addWidget(panel)
    said = " ".join(row.words.words for row in panel.rows)
    assert "share it" in said
    assert "bodies out of view" in said


def test_an_address_and_a_note_are_told(context: Context, qtbot: QtBot) -> None:
    panel = FoundPanel(context)
    qtbot.addWidget(panel)
    panel.url.set_text("https://x.com/2 ")
    with qtbot.waitSignal(panel.kept) as kept:
        panel.keep.click()
    assert kept.args == ["https://x.com/2", None]
    panel.clear()
    assert panel.url.text == ""


def test_a_friend_is_told_by_name(context: Context, qtbot: QtBot) -> None:
    panel = AskPanel(context)
    qtbot.addWidget(panel)
    panel.who.set_text("Ana")
    with qtbot.waitSignal(panel.kept) as kept:
        panel.keep.click()
    assert kept.args == ["Ana"]


def test_an_answer_is_told_and_the_lines_are_empty_after(context: Context, qtbot: QtBot) -> None:
    panel = AnswerPanel(context)
    qtbot.addWidget(panel)
    panel.answer.set_text("We closed\nthe account")
    with qtbot.waitSignal(panel.kept) as kept:
        panel.keep.click()
    assert kept.args == ["We closed\nthe account"]
    assert panel.answer.text == ""
