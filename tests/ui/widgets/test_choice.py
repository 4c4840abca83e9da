# SPDX-License-Identifier: MIT
"""Choices: nothing chosen beforehand, the whole row presses, keys move, drafts come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ui.widgets.choice import Choice

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.context import Context

ANSWERS = [
    ("no", "No, everyone is 18 or over"),
    ("yes", "Yes, someone is under 18"),
    ("unsure", "I'm not sure"),
]


@pytest.fixture
def choice(context: Context, shown: Callable[[QWidget], QWidget]) -> Choice:
    choice = Choice(context, ANSWERS, name="Is anyone under 18?")
    choice.resize(500, 200)
    shown(choice)
    return choice


def test_nothing_is_chosen_beforehand(choice: Choice) -> None:
    assert choice.answer is None
    assert not any(row.isChecked() for row in choice.rows.values())


def test_a_press_at_the_far_end_of_the_row_counts(choice: Choice, qtbot: QtBot) -> None:
    row = choice.rows["yes"]
    with qtbot.waitSignal(choice.chosen) as chosen:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 4, 4))
    assert chosen.args == ["yes"]
    assert choice.answer == "yes"


def test_one_answer_only(choice: Choice) -> None:
    choice.choose("yes")
    choice.choose("unsure")
    assert [key for key, row in choice.rows.items() if row.isChecked()] == ["unsure"]


def test_long_words_wrap(choice: Choice) -> None:
    row = choice.rows["no"]
    assert row.heightForWidth(150) > row.heightForWidth(500) >= 52


def test_it_stacks_when_narrow(context: Context, shown: Callable[[QWidget], QWidget]) -> None:
    choice = Choice(context, ANSWERS[:2], name="?", is_across=True)
    choice.resize(600, 60)
    shown(choice)
    first, second = choice.rows.values()
    assert first.y() == second.y()
    choice.set_narrow(True)
    choice.layout().activate()
    assert first.x() == second.x()
