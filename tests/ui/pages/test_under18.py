# SPDX-License-Identifier: MIT
"""Words, not pictures: it leads to the passphrase, or beside an open case back to the steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import CaseFacts, Under18
from ui.answers import Changed, FirstAnswers
from ui.pages.under18 import Under18Page

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_where_it_leads(context: Context, qtbot: QtBot) -> None:
    page = Under18Page(context)
    qtbot.addWidget(page)
    answers = FirstAnswers(CaseFacts(Under18.YES, "England"), is_urgent=False)
    page.open_with(answers)
    with qtbot.waitSignal(page.moved_on) as moved:
        page.go.click()
    assert moved.args == ["passphrase", answers]
    page.open_with(None)
    assert page.back.isHidden()
    with qtbot.waitSignal(page.moved_on) as moved:
        page.go.click()
    assert moved.args == ["words_only", None]


def test_nothing_unconfirmed_is_shown(context: Context, qtbot: QtBot) -> None:
    page = Under18Page(context)
    qtbot.addWidget(page)
    assert page.rule.title.words == context.words("path.under18.rule")
    shown = [context.words(f"path.under18.{n}") for n in range(1, 6)]
    assert not any("Childline **0800 1111**" in words for words in shown)


def test_beside_an_open_case_it_leads_on_to_what_comes_next(context: Context, qtbot: QtBot) -> None:
    page = Under18Page(context)
    qtbot.addWidget(page)
    changed = Changed(CaseFacts(Under18.NO, "England"))
    page.open_with(changed)
    with qtbot.waitSignal(page.moved_on) as moved:
        page.go.click()
    assert moved.args == ["steps", changed]
