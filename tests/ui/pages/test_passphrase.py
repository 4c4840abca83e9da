# SPDX-License-Identifier: MIT
"""The passphrase makes the case; a new one replaces the old; failures are shown where they happen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.conftest import PASSPHRASE
from ui.answers import FirstAnswers
from ui.pages.passphrase import NewPassphrasePage, PassphrasePage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.model import CaseFacts
    from ui.context import Context


def typed(page: PassphrasePage, passphrase: str = PASSPHRASE) -> None:
    page.form.first.set_text(passphrase)
    page.form.again.set_text(passphrase)


def test_it_makes_the_case(context: Context, facts: CaseFacts, qtbot: QtBot) -> None:
    page = PassphrasePage(context)
    qtbot.addWidget(page)
    page.open_with(FirstAnswers(facts, is_urgent=False))
    assert not page.go.isEnabled()
    typed(page)
    assert page.go.isEnabled()
    with qtbot.waitSignal(context.session.opened, timeout=20_000):
        page.go.click()
        assert page.progress.is_running
        page.go.click()  # a second press starts nothing
    assert context.folder.is_dir()


def test_a_place_that_is_taken_is_said_there(context: Context, facts: CaseFacts, qtbot: QtBot) -> None:
    context.folder.mkdir()
    (context.folder / "something").write_text("x")
    page = PassphrasePage(context)
    qtbot.addWidget(page)
    page.open_with(FirstAnswers(facts, is_urgent=False))
    typed(page)
    page.go.click()
    qtbot.waitUntil(lambda: not page.failure.isHidden(), timeout=20_000)
    assert page.go.isEnabled()
    assert page.form.is_complete, "what was typed is still there"
    assert (context.folder / "something").read_text() == "x"


def test_a_new_passphrase_opens_from_then_on(opened: Context, qtbot: QtBot) -> None:
    page = NewPassphrasePage(opened)
    qtbot.addWidget(page)
    typed(page, "another four words here")
    with qtbot.waitSignal(page.moved_on, timeout=20_000) as moved:
        page.go.click()
    assert moved.args == ["steps", None]
    assert page.form.passphrase == ""
    session = opened.session
    with qtbot.waitSignal(session.locked):
        session.lock("lock")
    with qtbot.waitSignal(session.opened, timeout=20_000):
        session.open(opened.folder, "another four words here")
