# SPDX-License-Identifier: MIT
"""Without one picture there is enough for a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.model import Account, CaseFacts, Demand, Under18
from tests.ui.pages.test_identify import ask
from ui.capture.setting import Subject
from ui.pages.words_only import WordsOnlyPage
from ui.widgets.kept_account import KeptAccount

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def facts() -> CaseFacts:
    return CaseFacts(Under18.YES, "England")


@pytest.fixture
def page(opened: Context, qtbot: QtBot) -> WordsOnlyPage:
    page = WordsOnlyPage(opened)
    qtbot.addWidget(page)
    return page


def keep(page: WordsOnlyPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.context.session.case_changed):
        qtbot.mouseClick(page.keep, Qt.MouseButton.LeftButton)


def test_who_and_what_are_kept_in_one_go(page: WordsOnlyPage, opened: Context, qtbot: QtBot) -> None:
    page.who.platforms.chips["instagram"].click()
    page.who.identifier.set_text("amelie")
    page.who.url.set_text("https://www.instagram.com/amelie/")
    page.want.threat.set_text("i will show your school")
    page.want.said_at.set_text("23 Nov 2026 21:40")
    keep(page, qtbot)
    (account,) = ask(opened, qtbot, lambda vault: vault.entries(Account))
    (demand,) = ask(opened, qtbot, lambda vault: vault.entries(Demand))
    assert (account.fact.platform, account.fact.stable_id) == ("instagram", "amelie")
    assert demand.fact.words == "i will show your school"
    qtbot.waitUntil(lambda: bool(page.kept_card.findChildren(KeptAccount)))
    assert page.who.is_empty


def test_a_second_name_is_another_account(page: WordsOnlyPage, opened: Context, qtbot: QtBot) -> None:
    for name in ("live:first", "live:second"):
        page.who.identifier.set_text(name)
        keep(page, qtbot)
    accounts = ask(opened, qtbot, lambda vault: vault.entries(Account))
    assert [each.fact.stable_id for each in accounts] == ["live:first", "live:second"]


def test_a_kept_name_can_be_changed(page: WordsOnlyPage, opened: Context, qtbot: QtBot) -> None:
    page.who.identifier.set_text("live:frist")
    keep(page, qtbot)
    qtbot.waitUntil(lambda: bool(page.kept_card.findChildren(KeptAccount)))
    page.kept_card.findChildren(KeptAccount)[0].change.click()
    page.who.identifier.set_text("live:first")
    keep(page, qtbot)
    (account,) = ask(opened, qtbot, lambda vault: vault.entries(Account))
    assert (account.fact.stable_id, account.revision) == ("live:first", 2)


def test_it_says_not_to_copy_and_offers_no_picture(page: WordsOnlyPage) -> None:
    assert page.rule.title.words == "Do not copy it. Do not send it. Keep the device. Tell the officer."
    assert not hasattr(page, "link")


def test_nothing_typed_keeps_nothing(page: WordsOnlyPage, opened: Context, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.keep, Qt.MouseButton.LeftButton)
    assert ask(opened, qtbot, lambda vault: vault.entries(Account)) == ()
    assert page.stored.kind == ""


def test_one_small_area_can_be_drawn(page: WordsOnlyPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.moved_on) as moved:
        qtbot.mouseClick(page.draw, Qt.MouseButton.LeftButton)
    assert moved.args == ["capture", Subject(is_of_words=True)]
