# SPDX-License-Identifier: MIT
"""Covering runs beside the vault's own work, one at a time, and a lock ends it."""

from __future__ import annotations

import threading

import pytest

from app.errors import Cancelled, VaultLocked
from app.model import Rect
from tests.fakes.redacted import FakeCover
from tests.ui.filling import add_exhibit, ask
from ui.covering import Covering

BOX = Rect(20, 30, 60, 40)


@pytest.fixture
def exhibit(opened, qtbot):
    return add_exhibit(opened, qtbot)


def start(covering: Covering, exhibit, cancelled: threading.Event | None = None) -> None:
    covering.start(exhibit.id, {exhibit.id: (BOX,)}, lambda _share: None, cancelled or threading.Event())


def test_it_says_what_came_of_it(opened, exhibit, qtbot) -> None:
    fake = FakeCover(words=3)
    covering = Covering(opened, opened.session, fake)
    with qtbot.waitSignal(covering.covered) as told:
        start(covering, exhibit)
    assert told.args[0].words == 3
    assert fake.asked == [{exhibit.id: (BOX,)}]
    assert not covering.is_on


def test_a_failure_is_told_and_the_next_one_may_begin(opened, exhibit, qtbot) -> None:
    fake = FakeCover(error=Cancelled("stopped"))
    covering = Covering(opened, opened.session, fake)
    with qtbot.waitSignal(covering.failed):
        start(covering, exhibit)
    fake.error = None
    with qtbot.waitSignal(covering.covered):
        start(covering, exhibit)


def test_there_is_one_at_a_time_and_the_vault_answers_meanwhile(opened, exhibit, qtbot) -> None:
    may_end, calls = threading.Event(), []

    def slow(vault, exhibit_id, drawn, moved, cancelled):
        calls.append(exhibit_id)
        may_end.wait(10)

    covering = Covering(opened, opened.session, slow)
    start(covering, exhibit)
    start(covering, exhibit)
    qtbot.waitUntil(lambda: bool(calls))
    assert ask(opened, qtbot, lambda vault: len(vault.exhibits())) == 1
    with qtbot.waitSignal(covering.covered):
        may_end.set()
    assert len(calls) == 1


def test_a_lock_ends_it(opened, exhibit, qtbot) -> None:
    seen = threading.Event()

    def until_cancelled(vault, exhibit_id, drawn, moved, cancelled):
        seen.set()
        cancelled.wait(10)
        raise Cancelled("locked meanwhile")

    covering = Covering(opened, opened.session, until_cancelled)
    start(covering, exhibit)
    qtbot.waitUntil(seen.is_set)
    with qtbot.waitSignal(covering.failed) as failed:
        opened.session.lock("hide")
    assert isinstance(failed.args[0], Cancelled)


def test_in_a_locked_case_nothing_is_covered(context, qtbot) -> None:
    covering = Covering(context, context.session, FakeCover())
    with qtbot.waitSignal(covering.failed) as failed:
        covering.start("gone", {}, lambda _share: None, threading.Event())
    assert isinstance(failed.args[0], VaultLocked)
