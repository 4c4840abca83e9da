# SPDX-License-Identifier: MIT
"""The session: jobs reach the vault in its thread, answers come back, locking saves and closes."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject

from app.errors import FolderReadOnly, VaultLocked, WrongPassphrase
from tests.ui.conftest import PASSPHRASE

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_a_new_vault_is_open_and_answers_in_the_gui_thread(opened: Context, qtbot: QtBot) -> None:
    answers: list[tuple[str, bool]] = []
    here = threading.current_thread()
    opened.session.run(
        lambda vault: vault.case().fact.country,
        owner=opened.session,
        then=lambda country: answers.append((country, threading.current_thread() is here)),
    )
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [("England", True)]


def test_locking_closes_and_work_that_comes_later_is_told(opened: Context, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.session.locked) as locked:
        opened.session.lock("lock")
    assert locked.args == ["lock"]
    assert not opened.session.is_open
    errors: list[BaseException] = []
    opened.session.run(lambda vault: vault.case(), owner=opened.session, otherwise=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], VaultLocked)


def test_a_locked_vault_opens_again_with_its_passphrase_only(opened: Context, qtbot: QtBot) -> None:
    session = opened.session
    with qtbot.waitSignal(session.locked):
        session.lock("lock")
    errors: list[BaseException] = []
    session.open(opened.folder, "not this one", otherwise=errors.append)
    qtbot.waitUntil(lambda: bool(errors), timeout=20_000)
    assert isinstance(errors[0], WrongPassphrase)
    with qtbot.waitSignal(session.opened, timeout=20_000):
        session.open(opened.folder, PASSPHRASE)


def test_an_answer_is_dropped_when_its_owner_is_gone(opened: Context, qtbot: QtBot) -> None:
    gate, heard = threading.Event(), []
    owner = QObject()
    opened.session.run(lambda _vault: gate.wait(5), owner=owner, then=heard.append)
    owner.deleteLater()
    qtbot.waitUntil(lambda: not _is_alive(owner))
    gate.set()
    done: list[object] = []
    opened.session.run(lambda vault: vault.record_count, owner=opened.session, then=done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert heard == []


def _is_alive(thing: QObject) -> bool:
    return shiboken6.isValid(thing)


def test_hide_while_a_new_key_is_made_stops_it_and_locks_with_the_old(opened: Context, qtbot: QtBot) -> None:
    session, failed = opened.session, list[BaseException]()

    def progress(_share: float) -> None:
        gate.wait(10)

    gate, stop = threading.Event(), threading.Event()
    session.rekey("a new one altogether", progress=progress, cancelled=stop, otherwise=failed.append)
    assert session.is_busy
    assert not session.is_open
    with qtbot.waitSignal(session.locked, timeout=20_000) as locked:
        session.lock("hide")
        assert stop.is_set()
        gate.set()
    assert (locked.args, failed) == (["hide"], [])
    with qtbot.waitSignal(session.opened, timeout=20_000):
        session.open(opened.folder, PASSPHRASE)


def test_a_locked_case_gets_no_new_key(context: Context) -> None:
    failed: list[BaseException] = []
    context.session.rekey(
        "new", progress=lambda _: None, cancelled=threading.Event(), otherwise=failed.append
    )
    assert isinstance(failed[0], VaultLocked)


def test_a_case_that_is_deleted_leaves_nothing(opened: Context, qtbot: QtBot) -> None:
    seen: list[str] = []
    opened.session.locked.connect(seen.append)
    with qtbot.waitSignal(opened.session.locked, timeout=20_000):
        opened.session.delete()
        assert opened.session.is_busy
    assert seen == ["deleted"]
    assert not opened.folder.exists()
    assert not opened.session.is_busy
    opened.session.delete()  # there is nothing to delete


def test_hide_meanwhile_waits_until_it_is_deleted(opened: Context, qtbot: QtBot) -> None:
    seen: list[str] = []
    opened.session.locked.connect(seen.append)
    with qtbot.waitSignal(opened.session.locked, timeout=20_000):
        opened.session.delete()
        opened.session.lock("hide")
    assert seen == ["hide"]
    assert not opened.folder.exists()


def test_what_could_not_be_deleted_is_told_and_stays_locked(
    opened: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path) -> None:
        raise FolderReadOnly("EACCES")

    monkeypatch.setattr("app.vault.deleting.delete_case", refuse)
    failed: list[BaseException] = []
    opened.background.failed.connect(failed.append)
    with qtbot.waitSignals([opened.session.locked, opened.background.failed], timeout=20_000):
        opened.session.delete()
    assert [type(one) for one in failed] == [FolderReadOnly]
    assert opened.folder.exists()
