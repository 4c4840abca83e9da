# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize

from ui.capture.area_box import INSIDE, AreaBox

SIZE = QSize(300, 200)
WHOLE = QRect(QPoint(0, 0), SIZE)
points = st.builds(QPoint, st.integers(-50, 350), st.integers(-50, 250))


@pytest.fixture
def box() -> AreaBox:
    made = AreaBox(SIZE)
    made.draw(QPoint(100, 50), QPoint(199, 99))
    return made


def test_both_corners_are_in_it(box: AreaBox) -> None:
    assert box.rect == QRect(100, 50, 100, 50)
    box.draw(QPoint(199, 99), QPoint(100, 50))
    assert box.rect == QRect(100, 50, 100, 50)


@given(points, points)
def test_it_never_leaves_the_picture(one: QPoint, other: QPoint) -> None:
    made = AreaBox(SIZE)
    made.draw(one, other)
    assert WHOLE.contains(made.rect)


@given(st.tuples(st.integers(-1, 1), st.integers(-1, 1)), points)
def test_whatever_is_dragged_stays_a_box_in_the_picture(grip: tuple[int, int], by: QPoint) -> None:
    made = AreaBox(SIZE)
    began = QRect(100, 50, 100, 50)
    made.drag(grip, began, by)
    assert WHOLE.contains(made.rect)
    assert made.rect.isValid()
    if grip == INSIDE:
        assert made.rect.size() == began.size()


@pytest.mark.parametrize(
    ("at", "grip"),
    [
        (QPoint(100, 50), (-1, -1)),
        (QPoint(199, 99), (1, 1)),
        (QPoint(150, 48), (0, -1)),
        (QPoint(203, 75), (1, 0)),
        (QPoint(150, 75), INSIDE),
        (QPoint(10, 10), None),
    ],
)
def test_what_a_press_takes_hold_of(box: AreaBox, at: QPoint, grip: tuple[int, int] | None) -> None:
    assert box.grip_at(at, 5) == grip


def test_without_a_box_there_is_nothing_to_hold() -> None:
    assert AreaBox(SIZE).grip_at(QPoint(0, 0), 5) is None


def test_an_edge_pulled_past_the_other_turns_round(box: AreaBox) -> None:
    box.drag((-1, 0), box.rect, QPoint(150, 0))
    assert box.rect == QRect(QPoint(199, 50), QPoint(250, 99))


def test_steps(box: AreaBox) -> None:
    box.nudge(QPoint(1, 0), resizes=False)
    assert box.rect == QRect(101, 50, 100, 50)
    box.nudge(QPoint(0, -10), resizes=True)
    assert box.rect == QRect(101, 50, 100, 40)
    box.nudge(QPoint(-500, 0), resizes=True)
    assert box.rect == QRect(101, 50, 1, 40)
    box.nudge(QPoint(500, 500), resizes=False)
    assert box.rect.bottomRight() == WHOLE.bottomRight()


def test_a_box_too_small_to_be_meant_is_none(box: AreaBox) -> None:
    box.settle()
    assert not box.rect.isNull()
    box.draw(QPoint(0, 0), QPoint(3, 100))
    box.settle()
    assert box.rect.isNull()


def test_by_keyboard_it_begins_in_the_middle_or_where_it_was() -> None:
    made = AreaBox(SIZE)
    made.begin(QRect())
    assert (made.rect.size(), made.rect.center()) == (QSize(150, 100), WHOLE.center())
    made.begin(QRect(1, 2, 30, 40))
    assert made.rect == QRect(1, 2, 30, 40)
    made.begin(QRect(290, 2, 30, 40))
    assert made.rect.size() == QSize(150, 100)
