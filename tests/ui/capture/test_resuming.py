# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.model import DerivativeKind
from tests.fakes.sample_run import add_run
from tests.ui.filling import ask
from ui.capture.resuming import ResumingCard
from ui.capture.setting import Subject


@pytest.fixture
def broken(opened, qtbot):
    return ask(opened, qtbot, lambda vault: add_run(vault, 3, is_finished=False))


@pytest.fixture
def card(opened, shown) -> ResumingCard:
    made = ResumingCard(opened)
    made.resize(900, 200)
    return made


def offer(card: ResumingCard, qtbot) -> ResumingCard:
    card.refresh()
    qtbot.waitUntil(lambda: not card.isHidden(), timeout=10_000)
    return card


def press(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_without_a_broken_run_nothing_is_shown(card: ResumingCard, opened, qtbot) -> None:
    card.refresh()
    ask(opened, qtbot, lambda vault: vault.exhibits())
    assert card.isHidden()


def test_it_says_that_every_picture_is_here(card: ResumingCard, broken, qtbot, words) -> None:
    assert offer(card, qtbot).said.words == words("conversation.broke", n=3)


def test_going_on_names_the_run(card: ResumingCard, broken, qtbot) -> None:
    offer(card, qtbot)
    with qtbot.waitSignal(card.go_on_asked) as asked:
        press(card.go_button)
    assert asked.args == [Subject(resumes=broken)]


def test_left_as_it_is_its_record_and_picture_are_made(card: ResumingCard, broken, opened, qtbot) -> None:
    offer(card, qtbot)
    with qtbot.waitSignal(opened.session.exhibit_added, timeout=20_000) as added:
        press(card.leave_button)
        assert card.go_button.isHidden()
    exhibit = added.args[0]
    assert [line.index for line in exhibit.run.frames] == [1, 2, 3]
    assert exhibit.derivatives[0].kind is DerivativeKind.RUN_RECORD
    assert len(exhibit.derivatives) >= 2
    qtbot.waitUntil(card.isHidden)


def test_a_second_one_is_offered_after_the_first(card: ResumingCard, broken, opened, qtbot, words) -> None:
    ask(opened, qtbot, lambda vault: add_run(vault, 2, run_id="ab" * 16, is_finished=False))
    offer(card, qtbot)
    press(card.leave_button)
    qtbot.waitUntil(lambda: card.said.words == words("conversation.broke", n=2), timeout=20_000)
    assert not card.go_button.isHidden()


def test_a_lock_takes_it_away(card: ResumingCard, broken, opened, qtbot) -> None:
    offer(card, qtbot)
    press(card.leave_button)
    with qtbot.waitSignal(opened.session.locked, timeout=20_000):
        opened.session.lock("test")
    assert card.isHidden()
