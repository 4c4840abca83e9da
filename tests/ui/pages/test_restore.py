# SPDX-License-Identifier: MIT
"""A copy brought back: what is in it and what is missing is said before anything is replaced."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.fakes.acquisitions import acquisition
from tests.ui.conftest import PASSPHRASE
from ui.pages.restore import RestorePage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.vault import Vault
    from ui.context import Context


@pytest.fixture
def copy(opened: Context, qtbot: QtBot, tmp_path: Path) -> Path:
    """A copy with one picture, of a case that has two and is damaged now."""
    stick = tmp_path / "stick"
    stick.mkdir()

    def job(vault: Vault) -> None:
        vault.add_exhibit(acquisition(b"one"))
        vault.back_up(stick, date(2026, 11, 24), lambda _done: None, threading.Event())
        vault.add_exhibit(acquisition(b"two"))

    opened.session.run(job, owner=opened.session)
    with qtbot.waitSignal(opened.session.locked, timeout=20_000):
        opened.session.lock("lock")
    with (opened.folder / "vault.db").open("r+b") as file:
        file.write(bytes(50_000))
    return stick / "case-2026-11-24.safehold"


@pytest.fixture
def page(opened: Context, qtbot: QtBot) -> RestorePage:
    page = RestorePage(opened)
    qtbot.addWidget(page)
    return page


def look(page: RestorePage, folder: Path, secret: str = PASSPHRASE) -> None:
    page.choose_folder(folder)
    page.secret.set_text(secret)
    page.go.click()


def test_it_is_looked_at_then_put_in_place_and_opens(
    copy: Path, page: RestorePage, opened: Context, qtbot: QtBot
) -> None:
    assert not page.go.isEnabled()
    look(page, copy)
    qtbot.waitUntil(lambda: not page.found.isHidden(), timeout=20_000)
    assert page.facts.words.startswith("Pictures: 1.")
    assert page.missing.words == opened.words("restore.page.missing")
    with qtbot.waitSignal(opened.session.opened, timeout=20_000):
        page.put.click()
    found: list[int] = []
    opened.session.run(lambda vault: len(vault.exhibits()), owner=page, then=found.append)
    qtbot.waitUntil(lambda: found == [1])
    assert page.secret.text == ""
    kept = [one.name for one in opened.folder.parent.iterdir() if "damaged" in one.name]
    assert len(kept) == 1


def test_not_this_one_leaves_everything(copy: Path, page: RestorePage, opened: Context, qtbot: QtBot) -> None:
    before = sorted(one.name for one in opened.folder.parent.iterdir())
    look(page, copy)
    qtbot.waitUntil(lambda: not page.found.isHidden(), timeout=20_000)
    page.not_this.click()
    assert page.found.isHidden()
    qtbot.waitUntil(lambda: sorted(one.name for one in opened.folder.parent.iterdir()) == before)


def test_what_does_not_open_is_told_there(
    copy: Path, page: RestorePage, opened: Context, qtbot: QtBot
) -> None:
    look(page, copy, "not this one")
    qtbot.waitUntil(lambda: not page.failure.isHidden(), timeout=20_000)
    assert page.failure.what.words == opened.words("errors.WrongPassphrase.what")
    assert page.go.isEnabled()
    look(page, copy.parent)
    qtbot.waitUntil(lambda: page.failure.what.words == opened.words("errors.NotAVault.what"), timeout=20_000)


def test_back_leads_to_where_one_came_from(page: RestorePage, context: Context, qtbot: QtBot) -> None:
    first = RestorePage(replace(context, folder=context.folder / "none"))
    qtbot.addWidget(first)
    with qtbot.waitSignal(first.moved_on) as moved:
        first.back.click()
    assert moved.args == ["welcome", None]
    page.secret.set_text("half typed")
    with qtbot.waitSignal(page.moved_on) as moved:
        page.back.click()
    assert (moved.args, page.secret.text) == (["lock", None], "")
