# SPDX-License-Identifier: MIT
"""Three questions: none answered beforehand; each way of answering leads where it must."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.model import Answer, Under18
from tests.ui.filling import add_exhibit, ask
from ui.pages.questions import QuestionsPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.model import CaseFacts
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


def kept(context: Context, qtbot: QtBot) -> CaseFacts:
    return ask(context, qtbot, lambda vault: vault.case().fact)


def test_beside_a_case_its_answers_are_shown(opened: Context, qtbot: QtBot, facts: CaseFacts) -> None:
    told = replace(facts, could_use_this_computer=Answer.NO, country="Wales", name="Tom")
    ask(opened, qtbot, lambda vault: vault.revise_case(told))
    page = QuestionsPage(opened)
    qtbot.addWidget(page)
    page.open_with(None)
    qtbot.waitUntil(lambda: page.answers is not None)
    assert page.answers is not None
    assert page.answers.facts == replace(told, name=None)
    assert page.headline.words == opened.words("questions.title.case")
    with qtbot.waitSignal(page.moved_on) as moved:
        page.go.click()
    assert moved.args == ["steps", None]
    with qtbot.waitSignal(page.moved_on) as moved:
        page.back.click()
    assert moved.args == ["steps", None]
    assert kept(opened, qtbot) == told


def test_a_country_that_we_do_not_know_stays(opened: Context, qtbot: QtBot, facts: CaseFacts) -> None:
    told = replace(facts, could_use_this_computer=Answer.NO, country="Atlantis")
    ask(opened, qtbot, lambda vault: vault.revise_case(told))
    page = QuestionsPage(opened)
    qtbot.addWidget(page)
    page.open_with(None)
    qtbot.waitUntil(lambda: page.answers is not None)
    assert page.answers is not None
    assert page.answers.facts.country == "Atlantis"


@pytest.mark.parametrize(
    ("under_18", "shared", "pages"),
    [
        ("no", "no", ["steps"]),
        ("yes", "no", ["under18", "steps"]),
        ("no", "yes", ["shared", "steps"]),
        ("unsure", "yes", ["shared", "under18", "steps"]),
    ],
)
def test_a_changed_answer_is_kept_and_leads_where_it_must(
    opened: Context, qtbot: QtBot, facts: CaseFacts, under_18: str, shared: str, pages: list[str]
) -> None:
    before = replace(facts, could_use_this_computer=Answer.NO, name="Tom")
    ask(opened, qtbot, lambda vault: vault.revise_case(before))
    page = QuestionsPage(opened)
    qtbot.addWidget(page)
    page.open_with(None)
    qtbot.waitUntil(lambda: page.answers is not None)
    answer(page, under_18, shared)
    told: list[int] = []
    opened.session.case_changed.connect(lambda: told.append(1))
    with qtbot.waitSignal(page.moved_on) as moved:
        page.go.click()
    assert moved.args is not None
    assert told == [1]
    name, changed = moved.args
    seen = [name]
    while seen[-1] != "steps":
        name, changed = changed.go_on()
        seen.append(name)
    assert seen == pages
    assert changed.before == before
    after = kept(opened, qtbot)
    assert (after.country, after.name) == ("Scotland", "Tom")


def test_it_says_what_becomes_of_the_pictures(opened: Context, qtbot: QtBot, facts: CaseFacts) -> None:
    add_exhibit(opened, qtbot)
    told = replace(facts, could_use_this_computer=Answer.NO)
    ask(opened, qtbot, lambda vault: vault.revise_case(told))
    page = QuestionsPage(opened)
    qtbot.addWidget(page)
    page.open_with(None)
    qtbot.waitUntil(lambda: page.has_pictures)
    assert page.apart.isHidden()
    page.under_18.rows["questions.q1.unsure"].click()
    assert not page.apart.isHidden()
    page.under_18.rows["questions.q1.no"].click()
    assert page.apart.isHidden()
