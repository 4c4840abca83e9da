# SPDX-License-Identifier: MIT
"""A row works beside everything else, can be stopped, and says what came of it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from app.errors import Cancelled, NoRoom, VaultLocked
from ui.widgets.safe_row import SafeRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def row(opened: Context, qtbot: QtBot) -> SafeRow:
    row = SafeRow(opened, "save", "safe.copy")
    qtbot.addWidget(row)
    row.say("how it stands", "Do it")
    return row


def test_it_works_and_says_how_far_it_is(row: SafeRow, qtbot: QtBot) -> None:
    done, gate = list[object](), threading.Event()

    def job(vault: object, moved: object, _cancelled: object) -> str:
        moved(0.5)  # type: ignore[operator]
        gate.wait(10)
        return type(vault).__name__

    row.work(job, done.append)
    qtbot.waitUntil(lambda: "50" in row.progress.words.words)
    assert not row.go.isEnabled()
    gate.set()
    qtbot.waitUntil(lambda: done == ["Vault"])
    assert row.progress.isHidden()
    assert row.go.isEnabled()


def test_stopped_it_says_so_in_a_line(row: SafeRow, qtbot: QtBot, opened: Context) -> None:
    def job(_vault: object, _moved: object, cancelled: threading.Event) -> None:
        assert cancelled.wait(10)
        raise Cancelled

    row.work(job, lambda _: None)
    row.progress.cancel.click()
    qtbot.waitUntil(lambda: row.verdict.kind == "hint")
    assert row.verdict.title.words == opened.words("safe.page.stopped")
    assert row.failure.isHidden()


def test_a_failure_has_its_words_and_a_lock_none(row: SafeRow, opened: Context) -> None:
    row.fail(VaultLocked())
    assert (row.verdict.kind, row.failure.isHidden()) == ("", True)
    row.fail(NoRoom(2_000_000_000))
    assert row.failure.what.words == opened.words("errors.NoRoom.what", name="2.0 GB")
    row.clear()
    assert row.failure.isHidden()


def test_the_button_says_what_it_is_for(row: SafeRow, qtbot: QtBot) -> None:
    assert row.go.accessibleName() == f"Do it. {row.title.words}"
    with qtbot.waitSignal(row.wanted):
        row.go.click()
