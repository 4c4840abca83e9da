# SPDX-License-Identifier: MIT
"""A long list is made a part at a time, and none of it is lost."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.widgets.label import Label
from ui.widgets.row_list import AT_ONCE, RowList
from ui.widgets.rows import Columns

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def rows(context: Context, qtbot: QtBot) -> RowList:
    rows = RowList(context)
    qtbot.addWidget(rows)
    return rows


class Row(QFrame):
    """A row that bends."""

    def __init__(self, context: Context, name: str, *, is_last: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.is_last = is_last
        self.line = Columns(context, parent=self)
        self.line.add(Label(name, parent=self))
        QVBoxLayout(self).addWidget(self.line)


def makers(context: Context, count: int) -> list[partial[Row]]:
    return [partial(Row, context, str(number)) for number in range(count)]


def names(rows: RowList) -> list[str]:
    return [row.objectName() for row in rows.rows]


def test_nothing_is_hidden(rows: RowList) -> None:
    rows.show_rows([])
    assert rows.isHidden()


def test_a_short_list_is_whole_and_knows_its_end(rows: RowList, context: Context) -> None:
    rows.show_rows(makers(context, 3))
    assert names(rows) == ["0", "1", "2"]
    assert [row.is_last for row in rows.rows] == [False, False, True]
    assert not rows.more.isVisibleTo(rows)


def test_a_long_list_shows_the_rest_when_asked_for(rows: RowList, context: Context) -> None:
    rows.show_rows(makers(context, AT_ONCE + 7))
    assert len(rows.rows) == AT_ONCE
    assert rows.more.text() == context.words("watch.list.more", n=7)
    rows.more.click()
    assert names(rows) == [str(number) for number in range(AT_ONCE + 7)]
    assert not rows.more.isVisibleTo(rows)
    rows.show_rows(makers(context, AT_ONCE + 8))  # read again: what was unfolded stays so
    assert len(rows.rows) == AT_ONCE + 7


def test_rows_made_in_a_narrow_window_are_bent(rows: RowList, context: Context) -> None:
    rows.set_narrow(True)
    rows.show_rows(makers(context, 1))
    line = rows.rows[0].line.line
    assert line.direction() is line.Direction.TopToBottom
