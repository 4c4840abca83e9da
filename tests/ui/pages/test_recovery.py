# SPDX-License-Identifier: MIT
"""The recovery code: shown once, tried once, never printed on a computer others use, and it can wait."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.model import Answer
from ui.pages.recovery import RecoveryPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.vault import Vault
    from ui.context import Context


def made(opened: Context, qtbot: QtBot) -> RecoveryPage:
    page = RecoveryPage(opened)
    qtbot.addWidget(page)
    page.make.click()
    assert page.progress.is_running
    qtbot.waitUntil(lambda: bool(page._groups), timeout=20_000)
    return page


def tried(opened: Context, qtbot: QtBot) -> bool:
    found: list[bool] = []
    opened.session.run(lambda vault: vault.recovery_code_tried(), owner=opened.session, then=found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_the_right_group_is_enough_and_the_vault_knows(opened: Context, qtbot: QtBot) -> None:
    page = made(opened, qtbot)
    assert len(page._groups) == 8
    assert str(page._asked) in page.tried.label.words
    right = page._groups[page._asked - 1]
    page.tried.set_text("ZZZZ" if right != "ZZZZ" else "YYYY")
    assert page.tried.verdict.kind == "hint"
    assert not tried(opened, qtbot)
    page.tried.set_text(right.lower())
    qtbot.waitUntil(lambda: page.tried.verdict.kind == "good", timeout=20_000)
    assert tried(opened, qtbot)
    with qtbot.waitSignal(page.moved_on) as moved:
        page.lock.click()
    assert moved.args == ["lock_now", None]


def test_it_can_wait_and_leaves_nothing_behind(opened: Context, qtbot: QtBot) -> None:
    page = made(opened, qtbot)
    with qtbot.waitSignal(page.moved_on) as moved:
        page.skip.click()
    assert moved.args == ["lock_now", None]
    assert page._groups == ()
    assert page.grid.count() == 0
    assert page.well.isHidden()


def shared(answer: Answer) -> object:
    def job(vault: Vault) -> None:
        vault.revise_case(replace(vault.case().fact, could_use_this_computer=answer))

    return job


def test_it_is_printed_only_where_nobody_else_is(opened: Context, qtbot: QtBot) -> None:
    opened.session.run(shared(Answer.YES), owner=opened.session)
    page = made(opened, qtbot)
    assert page.print.isHidden()
    assert not page.shared.isHidden()
    opened.session.run(shared(Answer.NO), owner=opened.session)
    other = made(opened, qtbot)
    qtbot.waitUntil(lambda: not other.print.isHidden())
    assert other.shared.isHidden()


def test_asked_for_on_the_page_safe_it_leads_back_there(opened: Context, qtbot: QtBot) -> None:
    page = RecoveryPage(opened)
    qtbot.addWidget(page)
    page.open_with("safe")
    assert page.skip.text() == opened.words("window.back")
    with qtbot.waitSignal(page.moved_on) as moved:
        page.skip.click()
    assert moved.args == ["safe", None]
    page.open_with(None)
    assert page.skip.text() == opened.words("recovery.first_lock.skip")


def test_that_an_older_code_stops_working_is_said_if_there_is_one(opened: Context, qtbot: QtBot) -> None:
    page = made(opened, qtbot)
    page.open_with("safe")
    qtbot.waitUntil(lambda: not page.lead.isHidden())
    assert page.lead.words == opened.words("recovery.have")
