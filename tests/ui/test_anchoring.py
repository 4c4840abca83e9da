# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
import threading
from dataclasses import replace

import pytest

from app.errors import AnchorUnreachable, Cancelled, VaultLocked
from tests.fakes.time_answers import answers
from tests.ui.filling import ask
from ui.anchoring import ANSWERED, ASKED, Anchoring


@pytest.fixture
def anchoring_with(opened, qapp):
    """An outside time whose authority does this."""

    def made(ask_authority) -> Anchoring:
        return Anchoring(replace(opened, ask_authority=ask_authority), opened.session)

    return made


def types(context, qtbot) -> list[str]:
    return ask(context, qtbot, lambda vault: [json.loads(line)["type"] for line in vault.records()])


def test_it_is_asked_fetched_and_kept(anchoring_with, opened, qtbot) -> None:
    anchoring, moves, came = anchoring_with(answers()), [], []
    anchoring.came.connect(came.append)
    with qtbot.waitSignals([anchoring.came, opened.session.case_changed]):
        anchoring.start(moves.append, threading.Event())
        anchoring.start(moves.append, threading.Event())  # one at a time
    assert moves == [ASKED, ANSWERED]
    assert not anchoring.is_on
    assert tuple(came) == ask(opened, qtbot, lambda vault: vault.anchors())
    assert types(opened, qtbot).count("anchor.request") == 1


def test_the_vault_is_free_while_it_waits(anchoring_with, opened, qtbot) -> None:
    release, asked = threading.Event(), threading.Event()

    def slow(question, clock, cancelled):
        asked.set()
        release.wait(20)
        return answers()(question, clock, cancelled)

    anchoring = anchoring_with(slow)
    anchoring.start(lambda _share: None, threading.Event())
    qtbot.waitUntil(asked.is_set)
    assert ask(opened, qtbot, lambda vault: vault.note("vault.unlock", None, {})) > 0
    with qtbot.waitSignal(anchoring.came):
        release.set()


@pytest.mark.parametrize(
    ("error", "why"), [(AnchorUnreachable("no_answer"), "no_answer"), (Cancelled(), "stopped")]
)
def test_that_none_came_is_kept_with_a_word(anchoring_with, opened, qtbot, error, why) -> None:
    def fail(_asked, _clock, _cancelled):
        raise error

    anchoring = anchoring_with(fail)
    with qtbot.waitSignal(anchoring.failed) as failed:
        anchoring.start(lambda _share: None, threading.Event())
    assert failed.args == [error]
    lines = ask(opened, qtbot, lambda vault: [json.loads(line) for line in vault.records()])
    assert lines[-1]["data"] == {"why": why}
    assert not anchoring.is_on


def test_a_case_that_is_locked_meanwhile_has_no_outside_time(anchoring_with, opened, qtbot) -> None:
    release, asked = threading.Event(), threading.Event()

    def slow(question, clock, cancelled):
        asked.set()
        release.wait(20)
        return answers()(question, clock, cancelled)

    anchoring = anchoring_with(slow)
    anchoring.start(lambda _share: None, threading.Event())
    qtbot.waitUntil(asked.is_set)
    with qtbot.waitSignal(opened.session.locked):
        opened.session.lock("hide")
    with qtbot.waitSignal(anchoring.failed) as failed:
        release.set()
    assert isinstance(failed.args[0], VaultLocked)


def test_a_fault_is_told_and_not_kept(anchoring_with, opened, qtbot) -> None:
    def fail(_asked, _clock, _cancelled):
        raise RuntimeError("a fault")

    anchoring = anchoring_with(fail)
    with qtbot.waitSignal(anchoring.failed) as failed:
        anchoring.start(lambda _share: None, threading.Event())
    assert isinstance(failed.args[0], RuntimeError)
    assert "anchor.fail" not in types(opened, qtbot)
