# SPDX-License-Identifier: MIT
"""The lanes: one worker for the vault, answers in the GUI thread, failures where they belong, a clean end."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt

from app.errors import Cancelled, DiskFull
from ui.background import Background, Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


@pytest.fixture
def owner(qapp: object) -> QObject:
    return QObject()


class Page:
    """Stands for a page: notes the thread in which it goes."""

    def __init__(self, gone: list[threading.Thread]) -> None:
        self.gone = gone

    def __del__(self) -> None:
        self.gone.append(threading.current_thread())

    def works(self) -> None:
        """Do what a job does."""

    def fails(self) -> None:
        raise DiskFull


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


@pytest.mark.parametrize("job", [Page.works, Page.fails])
def test_a_slow_worker_is_never_the_last_to_let_go(
    background: Background, owner: QObject, qtbot: QtBot, job: Callable[[Page], None]
) -> None:
    gone: list[threading.Thread] = []
    heard: list[object] = []
    begin, gate = threading.Event(), threading.Event()
    # The worker is held up at the very moment the answer is under way.
    background._ended.connect(lambda *_: gate.wait(), Qt.ConnectionType.DirectConnection)

    def ask() -> None:
        page = Page(gone)
        background.run(
            lambda: job(page) if begin.wait() else None,
            owner=owner,
            then=lambda _: heard.append(page.gone),
            otherwise=lambda _: heard.append(page.gone),
        )

    ask()
    begin.set()
    qtbot.waitUntil(lambda: bool(heard))
    gate.set()
    background.close()
    assert gone == [threading.main_thread()]


def test_who_waits_in_a_lane_has_the_answer_too(background: Background, owner: QObject) -> None:
    def fails() -> None:
        raise DiskFull

    assert background.run(lambda: 7, owner=owner).result() == 7
    with pytest.raises(DiskFull):
        background.run(fails, owner=owner).result()


def test_a_job_that_is_dropped_is_cancelled(qapp: object, owner: QObject, qtbot: QtBot) -> None:
    background = Background()
    began, gate = threading.Event(), threading.Event()

    def hold() -> None:
        began.set()
        gate.wait()

    background.run(hold, owner=owner, lane=Lane.VAULT)
    began.wait()
    heard: list[object] = []
    waiting = background.run(
        lambda: 1, owner=owner, then=heard.append, otherwise=heard.append, lane=Lane.VAULT
    )
    threading.Timer(0.1, gate.set).start()
    background.close()
    assert waiting.cancelled()
    qtbot.wait(10)
    assert heard == []
