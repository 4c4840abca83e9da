# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from app.errors import ExportFailed
from tests.fakes.runs import joined, kept_run, record_of
from tests.ui.filling import ask
from ui.capture.joining import Joining


@pytest.fixture
def run(opened, qtbot):
    return ask(opened, qtbot, kept_run)


@pytest.fixture
def owner(qapp) -> QObject:
    return QObject()


def test_the_picture_is_kept_with_the_record(opened, owner, run, qtbot) -> None:
    joining = Joining(opened, owner, lambda reading, exhibit, record, moved, skipped: (joined(exhibit),))
    with qtbot.waitSignal(joining.done, timeout=10_000) as done:
        joining.start(run, record_of(run))
    assert [one.kind.value for one in done.args[0].derivatives] == ["run_record", "joined_picture"]


def test_how_far_it_is_is_told(opened, owner, run, qtbot) -> None:
    def join(reading, exhibit, record, moved, skipped):
        for share in (0.25, 0.5, 0.75):
            moved(share)
        return (joined(exhibit),)

    joining = Joining(opened, owner, join)
    seen: list[int | None] = []
    joining.moved.connect(lambda: seen.append(joining.percent))
    with qtbot.waitSignal(joining.done, timeout=10_000):
        joining.start(run, record_of(run))
    assert seen == [25, 50, 75]


def test_a_picture_that_fails_does_not_cost_the_record(opened, owner, run, qtbot) -> None:
    def join(reading, exhibit, record, moved, skipped):
        raise ExportFailed

    joining = Joining(opened, owner, join)
    with (
        qtbot.waitSignal(opened.background.failed, timeout=10_000),
        qtbot.waitSignal(joining.done, timeout=10_000) as done,
    ):
        joining.start(run, record_of(run))
    assert done.args[0].run is not None


def test_a_record_that_is_refused_is_a_failure(opened, owner, run, qtbot) -> None:
    other = ask(opened, qtbot, lambda vault: kept_run(vault, 2, "ab" * 16))
    joining = Joining(opened, owner)
    with qtbot.waitSignal(joining.failed, timeout=10_000):
        joining.start(run, record_of(other))


def test_left_for_good_it_tells_nothing(opened, owner, run, qtbot) -> None:
    joining = Joining(opened, owner)
    heard: list[object] = []
    joining.done.connect(heard.append)
    joining.start(run, record_of(run))
    joining.skip(for_good=True)
    ask(opened, qtbot, lambda vault: vault.exhibits())
    ask(opened, qtbot, lambda vault: vault.exhibits())
    assert heard == []
