# SPDX-License-Identifier: MIT
"""Every page that holds more can be asked for by name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.guide.answered import Answers
from app.guide.plan import plan
from app.model import Under18
from ui.routes import ROUTES
from ui.steps_known import StepsKnown
from ui.widgets.more_links import PAGES, MoreLinks

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.model import CaseFacts
    from ui.context import Context


@pytest.mark.parametrize("page", [page for page, _, _ in PAGES])
def test_each_link_leads_to_a_page_there_is(context: Context, qtbot: QtBot, page: str) -> None:
    links = MoreLinks(context)
    qtbot.addWidget(links)
    assert page in ROUTES
    with qtbot.waitSignal(links.page_asked) as asked:
        links.buttons[page].click()
    assert asked.args == [page]


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        (Answers(), set()),
        (Answers(says_broke_law=True), {"law"}),
        (Answers(held=("mail", "ai")), {"mail", "fake"}),
    ],
)
def test_advice_is_offered_where_an_answer_asks_for_it(
    context: Context, qtbot: QtBot, facts: CaseFacts, answers: Answers, shown: set[str]
) -> None:
    links = MoreLinks(context)
    qtbot.addWidget(links)
    told = answers.over(facts)
    links.show_for(StepsKnown(plan(context.guides, told), told))
    assert {name for name in ("law", "mail", "fake") if not links.buttons[name].isHidden()} == shown
    assert not links.buttons["more"].isHidden()


def test_the_five_alone_are_offered_while_one_is_open(
    context: Context, qtbot: QtBot, facts: CaseFacts
) -> None:
    links = MoreLinks(context)
    qtbot.addWidget(links)
    links.show_for(StepsKnown(plan(context.guides, facts), facts))
    assert not links.fast.isHidden()
    with qtbot.waitSignal(links.fast_asked):
        links.fast.click()
    child = replace(facts, under_18=Under18.YES)
    links.show_for(StepsKnown(plan(context.guides, child), child))
    assert links.fast.isHidden()
