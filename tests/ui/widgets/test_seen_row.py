# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.model import Answer
from ui.widgets.seen_row import SeenRow


@pytest.fixture
def row(context, shown) -> SeenRow:
    return shown(SeenRow(context, "the date and time?", "Take one more."))


def press(row: SeenRow, answer: Answer) -> None:
    QTest.mouseClick(row.buttons[answer], Qt.MouseButton.LeftButton)


def test_nothing_is_chosen_beforehand(row: SeenRow) -> None:
    assert row.answer is Answer.NOT_KNOWN
    assert not any(button.isChecked() for button in row.buttons.values())
    assert not row.advice.isVisible()


def test_no_brings_the_advice_and_yes_takes_it_away(row: SeenRow, qtbot) -> None:
    with qtbot.waitSignal(row.answered) as answered:
        press(row, Answer.NO)
    assert answered.args == [Answer.NO]
    assert row.advice.isVisible()
    press(row, Answer.YES)
    assert row.answer is Answer.YES
    assert not row.advice.isVisible()
    assert not row.buttons[Answer.NO].isChecked()


def test_the_chosen_answer_pressed_again_is_taken_back(row: SeenRow) -> None:
    press(row, Answer.YES)
    press(row, Answer.YES)
    assert row.answer is Answer.NOT_KNOWN
    assert not row.buttons[Answer.YES].isChecked()


def test_a_screen_reader_hears_question_and_answer(row: SeenRow, words) -> None:
    assert row.buttons[Answer.YES].accessibleName() == f"the date and time? {words('look.yes')}"


def test_what_was_read_is_said_and_answers_nothing(row: SeenRow) -> None:
    assert not row.read.isVisible()
    row.show_read("We read 02:16")
    assert row.read.isVisible()
    assert row.answer is Answer.NOT_KNOWN
    row.show_read("")
    assert not row.read.isVisible()
