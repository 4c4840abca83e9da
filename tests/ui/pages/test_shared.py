# SPDX-License-Identifier: MIT
"""If they could use this computer: another device first, and the way on depends on age."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.model import CaseFacts, Under18
from ui.answers import Changed, FirstAnswers
from ui.pages.shared import SharedPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.mark.parametrize(
    ("under_18", "target"),
    [(Under18.NO, "passphrase"), (Under18.NOT_SURE, "under18"), (Under18.YES, "under18")],
)
def test_where_it_leads(context: Context, qtbot: QtBot, under_18: Under18, target: str) -> None:
    page = SharedPage(context)
    qtbot.addWidget(page)
    answers = FirstAnswers(CaseFacts(under_18, "England"), is_urgent=False)
    page.open_with(answers)
    with qtbot.waitSignal(page.moved_on) as moved:
        page.stay.click()
    assert moved.args == [target, answers]
    with qtbot.waitSignal(page.moved_on) as moved:
        page.other.click()
    assert moved.args == ["hide", None]


def test_the_main_button_is_the_safer_way(context: Context, qtbot: QtBot) -> None:
    page = SharedPage(context)
    qtbot.addWidget(page)
    assert page.other.role == "big"
    assert page.stay.role == "big_secondary"
    with qtbot.assertNotEmitted(page.moved_on):
        page.stay.click()  # no answers yet


def test_beside_an_open_case_it_leads_on_to_what_comes_next(context: Context, qtbot: QtBot) -> None:
    page = SharedPage(context)
    qtbot.addWidget(page)
    changed = Changed(CaseFacts(Under18.NO, "England"))
    page.open_with(changed)
    with qtbot.waitSignal(page.moved_on) as moved:
        page.stay.click()
    assert moved.args == ["steps", changed]
