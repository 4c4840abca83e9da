# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.fakes.redacted import BOX, covered
from tests.fakes.runs import record_of
from tests.ui.capture.conftest import run_of
from ui.widgets.covering_card import CoveringCard


@pytest.fixture
def card(context, shown) -> CoveringCard:
    made = CoveringCard(context)
    made.resize(340, 400)
    return shown(made)


@pytest.fixture
def run():
    made = run_of(8)
    return replace(made, run=record_of(made, gap_after=4))


def test_nothing_drawn_leaves_nothing_to_press(card: CoveringCard, run, words) -> None:
    card.show_state(run, boxes=0, is_waiting=False)
    assert card.waiting.words == words("redact.cover.nothing")
    assert not card.go.isEnabled()
    assert not card.uncover.isVisible()


@pytest.mark.parametrize(("boxes", "said"), [(1, "1 box is drawn."), (3, "3 boxes are drawn.")])
def test_what_is_drawn_waits_for_the_button(card: CoveringCard, run, boxes: int, said: str) -> None:
    card.show_state(run, boxes=boxes, is_waiting=True)
    assert card.waiting.words.startswith(said)
    assert card.go.isEnabled()
    assert card.kept.isVisible()


def test_what_happened_is_said_with_what_is_forgotten(card: CoveringCard, run) -> None:
    card.note("covered", forgot=4)
    whole = replace(run, run=record_of(run))
    card.show_state(covered(whole, {2: (BOX,)}, {3: 2}), boxes=1, is_waiting=False)
    assert card.said.kind == "good"
    assert card.said.title.words == "Covered in all 2 pictures that show this part."
    assert "4 lines" in card.said.note.words
    assert card.uncover.isVisible()
    assert not card.go.isVisible()


def test_a_gap_names_the_picture_and_leads_to_it(card: CoveringCard, run, qtbot) -> None:
    card.show_state(covered(run, {4: (BOX,)}), boxes=1, is_waiting=False)
    assert "pictures 5 to 8" in card.gap.title.words
    with qtbot.waitSignal(card.picture_wanted) as wanted:
        QTest.mouseClick(card.looks[0], Qt.MouseButton.LeftButton)
    assert wanted.args == [5]
    assert not card.looks[1].isVisible()


def test_once_more_is_drawn_it_says_no_more_what_happened(card: CoveringCard, run) -> None:
    made = covered(run, {4: (BOX,)})
    card.show_state(made, boxes=1, is_waiting=False)
    card.show_state(made, boxes=2, is_waiting=True)
    assert card.said.kind == card.gap.kind == ""
    assert not card.look_line.isVisible()


def test_boxes_taken_away_by_hand_wait_for_the_button_too(card: CoveringCard, run, words) -> None:
    card.show_state(covered(run, {4: (BOX,)}), boxes=0, is_waiting=True)
    assert card.waiting.words == words("redact.cover.waiting.none")
    assert card.go.text() == words("redact.cover.waiting.none.go")


def test_nothing_covered_any_more_says_how_to_have_it_back(card: CoveringCard, run, words) -> None:
    card.note("gone")
    card.show_state(run, boxes=0, is_waiting=False)
    assert card.said.title.words == words("redact.cover.gone")


def test_stopped_says_that_the_boxes_are_there(card: CoveringCard, run, words) -> None:
    card.note("stopped")
    card.show_state(run, boxes=2, is_waiting=True)
    assert card.said.note.words == words("redact.cover.stopped.note")


def test_while_it_works_it_shows_how_far_it_is(card: CoveringCard, run) -> None:
    card.show_state(run, boxes=2, is_waiting=True)
    card.set_busy(is_busy=True)
    assert card.progress.isVisible()
    assert not card.go.isEnabled()
    card.set_busy(is_busy=False)
    assert not card.progress.isVisible()


def test_what_came_of_it_is_said_to_a_screen_reader(card: CoveringCard, run, monkeypatch) -> None:
    spoken: list[str] = []
    monkeypatch.setattr("ui.widgets.covering_card.say_aloud", lambda _card, words: spoken.append(words))
    card.show_state(covered(run, {4: (BOX,)}), boxes=1, is_waiting=False)
    card.announce()
    assert spoken[-1].startswith("Covered in 1 picture.")
    assert "pictures 5 to 8" in spoken[-1]
