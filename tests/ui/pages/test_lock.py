# SPDX-License-Identifier: MIT
"""Locked: it opens by passphrase or code, says kindly what is wrong, and nothing about the matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.conftest import PASSPHRASE
from ui.pages.lock import LockPage
from ui.widgets.label import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def page(opened: Context, qtbot: QtBot) -> LockPage:
    with qtbot.waitSignal(opened.session.locked):
        opened.session.lock("lock")
    page = LockPage(opened)
    qtbot.addWidget(page)
    return page


def test_the_passphrase_opens_it(page: LockPage, opened: Context, qtbot: QtBot) -> None:
    page.passphrase.set_text(PASSPHRASE)
    with qtbot.waitSignal(opened.session.opened, timeout=20_000):
        page.open.click()
        assert page.progress.is_running


def test_a_wrong_one_is_said_beside_the_field(page: LockPage, opened: Context, qtbot: QtBot) -> None:
    page.passphrase.set_text("not this one")
    page.open.click()
    qtbot.waitUntil(lambda: page.passphrase.verdict.kind == "hint", timeout=20_000)
    assert page.passphrase.verdict.title.words == opened.words("errors.WrongPassphrase.what")
    assert "You can try as often as you like." in page.passphrase.verdict.note.words
    assert page.open.isEnabled()
    assert not page.progress.is_running
    page.passphrase.set_text("another")
    assert page.passphrase.verdict.kind == ""


def test_nothing_typed_opens_nothing(page: LockPage, opened: Context) -> None:
    page.open.click()
    assert not page.progress.is_running
    assert not opened.session.is_busy


def test_the_recovery_code_opens_it(opened: Context, qtbot: QtBot) -> None:
    codes: list[str] = []
    opened.session.run(lambda vault: vault.new_recovery_code(), owner=opened.session, then=codes.append)
    qtbot.waitUntil(lambda: bool(codes), timeout=20_000)
    with qtbot.waitSignal(opened.session.locked):
        opened.session.lock("lock")
    page = LockPage(opened)
    qtbot.addWidget(page)
    page.other.click()
    wrong = codes[0].split("-")
    wrong[4] = ("0" if wrong[4][0] != "0" else "1") + wrong[4][1:]
    page.code.set_text("-".join(wrong))
    page.open.click()
    qtbot.waitUntil(lambda: page.code.verdict.kind == "hint", timeout=20_000)
    assert page.code.verdict.title.words == opened.words("recovery.group", n=5)
    page.code.set_text("K7Q")
    page.open.click()
    qtbot.waitUntil(lambda: page.code.verdict.title.words == opened.words("lock.code.count"), timeout=20_000)
    page.code.set_text(codes[0].lower().replace("-", " "))
    with qtbot.waitSignals([page.moved_on, opened.session.opened], timeout=20_000):
        page.open.click()


def test_it_says_nothing_about_the_matter(page: LockPage) -> None:
    words = " ".join(label.words for label in page.findChildren(Label) if not label.isHidden()).lower()
    assert not any(word in words for word in ("police", "evidence", "blackmail", "picture", "case", "threat"))


def test_help_shows_the_crisis_lines_only(page: LockPage) -> None:
    assert page.crisis_lines.isHidden()
    page.help.click()
    assert not page.crisis_lines.isHidden()


def test_being_left_alone_has_its_own_words(page: LockPage, opened: Context) -> None:
    page.open_with("idle")
    assert page.note.words == opened.words("lock.idle")
    page.open_with("lock")
    assert page.note.words == opened.words("lock.note")


def test_a_damaged_file_is_not_said_to_be_saved(page: LockPage, opened: Context, qtbot: QtBot) -> None:
    for path in opened.folder.glob("keys*.json"):
        path.write_text("{", encoding="utf-8")
    page.passphrase.set_text(PASSPHRASE)
    page.open.click()
    qtbot.waitUntil(lambda: not page.failure.isHidden(), timeout=20_000)
    assert page.failure.what.words == opened.words("errors.VaultDamaged.what")
    assert page.note.isHidden()


def test_a_damaged_case_offers_a_backup(page: LockPage, opened: Context, qtbot: QtBot) -> None:
    with (opened.folder / "vault.db").open("r+b") as file:
        file.write(bytes(50_000))
    page.passphrase.set_text(PASSPHRASE)
    page.open.click()
    qtbot.waitUntil(lambda: not page.failure.isHidden(), timeout=20_000)
    assert page.failure.what.words == opened.words("errors.VaultDamaged.what")
    with qtbot.waitSignal(page.moved_on) as moved:
        page.backup.click()
    assert moved.args == ["restore", None]


def test_a_new_key_is_said(page: LockPage, opened: Context) -> None:
    assert page.backup.isHidden()
    page.open_with("rekey")
    assert page.note.words == opened.words("safe.rekey.done")
