# SPDX-License-Identifier: MIT
from __future__ import annotations

import threading

import pytest

from app.errors import BadInput, VaultLocked
from tests.ui.filling import add_exhibit
from ui.reading_aside import _unless_locked, read_aside


def test_it_reads_a_snapshot_while_the_vault_is_written(opened, qtbot) -> None:
    go_on, answers = threading.Event(), []

    def job(reader):
        before = reader.record_count
        assert go_on.wait(10)
        return before, reader.record_count

    read_aside(opened, job, owner=opened.session, then=answers.append)
    add_exhibit(opened, qtbot)
    go_on.set()
    qtbot.waitUntil(lambda: bool(answers))
    assert answers[0][0] == answers[0][1]


def test_the_snapshot_is_given_up(opened, qtbot) -> None:
    held, answers = [], []
    read_aside(opened, lambda reader: held.append(reader) or True, owner=opened.session, then=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    with pytest.raises(VaultLocked):
        held[0].exhibits()


def test_a_locked_case_answers_nothing(context) -> None:
    answers = []
    read_aside(context, lambda reader: reader.exhibits(), owner=context.session, then=answers.append)
    assert not answers


def test_only_the_lock_is_passed_over() -> None:
    _unless_locked(VaultLocked())
    with pytest.raises(BadInput):
        _unless_locked(BadInput("another failure"))
