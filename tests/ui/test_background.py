# SPDX-License-Identifier: MIT
"""The lanes: one worker for the vault, answers in the GUI thread, failures where they belong, a clean end."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from app.errors import Cancelled, DiskFull
from ui.background import Background, Lane

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def owner(qapp: object) -> QObject:
    return QObject()


def test_the_vault_lane_runs_one_after_the_other(
    background: Background, owner: QObject, qtbot: QtBot
) -> None:
    order: list[object] = []
    for number in range(20):
        background.run(
            lambda number=number: order.append((number, threading.current_thread().name)),
            owner=owner,
            lane=Lane.VAULT,
        )
    qtbot.waitUntil(lambda: len(order) == 20)
    assert [number for number, _ in order] == list(range(20))
    assert len({name for _, name in order}) == 1


def test_answers_come_in_the_gui_thread(background: Background, owner: QObject, qtbot: QtBot) -> None:
    heard: list[tuple[int, threading.Thread]] = []
    background.run(lambda: 7, owner=owner, then=lambda n: heard.append((n, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(7, threading.main_thread())]


def test_a_failure_reaches_otherwise_or_everyone(
    background: Background, owner: QObject, qtbot: QtBot
) -> None:
    def fails() -> None:
        raise DiskFull

    own: list[BaseException] = []
    background.run(fails, owner=owner, otherwise=own.append)
    qtbot.waitUntil(lambda: bool(own))
    with qtbot.waitSignal(background.failed) as failed:
        background.run(fails, owner=owner)
    assert isinstance(own[0], DiskFull)
    assert isinstance(failed.args[0], DiskFull)


def test_what_was_stopped_is_no_failure(background: Background, owner: QObject, qtbot: QtBot) -> None:
    def stopped() -> None:
        raise Cancelled

    done: list[int] = []
    with qtbot.assertNotEmitted(background.failed):
        background.run(stopped, owner=owner, lane=Lane.VAULT)
        background.run(lambda: 1, owner=owner, then=done.append, lane=Lane.VAULT)
        qtbot.waitUntil(lambda: bool(done))


def test_after_closing_nothing_starts(qapp: object, owner: QObject) -> None:
    background = Background()
    ran: list[int] = []
    gate = threading.Event()
    background.run(gate.wait, owner=owner, lane=Lane.VAULT)
    waiting = background.run(lambda: ran.append(1), owner=owner, lane=Lane.VAULT)
    gate.set()
    background.close()
    assert background.run(lambda: ran.append(2), owner=owner).cancelled()
    assert 2 not in ran
    assert waiting.done()
