# SPDX-License-Identifier: MIT
"""Three questions: none answered beforehand; each way of answering leads where it must."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.model import Answer, Under18
from ui.pages.questions import QuestionsPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> QuestionsPage:
    page = QuestionsPage(context)
    qtbot.addWidget(page)
    return page


def answer(page: QuestionsPage, under_18: str, shared: str) -> None:
    page.under_18.choose(f"questions.q1.{under_18}")
    page.shared.choose(f"questions.q2.{shared}")
    page.country.setCurrentText("Scotland")


def test_nothing_is_chosen_beforehand_and_that_is_said(page: QuestionsPage, qtbot: QtBot) -> None:
    assert page.answers is None
    with qtbot.assertNotEmitted(page.moved_on):
        page.go.click()
    assert not page.none.isHidden()


@pytest.mark.parametrize(
    ("under_18", "shared", "target"),
    [
        ("no", "no", "passphrase"),
        ("yes", "no", "under18"),
        ("unsure", "no", "under18"),
        ("no", "yes", "shared"),
        ("unsure", "yes", "shared"),
    ],
)
def test_where_the_answers_lead(
    page: QuestionsPage, qtbot: QtBot, under_18: str, shared: str, target: str
) -> None:
    answer(page, under_18, shared)
    with qtbot.waitSignal(page.moved_on) as moved:
        page.go.click()
    assert moved.args is not None
    assert moved.args[0] == target


def test_not_sure_is_kept_as_not_sure(page: QuestionsPage) -> None:
    page.open_with(True)
    answer(page, "unsure", "yes")
    answers = page.answers
    assert answers is not None
    assert answers.is_urgent
    assert answers.facts.under_18 is Under18.NOT_SURE
    assert answers.facts.could_use_this_computer is Answer.YES
    assert answers.facts.country == "Scotland"


def test_coming_back_keeps_the_answers(page: QuestionsPage, qtbot: QtBot) -> None:
    page.open_with(True)
    answer(page, "no", "no")
    page.open_with(None)
    assert page.answers is not None
    assert page.answers.is_urgent
    with qtbot.waitSignal(page.moved_on) as moved:
        page.back.click()
    assert moved.args == ["welcome", None]
