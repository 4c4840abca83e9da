# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model import Rect
from tests.ui.filling import picture
from ui.widgets.box_canvas import BoxCanvas
from ui.widgets.box_tools import BoxFoot, BoxTools


@pytest.fixture
def held(context, shown) -> QWidget:
    made = QWidget()
    made.canvas = BoxCanvas(context, made)
    made.tools = BoxTools(context, made.canvas, parent=made)
    made.foot = BoxFoot(context, made.canvas, parent=made)
    column = QVBoxLayout(made)
    for part in (made.tools, made.canvas, made.foot):
        column.addWidget(part)
    made.resize(600, 500)
    shown(made)
    made.canvas.set_picture(picture())
    return made


def press(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_new_box_can_be_moved_by_arrows_at_once(held: QWidget) -> None:
    held.activateWindow()
    press(held.tools.new)
    (box,) = held.canvas.boxes
    assert held.focusWidget() is held.canvas
    QTest.keyClick(held.canvas, Qt.Key.Key_Right)
    assert held.canvas.boxes[0].x > box.x


def test_only_a_chosen_box_can_be_taken_away(held: QWidget) -> None:
    held.canvas.show_boxes([Rect(20, 20, 60, 40)])
    assert not held.tools.delete.isEnabled()
    held.canvas.choose(0)
    press(held.tools.delete)
    assert held.canvas.boxes == ()


def test_the_place_of_the_chosen_box_is_written_below(held: QWidget) -> None:
    held.canvas.show_boxes([Rect(20, 30, 60, 40)])
    held.canvas.choose(0)
    assert held.foot.said.words == "Box 1 of 1, at left 20, top 30, wide 60, high 40"


def test_one_looks_beneath_while_it_is_switched_on(held: QWidget) -> None:
    press(held.tools.beneath)
    assert held.canvas.is_beneath
    press(held.tools.beneath)
    assert not held.canvas.is_beneath


def test_without_a_picture_there_is_nothing_to_draw_on(held: QWidget) -> None:
    held.canvas.clear()
    assert not held.tools.new.isEnabled()


def test_it_says_where_boxes_came_from(held: QWidget) -> None:
    assert not held.foot.came.isVisible()
    held.foot.show_came(1, (3,))
    assert "picture 3" in held.foot.came.words
    held.foot.show_came(2, (3, 5))
    assert "3, 5" in held.foot.came.words
    held.foot.show_came(0, ())
    assert not held.foot.came.isVisible()
