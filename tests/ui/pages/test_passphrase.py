# SPDX-License-Identifier: MIT
"""The passphrase makes the case; a new one replaces the old; failures are shown where they happen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import WrongPassphrase
from app.model import CopyKind
from app.vault.copies import NewCopy
from tests.ui.conftest import PASSPHRASE
from ui.answers import FirstAnswers
from ui.pages.passphrase import NewKeyPage, NewPassphrasePage, PassphrasePage

if TYPE_CHECKING:
    from pathlib import Path

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


def test_asked_for_on_the_page_safe_it_leads_back_there(opened: Context, qtbot: QtBot) -> None:
    page = NewPassphrasePage(opened)
    qtbot.addWidget(page)
    page.open_with("safe")
    typed(page, "half typed")
    with qtbot.waitSignal(page.moved_on) as moved:
        page.back.click()
    assert (moved.args, page.form.passphrase) == (["safe", None], "")
    with qtbot.waitSignal(page.moved_on) as moved:
        page.known.click()
    assert moved.args == ["new_key", "safe"]


def test_a_new_key_locks_the_case_and_only_the_new_passphrase_opens_it(opened: Context, qtbot: QtBot) -> None:
    page = NewKeyPage(opened)
    qtbot.addWidget(page)
    page.open_with(None)
    typed(page, "another four words here")
    with qtbot.waitSignal(opened.session.locked, timeout=20_000) as locked:
        page.go.click()
        assert not page.locking.isHidden()
        assert not page.back.isEnabled()
        page.go.click()  # a second press starts nothing
    assert locked.args == ["rekey"]
    refused: list[BaseException] = []
    opened.session.open(opened.folder, PASSPHRASE, otherwise=refused.append)
    qtbot.waitUntil(lambda: bool(refused), timeout=20_000)
    assert isinstance(refused[0], WrongPassphrase)
    with qtbot.waitSignal(opened.session.opened, timeout=20_000):
        opened.session.open(opened.folder, "another four words here")


def test_a_new_key_can_be_stopped_and_the_case_is_open_as_before(opened: Context, qtbot: QtBot) -> None:
    page = NewKeyPage(opened)
    qtbot.addWidget(page)
    typed(page, "another four words here")
    page.go.click()
    page.locking.cancel.click()
    qtbot.waitUntil(page.locking.isHidden, timeout=20_000)
    assert opened.session.is_open
    assert page.back.isEnabled()
    assert page.failure.isHidden()


def test_copies_that_still_open_with_the_old_one_are_listed(
    opened: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    page = NewKeyPage(opened)
    qtbot.addWidget(page)
    page.open_with(None)
    qtbot.waitUntil(page.copies.isHidden)
    new = NewCopy(CopyKind.BACKUP, str(tmp_path / "copy"))
    opened.session.run(lambda vault: vault.note_copy(new, {}, size=3), owner=page)
    page.open_with(None)
    qtbot.waitUntil(lambda: not page.copies.isHidden() and len(page.copies.rows.rows) == 1)
    assert not page.old.isHidden()
