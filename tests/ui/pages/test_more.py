# SPDX-License-Identifier: MIT
"""What happened: every answer can be left, kept, changed and taken back; some ask for a page first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.guide.answered import Answers, taken_back
from app.model import Answer, CaseFacts, Under18
from tests.ui.filling import ask
from ui.answers import Changed
from ui.pages.more import MorePage, ahead
from ui.steps_known import ASKED, LATER

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

ADULT = CaseFacts(Under18.NO, "England")


@pytest.fixture
def page(opened: Context, qtbot: QtBot) -> MorePage:
    page = MorePage(opened)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.is_ready)
    return page


def kept(context: Context, qtbot: QtBot) -> CaseFacts:
    return ask(context, qtbot, lambda vault: vault.case().fact)


def test_the_answers_are_kept_and_can_be_taken_back(page: MorePage, opened: Context, qtbot: QtBot) -> None:
    before = kept(opened, qtbot)
    page.form.platforms.chips["snapchat"].click()
    page.form.paid.chips["yes"].click()
    told: list[int] = []
    opened.session.case_changed.connect(lambda: told.append(1))
    with qtbot.waitSignal(page.moved_on) as moved:
        page.keep.click()
    changed = Changed(before)
    assert moved.args == ["steps", changed]
    assert told == [1]
    after = kept(opened, qtbot)
    assert (after.platforms, after.paid) == (("snapchat",), Answer.YES)
    assert taken_back(after, changed.before) == before


def test_not_now_keeps_nothing_and_asks_no_more(page: MorePage, opened: Context, qtbot: QtBot) -> None:
    before = kept(opened, qtbot)
    page.form.paid.chips["yes"].click()
    with qtbot.waitSignal(page.moved_on) as moved:
        page.skip.click()
    assert moved.args == ["steps", None]
    assert kept(opened, qtbot) == before
    assert ask(opened, qtbot, lambda vault: vault.draft(ASKED)) == LATER


def test_keeping_nothing_new_writes_nothing(page: MorePage, opened: Context, qtbot: QtBot) -> None:
    count = ask(opened, qtbot, lambda vault: vault.record_count)
    with qtbot.waitSignal(page.moved_on) as moved:
        page.keep.click()
    assert moved.args == ["steps", None]
    assert ask(opened, qtbot, lambda vault: vault.record_count) == count


def test_what_was_kept_is_shown_again_to_be_changed(page: MorePage, opened: Context, qtbot: QtBot) -> None:
    ask(opened, qtbot, lambda vault: vault.revise_case(Answers(("kik",), helper="Ana").over(ADULT)))
    page.open_with(None)
    qtbot.waitUntil(lambda: page.form.answers.helper == "Ana")
    assert page.form.answers.platforms == ("kik",)


def test_the_first_three_answers_can_be_changed_from_here(page: MorePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.moved_on) as moved:
        page.first.click()
    assert moved.args == ["questions", None]


@pytest.mark.parametrize(
    ("answers", "pages"),
    [
        (Answers(paid=Answer.NO), ()),
        (Answers(says_broke_law=True), ("law",)),
        (Answers(held=("mail",)), ("mail",)),
        (Answers(held=("real", "mail")), ()),
        (Answers(held=("ai",), says_broke_law=True), ("law", "fake")),
        (Answers(says_broke_law=False), ()),
    ],
)
def test_some_answers_ask_for_a_page_first_and_only_once(answers: Answers, pages: tuple[str, ...]) -> None:
    after = answers.over(ADULT)
    assert ahead(ADULT, after) == pages
    assert ahead(after, after) == ()
    assert ahead(after, replace(after, name="Tom")) == ()


def test_the_page_that_is_asked_for_comes_first(page: MorePage, qtbot: QtBot) -> None:
    page.form.law.chips["yes"].click()
    with qtbot.waitSignal(page.moved_on) as moved:
        page.keep.click()
    assert moved.args is not None
    assert moved.args[0] == "law"
    assert moved.args[1].go_on()[0] == "steps"
