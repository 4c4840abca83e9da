# SPDX-License-Identifier: MIT
"""Tab goes as the page is laid out, whenever its things were made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.focus_order import in_order, order_focus
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_what_is_made_later_is_reached_where_it_stands(
    context: Context, shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    window = QWidget()
    column, row = QVBoxLayout(window), QHBoxLayout()
    field, last = Field(context, "ID", parent=window), Button(context, "Last", parent=window)
    column.addWidget(Label("words", parent=window))
    column.addLayout(row)
    column.addWidget(field)
    column.addWidget(last)
    shown(window)
    late = [Button(context, name, parent=window) for name in ("one", "two")]
    for button in late:
        row.addWidget(button)
        button.show()
    wanted = [*late, field.edit, last]
    assert list(in_order(window)) == wanted
    order_focus(window)
    late[0].setFocus()
    reached = [window.focusWidget()]
    for _ in range(3):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        reached.append(window.focusWidget())
    assert reached == wanted


def test_without_a_layout_there_is_nothing_to_order(context: Context, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    Button(context, "alone", parent=window)
    assert list(in_order(window)) == []
    order_focus(window)


def test_what_scrolls_is_gone_through_too_and_a_part_may_have_its_own_way(
    context: Context, qtbot: QtBot
) -> None:
    window, inside, area = QWidget(), QWidget(), QScrollArea()
    column, held = QVBoxLayout(window), QVBoxLayout(inside)
    first, second = (Button(context, name, parent=inside) for name in ("one", "two"))
    for button in (first, second):
        held.addWidget(button)
    area.setWidget(inside)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    column.addWidget(area)
    qtbot.addWidget(window)
    assert list(in_order(window)) == [first, second]
    inside.tab_way = (second, first)
    assert list(in_order(window)) == [second, first]
