# SPDX-License-Identifier: MIT
"""Boxes are drawn, moved, sized and taken away by mouse alone and by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.capture.solid import INK_TEXT
from app.model import Rect
from ui.widgets.box_canvas import FAR, STEP_PX, BoxCanvas

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BOX, OTHER = Rect(100, 80, 200, 120), Rect(500, 300, 160, 100)


@pytest.fixture
def canvas(context, shown) -> BoxCanvas:
    made = BoxCanvas(context)
    made.resize(400, 300)
    shown(made)
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    made.set_picture(image)
    made.told = []
    made.boxes_changed.connect(lambda boxes, step: made.told.append((boxes, step)))
    made.setFocus()
    return made


def spot(canvas: BoxCanvas, x: int, y: int) -> QPoint:
    """Where a pixel of the picture stands in the view."""
    return canvas.outline_at(Rect(x, y, 2, 2)).center().toPoint()


def drag(canvas: BoxCanvas, start: QPoint, end: QPoint, button: Qt.MouseButton = LEFT) -> None:
    port = canvas.viewport()
    QTest.mousePress(port, button, pos=start)
    QTest.mouseMove(port, (start + end) / 2)
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, button, pos=end)


def is_near(found: Rect, wanted: Rect, by: int = 3) -> bool:
    sides = ("x", "y", "width", "height")
    return all(abs(getattr(found, side) - getattr(wanted, side)) <= by for side in sides)


def key(canvas: BoxCanvas, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for one in keys:
        QTest.keyClick(canvas, one, held)


def test_a_drag_draws_a_box_and_is_told_once(canvas: BoxCanvas) -> None:
    drag(canvas, spot(canvas, 100, 80), spot(canvas, 300, 200))
    (drawn,) = canvas.boxes
    assert is_near(drawn, BOX)
    assert canvas.chosen == 0
    assert canvas.told == [((drawn,), "")]


@pytest.mark.parametrize(("start", "end"), [((300, 200), (100, 80)), ((300, 80), (100, 200))])
def test_it_may_be_drawn_from_any_corner(canvas: BoxCanvas, start, end) -> None:
    drag(canvas, spot(canvas, *start), spot(canvas, *end))
    assert is_near(canvas.boxes[0], BOX)


def test_it_ends_where_the_button_is_let_go_though_no_move_said_so(canvas: BoxCanvas) -> None:
    port, end = canvas.viewport(), spot(canvas, 300, 200)
    QTest.mousePress(port, LEFT, pos=spot(canvas, 100, 80))
    QTest.mouseMove(port, spot(canvas, 150, 100))
    QTest.mouseRelease(port, LEFT, pos=end)
    assert is_near(canvas.boxes[0], BOX)


def test_a_press_alone_draws_nothing(canvas: BoxCanvas) -> None:
    QTest.mouseClick(canvas.viewport(), LEFT, pos=spot(canvas, 400, 300))
    assert canvas.boxes == ()
    assert canvas.told == []


def test_outside_the_picture_it_ends_at_its_edge(canvas: BoxCanvas) -> None:
    drag(canvas, spot(canvas, 700, 500), QPoint(900, 900))
    (drawn,) = canvas.boxes
    assert (drawn.x + drawn.width, drawn.y + drawn.height) == (800, 600)


def test_a_box_is_moved_by_its_middle_or_its_number(canvas: BoxCanvas) -> None:
    canvas.show_boxes([BOX])
    drag(canvas, spot(canvas, 200, 140), spot(canvas, 300, 240))
    assert is_near(canvas.boxes[0], Rect(200, 180, 200, 120))
    number = canvas._disc(0).center().toPoint()
    drag(canvas, number, number + QPoint(25, 0))
    assert is_near(canvas.boxes[0], Rect(250, 180, 200, 120))


def test_a_chosen_box_is_sized_by_its_edge_and_its_corner(canvas: BoxCanvas) -> None:
    canvas.show_boxes([BOX])
    canvas.choose(0)
    drag(canvas, spot(canvas, 299, 140), spot(canvas, 399, 140))
    assert is_near(canvas.boxes[0], Rect(100, 80, 300, 120))
    drag(canvas, spot(canvas, 101, 81), spot(canvas, 61, 41))
    assert is_near(canvas.boxes[0], Rect(60, 40, 340, 160))


def test_an_edge_is_hit_from_twelve_points_on_either_side(canvas: BoxCanvas) -> None:
    canvas.show_boxes([BOX])
    canvas.choose(0)
    right = canvas.outline_at(BOX).right()
    middle = canvas.outline_at(BOX).center().y()
    for beside in (-11, 11):
        place, grip = canvas._hit(type(canvas.outline_at(BOX).center())(right + beside, middle))
        assert (place, grip) == (0, (1, 0))


def test_a_number_is_large_enough_to_hit(canvas: BoxCanvas) -> None:
    canvas.show_boxes([Rect(100, 100, 8, 8)])
    assert canvas._disc(0).width() >= 24
    assert canvas._disc(0).height() >= 24


def test_a_press_on_another_box_chooses_it(canvas: BoxCanvas) -> None:
    canvas.show_boxes([BOX, OTHER])
    canvas.choose(0)
    QTest.mouseClick(canvas.viewport(), LEFT, pos=spot(canvas, 580, 350))
    assert canvas.chosen == 1
    assert canvas.told == []


def test_when_zoomed_a_box_still_counts_in_pixels_of_the_picture(canvas: BoxCanvas) -> None:
    canvas.set_zoom(2.0)
    canvas.horizontalScrollBar().setValue(200)
    canvas.verticalScrollBar().setValue(160)
    drag(canvas, QPoint(20, 40), QPoint(220, 140))
    assert is_near(canvas.boxes[0], Rect(110, 100, 100, 50), by=1)


def test_the_middle_button_moves_the_picture(canvas: BoxCanvas) -> None:
    canvas.set_zoom(2.0)
    before = canvas.horizontalScrollBar().value()
    drag(canvas, QPoint(200, 100), QPoint(150, 100), Qt.MouseButton.MiddleButton)
    assert canvas.horizontalScrollBar().value() == before + 50
    assert canvas.boxes == ()


def test_space_begins_a_box_in_the_middle(canvas: BoxCanvas) -> None:
    key(canvas, Qt.Key.Key_Space)
    (drawn,) = canvas.boxes
    assert is_near(drawn, Rect(300, 225, 200, 150), by=4)
    key(canvas, Qt.Key.Key_Space)
    assert len(set(canvas.boxes)) == 2
    assert canvas.chosen == 1


def test_when_zoomed_it_begins_in_the_middle_of_what_is_seen(canvas: BoxCanvas) -> None:
    canvas.set_zoom(2.0)
    canvas.horizontalScrollBar().setValue(canvas.horizontalScrollBar().maximum())
    canvas.verticalScrollBar().setValue(canvas.verticalScrollBar().maximum())
    key(canvas, Qt.Key.Key_Space)
    assert canvas.viewport().rect().contains(canvas.outline_at(canvas.boxes[0]).toRect())
    assert canvas.boxes[0].x > 600


def test_arrows_move_and_with_shift_they_size(canvas: BoxCanvas) -> None:
    canvas.show_boxes([BOX])
    canvas.choose(0)
    key(canvas, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert canvas.boxes[0] == Rect(100 + STEP_PX, 80 + STEP_PX, 200, 120)
    key(canvas, Qt.Key.Key_Left, held=CTRL)
    assert canvas.boxes[0].x == 100 + STEP_PX - FAR * STEP_PX
    key(canvas, Qt.Key.Key_Right, Qt.Key.Key_Up, held=SHIFT)
    assert (canvas.boxes[0].width, canvas.boxes[0].height) == (200 + STEP_PX, 120 - STEP_PX)
    key(canvas, Qt.Key.Key_Right, held=SHIFT | CTRL)
    assert canvas.boxes[0].width == 200 + STEP_PX + FAR * STEP_PX


def test_a_key_held_down_is_one_step(canvas: BoxCanvas) -> None:
    canvas.show_boxes([BOX])
    canvas.choose(0)
    key(canvas, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert [step for _, step in canvas.told] == ["move 0", "move 0"]


def test_tab_goes_from_box_to_box_and_then_on(context, shown) -> None:
    held, before, after = QWidget(), QPushButton("before"), QPushButton("after")
    canvas = BoxCanvas(context)
    canvas.set_picture(QImage(800, 600, QImage.Format.Format_RGB32))
    column = QVBoxLayout(held)
    for part in (before, canvas, after):
        column.addWidget(part)
    shown(held)
    canvas.show_boxes([BOX, OTHER])
    held.activateWindow()
    before.setFocus()
    visited = []
    for _ in range(4):
        QTest.keyClick(held.focusWidget(), Qt.Key.Key_Tab)
        visited.append((held.focusWidget() is canvas, canvas.chosen))
    assert visited[:3] == [(True, -1), (True, 0), (True, 1)]
    assert held.focusWidget() is after
    QTest.keyClick(held.focusWidget(), Qt.Key.Key_Backtab)
    assert (held.focusWidget() is canvas, canvas.chosen) == (True, 1)
    QTest.keyClick(canvas, Qt.Key.Key_Backtab)
    assert canvas.chosen == 0
    QTest.keyClick(canvas, Qt.Key.Key_Backtab)
    assert held.focusWidget() is before


def test_delete_takes_the_chosen_box_away(canvas: BoxCanvas) -> None:
    canvas.show_boxes([BOX, OTHER])
    key(canvas, Qt.Key.Key_Delete)
    assert canvas.boxes == (BOX, OTHER)  # none is chosen
    canvas.choose(1)
    key(canvas, Qt.Key.Key_Delete)
    assert canvas.boxes == (BOX,)
    assert canvas.chosen == 0


def test_escape_lets_go_of_a_box(canvas: BoxCanvas) -> None:
    canvas.show_boxes([BOX])
    canvas.choose(0)
    key(canvas, Qt.Key.Key_Escape)
    assert canvas.chosen == -1


def test_it_says_which_box_is_chosen_and_where_it_is(canvas: BoxCanvas) -> None:
    assert canvas.said.startswith("No box yet")
    canvas.show_boxes([BOX, OTHER])
    assert canvas.said == "2 boxes on this picture."
    canvas.choose(1)
    assert canvas.said == "Box 2 of 2, at left 500, top 300, wide 160, high 100"


def test_a_screen_reader_is_told_at_each_step(canvas: BoxCanvas, monkeypatch) -> None:
    spoken: list[str] = []
    monkeypatch.setattr(canvas, "announce", lambda: spoken.append(canvas.said))
    key(canvas, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Delete)
    assert [line[:12] for line in spoken] == ["Box 1 of 1, ", "Box 1 of 1, ", "No box yet. "]


def test_a_box_is_solid_with_its_outline_outside(canvas: BoxCanvas) -> None:
    canvas.show_boxes([BOX])
    seen, place = canvas.viewport().grab().toImage(), canvas.outline_at(BOX)
    inside = place.toRect().adjusted(1, 1, -1, -1)
    columns, rows = range(inside.left(), inside.right()), range(inside.top(), inside.bottom())
    colours = {seen.pixel(x, y) for x in columns for y in rows}
    assert colours == {QColor(INK_TEXT).rgb()}
    primary = canvas._theme.colour("primary").rgb()
    beside = [seen.pixel(round(place.left()) - by, round(place.center().y())) for by in range(1, 7)]
    assert primary in beside


def test_what_is_beneath_shows_only_while_it_is_looked_at(canvas: BoxCanvas) -> None:
    canvas.show_boxes([BOX])
    middle: QPointF = canvas.outline_at(BOX).center()

    def is_seen() -> bool:
        seen = canvas.viewport().grab().toImage()
        return seen.pixelColor(middle.toPoint() + QPoint(1, 3)).lightness() > 60

    assert not is_seen()
    canvas.look_beneath(is_beneath=True)
    assert is_seen()
    canvas.look_beneath(is_beneath=False)
    assert not is_seen()


def test_what_came_along_is_solid_too_and_cannot_be_held(canvas: BoxCanvas) -> None:
    canvas.show_came([OTHER])
    seen, middle = canvas.viewport().grab().toImage(), canvas.outline_at(OTHER).center().toPoint()
    assert seen.pixelColor(middle) == QColor(INK_TEXT)
    QTest.mouseClick(canvas.viewport(), LEFT, pos=middle)
    assert canvas.chosen == -1


def test_another_picture_has_no_boxes_of_the_one_before(canvas: BoxCanvas) -> None:
    canvas.show_boxes([BOX])
    canvas.show_came([OTHER])
    canvas.clear()
    assert canvas.boxes == ()
    key(canvas, Qt.Key.Key_Space)
    assert canvas.boxes == ()


def test_right_to_left_a_box_stands_where_it_was_drawn(canvas: BoxCanvas, qapp) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        drag(canvas, spot(canvas, 100, 80), spot(canvas, 300, 200))
        assert is_near(canvas.boxes[0], BOX)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
