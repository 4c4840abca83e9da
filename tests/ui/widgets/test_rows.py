# SPDX-License-Identifier: MIT
"""Columns stack; a flow goes on in the next line, from the side where reading starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.button import Button
from ui.widgets.rows import Columns, Flow, column_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.context import Context


def flowing(context: Context, count: int = 4) -> tuple[QWidget, list[Button]]:
    box = QWidget()
    flow = Flow(box, gap_px=10)
    buttons = [Button(context, f"Button number {n}", parent=box) for n in range(count)]
    for button in buttons:
        flow.addWidget(button)
    return box, buttons


def test_a_column_is_as_high_as_its_parts(context: Context, shown: Callable[[QWidget], QWidget]) -> None:
    outer = QWidget()
    parts = [Button(context, name) for name in ("first", "second", "hidden")]
    held = column_of(parts, 12, outer)
    parts[2].hide()
    shown(outer)
    assert held.parent() is outer
    assert held.sizeHint().height() == parts[0].height() + 12 + parts[1].height()


def test_columns_stack_when_narrow(context: Context, shown: Callable[[QWidget], QWidget]) -> None:
    columns = Columns(context)
    left, right = Button(context, "left"), Button(context, "right")
    columns.add(left)
    columns.add(right)
    columns.resize(600, 200)
    shown(columns)
    assert left.y() == right.y()
    columns.set_narrow(True)
    columns.layout().activate()
    assert left.x() == right.x()


def test_a_full_line_goes_on_in_the_next(context: Context, shown: Callable[[QWidget], QWidget]) -> None:
    box, buttons = flowing(context)
    box.resize(2 * buttons[0].sizeHint().width() + 30, 300)
    shown(box)
    assert buttons[0].y() == buttons[1].y() < buttons[2].y()
    layout = box.layout()
    assert layout is not None
    assert layout.heightForWidth(box.width()) == buttons[2].geometry().bottom() + 1
    assert layout.heightForWidth(5_000) == buttons[0].height()


def test_right_to_left_begins_at_the_right(context: Context, shown: Callable[[QWidget], QWidget]) -> None:
    box, buttons = flowing(context, 2)
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    box.resize(800, 60)
    shown(box)
    assert buttons[0].geometry().right() == box.width() - 1
    assert buttons[1].x() < buttons[0].x()


def test_what_is_hidden_takes_no_room(context: Context, shown: Callable[[QWidget], QWidget]) -> None:
    box, buttons = flowing(context, 2)
    box.resize(800, 60)
    buttons[0].hide()
    shown(box)
    assert buttons[1].x() == 0
    layout = box.layout()
    assert layout is not None
    assert layout.takeAt(9) is None
    assert layout.takeAt(0) is not None
    assert layout.count() == 1
