# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import QRect

from app.intake.progress import Progress
from app.model import Rect
from ui.capture.standing import Standing
from ui.capture.strip_states import before, going_on, no_room

CHAT = Rect(10, 20, 350, 300)
WIDE = Rect(0, 0, 780, 600)
WHOLE = Rect(0, 0, 800, 800)


@pytest.fixture
def standing(context, qtbot):
    made = Standing(context)
    for widget in (made.panel, made.line, *made.frame.sides):
        qtbot.addWidget(widget)
    made.show_frames(None)
    return made


def test_panel_and_frame_stand_outside_what_is_taken(standing: Standing, words) -> None:
    standing.follow(CHAT)
    assert standing.show_state(before(words))
    standing.show_frame()
    assert standing.shown is standing.panel
    assert not standing.panel.geometry().intersects(QRect(10, 20, 350, 300))
    assert not any(side.geometry().intersects(QRect(10, 20, 350, 300)) for side in standing.frame.sides)


def test_at_the_edge_of_the_screen_the_frame_is_left_out_and_not_drawn_inside(standing: Standing) -> None:
    standing.follow(Rect(0, 0, 350, 300))
    standing.show_frame()
    assert [side.isVisible() for side in standing.frame.sides] == [False, True, False, True]


def test_where_there_is_less_room_it_is_one_line(standing: Standing, words) -> None:
    standing.follow(WIDE)
    assert standing.show_state(going_on(words, Progress(frames=3)))
    assert standing.shown is standing.line
    assert standing.line.geometry().top() > 600
    assert not standing.panel.isVisible()


def test_without_room_nothing_is_shown_until_it_may_be_over_it(standing: Standing, words) -> None:
    standing.follow(WHOLE)
    assert not standing.show_state(going_on(words, Progress(frames=3)))
    assert standing.shown is None
    standing.show_over(no_room(words, "window", 3))
    assert standing.panel.isVisible()
    assert standing.panel.card.head.words == words("conversation.room")


def test_the_person_may_put_it_elsewhere_outside_what_is_taken(standing: Standing, words) -> None:
    state = before(words)
    standing.follow(CHAT)
    standing.show_state(state)
    standing.panel.move(400, 300)
    standing.panel.was_moved = True
    standing.show_state(state)
    assert (standing.panel.x(), standing.panel.y()) == (400, 300)
    standing.panel.move(100, 100)
    standing.show_state(state)
    assert not standing.panel.geometry().intersects(QRect(10, 20, 350, 300))


def test_a_window_that_is_gone_has_no_frame(standing: Standing) -> None:
    standing.follow(CHAT)
    standing.show_frame()
    standing.follow(None)
    standing.show_frame()
    assert not standing.frame.is_visible


def test_put_away_leaves_nothing(standing: Standing, words) -> None:
    standing.follow(CHAT)
    standing.show_state(before(words))
    standing.put_away()
    assert not any(one.isVisible() for one in (standing.panel, standing.line, *standing.frame.sides))
