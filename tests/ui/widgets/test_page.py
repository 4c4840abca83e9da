# SPDX-License-Identifier: MIT
"""Pages: the four calls in order, room for Hide on the right side, crisis lines last when narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.label import Label
from ui.widgets.page import HIDE_ROOM_PX, Page
from ui.widgets.rows import Columns

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.context import Context


class Sample(Page):
    title_key = "steps.page.title"

    def _build(self) -> None:
        self.calls = ["build"]
        self.text = Label("words " * 300, parent=self)
        self.columns = Columns(self.context, parent=self)
        self.name_children()

    def _lay_out(self) -> None:
        self.calls.append("lay_out")
        self.content.addWidget(self.text)
        self.content.addWidget(self.columns)

    def _connect(self) -> None:
        self.calls.append("connect")

    def refresh(self) -> None:
        self.calls.append("refresh")


def test_four_calls_in_order_and_again_when_opened(context: Context, qtbot: object) -> None:
    page = Sample(context)
    assert page.calls == ["build", "lay_out", "connect", "refresh"]
    page.open_with(None)
    assert page.calls[-1] == "refresh"
    assert page.text.objectName() == "text"
    assert page.title.words == "Steps"


def test_content_is_as_high_as_its_words(context: Context, shown: Callable[[QWidget], QWidget]) -> None:
    page = Sample(context)
    page.resize(1000, 900)
    shown(page)
    assert page.scroll_area.verticalScrollBar().maximum() == 0
    page.resize(1000, 200)
    page.layout().activate()
    assert page.scroll_area.verticalScrollBar().maximum() > 0


def test_the_crisis_lines_come_last_when_narrow(
    context: Context, shown: Callable[[QWidget], QWidget]
) -> None:
    page = Sample(context)
    shown(page)
    page.set_narrow(True)
    assert page.crisis is not None
    assert page.content.itemAt(page.content.count() - 1).widget() is page.crisis
    page.set_narrow(False)
    assert page.crisis.isHidden()


def test_room_for_hide_is_where_hide_is(context: Context, qtbot: object) -> None:
    holder = QWidget()
    page = Sample(context, holder)
    assert page.title_row.contentsMargins().right() == HIDE_ROOM_PX
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.set_narrow(False)
    assert page.title_row.contentsMargins().left() == HIDE_ROOM_PX


def test_a_part_is_brought_up_where_the_window_is_narrow(
    context: Context, shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    page = Page(context)
    parts = [QWidget() for _ in range(3)]
    for part in parts:
        part.setFixedHeight(700)
        page.content.addWidget(part)
    page.resize(600, 500)
    shown(page)
    bar = page.scroll_area.verticalScrollBar()
    bar.setValue(300)
    page.bring_up(parts[1])
    assert bar.value() == 0
    page.set_narrow(True)
    page.bring_up(parts[1])
    qtbot.waitUntil(lambda: bar.value() == parts[1].y())
    assert bar.value() >= 700
