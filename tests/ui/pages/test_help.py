# SPDX-License-Identifier: MIT
"""Help fits place, age and hour, and its words for the police hold only what is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.model import Account, CaseFacts, Demand, Strength, Under18
from tests.ui.pages.test_identify import ask
from ui.pages.help import HelpPage
from ui.widgets.contact_row import ContactRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

CID = "live:.cid.8f3a1b2c4d5e6f70"


def reached(page: HelpPage) -> list[str]:
    return [row.reach.words for row in page.list.findChildren(ContactRow) if not row.isHidden()]


@pytest.fixture
def page(opened: Context, qtbot: QtBot) -> HelpPage:
    page = HelpPage(opened)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: bool(reached(page)))
    return page


def test_life_comes_first(page: HelpPage) -> None:
    assert reached(page)[:3] == ["999", "116 123", "101"]
    assert page.age.words == "18 or over"


def test_it_works_while_the_case_is_locked(context: Context, qtbot: QtBot) -> None:
    page = HelpPage(context)
    qtbot.addWidget(page)
    assert "116 123" in reached(page)
    assert {"stopncii.org", "childline.org.uk/remove"} <= set(reached(page))
    qtbot.mouseClick(page.places.chips["Scotland"], Qt.MouseButton.LeftButton)
    assert "0300 123 2040" not in reached(page)


def test_another_place_is_kept_in_the_case(page: HelpPage, opened: Context, qtbot: QtBot) -> None:
    assert "0300 123 2040" in reached(page)
    qtbot.mouseClick(page.places.chips["Scotland"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "0300 123 2040" not in reached(page))
    assert ask(opened, qtbot, lambda vault: vault.case().fact.country) == "Scotland"


def test_words_for_the_police_hold_only_what_is_known(page: HelpPage, opened: Context, qtbot: QtBot) -> None:
    assert "ID" not in page.text.words
    weak = Account("instagram", "amelie", None, Strength.MEDIUM)
    strong = Account("skype", CID, "Skype Name", Strength.STRONG)
    own = Account("skype", "live:me", "Skype Name", Strength.STRONG, is_own=True)
    for fact in (
        own,
        weak,
        strong,
        Demand("threat", "i will post", None),
        Demand("money", "send {500}", None),
    ):
        ask(opened, qtbot, lambda vault, fact=fact: vault.add(fact))
    page.refresh()
    qtbot.waitUntil(lambda: CID in page.text.words)
    assert 'They wrote: "send {500}".' in page.text.words
    assert "live:me" not in page.text.words
    qtbot.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == page.text.words
    assert page.copy.text() == opened.words("help.page.copied")


def test_a_child_gets_the_contacts_for_children(context: Context, qtbot: QtBot) -> None:
    facts = CaseFacts(Under18.YES, "England")
    with qtbot.waitSignal(context.session.opened, timeout=20_000):
        context.session.create(context.folder, "violet kettle march otter", facts)
    page = HelpPage(context)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: "childline.org.uk/remove" in reached(page))
    assert "stopncii.org" not in reached(page)
    assert page.age.words == "Under 18"


def test_old_numbers_are_said_to_be_old(page: HelpPage) -> None:
    assert page.old.isHidden()
    assert page.checked.words.startswith("Checked ")
