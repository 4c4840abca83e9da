# SPDX-License-Identifier: MIT
"""Every answer can be left out, given and read again; what is typed is kept as a draft."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.guide.answered import UNNAMED, Answers
from app.model import Answer
from ui.widgets.answers_form import AnswersForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.model import CaseFacts
    from ui.context import Context


@pytest.fixture
def form(opened: Context, qtbot: QtBot) -> AnswersForm:
    form = AnswersForm(opened)
    qtbot.addWidget(form)
    return form


def test_nothing_is_answered_beforehand(form: AnswersForm, facts: CaseFacts) -> None:
    assert form.answers.is_empty
    form.load(facts)
    assert form.answers.is_empty


@pytest.mark.parametrize(
    "answers",
    [
        Answers(("snapchat", "instagram"), Answer.YES, Answer.NO, ("real", "mail"), True, "Ana"),
        Answers(("tinder", "A new app", "Another"), paid=Answer.NO, says_broke_law=False, helper=""),
        Answers(held=("unknown",)),
    ],
)
def test_what_is_kept_is_shown_as_it_was_answered(
    form: AnswersForm, facts: CaseFacts, answers: Answers
) -> None:
    form.load(answers.over(facts))
    again = form.answers
    assert set(again.platforms) == set(answers.platforms)
    assert replace(again, platforms=()) == replace(answers, platforms=())


def test_a_name_is_asked_for_only_where_it_is_needed(form: AnswersForm) -> None:
    assert form.other.isHidden()
    assert form.others.isHidden()
    assert form.name.isHidden()
    form.platforms.chips["another"].click()
    form.friend.chips["helping"].click()
    assert not any(part.isHidden() for part in (form.other, form.others, form.name))
    form.others.chips["kik"].click()
    form.other.set_text(" A new app ,Other ")
    form.name.set_text(" Ana ")
    assert form.answers.platforms == ("kik", "A new app", "Other")
    assert form.answers.helper == "Ana"
    form.friend.chips["helping"].click()
    assert form.answers.helper is None


def test_not_sure_is_not_known(form: AnswersForm, facts: CaseFacts) -> None:
    for chips in (form.paid, form.posted):
        chips.chips["not_known"].click()
    form.law.chips["not_known"].click()
    assert form.answers.over(replace(facts, paid=Answer.YES)).paid is Answer.NOT_KNOWN
    assert form.answers.says_broke_law is None


def test_a_helper_whose_name_is_not_given_is_shown_without_one(form: AnswersForm, facts: CaseFacts) -> None:
    form.load(replace(facts, helper=UNNAMED))
    assert form.name.text == ""
    assert form.friend.on == ("helping",)


def test_each_answer_is_told(form: AnswersForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.changed):
        form.paid.chips["yes"].click()
    with qtbot.waitSignal(form.changed):
        form.name.set_text("A")
