# SPDX-License-Identifier: MIT
"""A fact that is taken back counts no more until it is brought back, and nothing of it is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.model import Call, Entry
from tests.ui.pages.test_identify import ask
from ui.widgets.undo_line import UndoLine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def entry(opened: Context, qtbot: QtBot) -> Entry[Call]:
    return ask(opened, qtbot, lambda vault: vault.add(Call(None)))


@pytest.fixture
def line(opened: Context, qtbot: QtBot) -> UndoLine:
    line = UndoLine(opened)
    qtbot.addWidget(line)
    return line


def calls(context: Context, qtbot: QtBot) -> list[str]:
    return ask(context, qtbot, lambda vault: [each.id for each in vault.entries(Call)])


def test_nothing_is_said_before(line: UndoLine) -> None:
    assert line.isHidden()


def test_it_is_taken_back_and_said_with_its_name(
    line: UndoLine, opened: Context, entry: Entry[Call], qtbot: QtBot
) -> None:
    with qtbot.waitSignals([line.changed, opened.session.case_changed]):
        line.take_back(entry.id, "The call")
    assert "The call" in line.said.words
    assert not line.isHidden()
    assert calls(opened, qtbot) == []
    assert [one.id for one in ask(opened, qtbot, lambda vault: vault.withdrawn(Call))] == [entry.id]


def test_undo_brings_it_back_and_says_nothing_more(
    line: UndoLine, opened: Context, entry: Entry[Call], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(line.changed):
        line.take_back(entry.id, "The call")
    with qtbot.waitSignals([line.changed, opened.session.case_changed]):
        line.undo.click()
    assert line.isHidden()
    assert calls(opened, qtbot) == [entry.id]


def test_the_next_visit_starts_without_it(line: UndoLine, entry: Entry[Call], qtbot: QtBot) -> None:
    with qtbot.waitSignal(line.changed):
        line.take_back(entry.id, "The call")
    line.forget()
    assert line.isHidden()
