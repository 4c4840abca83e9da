# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.model import ExhibitId
from tests.app.timeline.cases import AT
from tests.ui.test_timeline_words import line
from ui.models.timeline import TimelineModel
from ui.timeline_words import TimelineWords
from ui.widgets.timeline_list import TimelineList

SEEN = line(refs=("TJH/2",), exhibits=(ExhibitId("x2"),))
LINES = (SEEN, line(AT + timedelta(minutes=1)), line(AT + timedelta(days=1)))


@pytest.fixture
def made(context, shown) -> TimelineList:
    said = TimelineWords(context)
    model = TimelineModel(said)
    view = TimelineList(context, said, model)
    model.setParent(view)
    view.resize(900, 400)
    model.set_lines(LINES)
    return shown(view)


def middle_of(view, row):
    return view.visualRect(view.model().index(row)).center()


def test_it_is_as_high_as_all_its_lines(made) -> None:
    last = made.visualRect(made.model().index(made.model().rowCount() - 1))
    assert made.verticalScrollBar().maximum() == 0
    assert last.bottom() < made.height()
    before = made.height()
    made.model().set_lines(LINES[:1])
    assert made.height() < before


def test_long_words_take_more_lines_in_a_narrow_list(made) -> None:
    made.model().set_lines((line(fields=(("words", "many words " * 30),)),))
    wide = made.height()
    made.resize(400, 300)
    assert made.delegate.is_narrow
    assert made.height() > wide


def test_a_press_opens_the_line_and_one_on_the_picture_the_picture(made, qtbot) -> None:
    area = made.visualRect(made.model().index(1))
    with qtbot.waitSignal(made.line_chosen) as chosen:
        QTest.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert chosen.args == [SEEN]
    where = made.delegate.where_rect(area).center()
    with qtbot.waitSignal(made.picture_chosen) as picture:
        QTest.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert picture.args == [SEEN]


def test_where_there_is_no_picture_a_press_opens_the_line(made, qtbot) -> None:
    where = made.delegate.where_rect(made.visualRect(made.model().index(2))).center()
    with qtbot.waitSignal(made.line_chosen) as chosen:
        QTest.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert chosen.args == [LINES[1]]


def test_a_press_on_a_day_does_nothing(made, qtbot) -> None:
    with qtbot.assertNotEmitted(made.line_chosen):
        QTest.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(made, 0))


def test_the_keyboard_goes_from_line_to_line_and_opens_by_enter(made, qtbot) -> None:
    made.choose(LINES[1])
    with qtbot.waitSignal(made.line_reached):
        QTest.keyClick(made, Qt.Key.Key_Up)
    with qtbot.waitSignal(made.line_chosen) as chosen:
        QTest.keyClick(made, Qt.Key.Key_Return)
    assert chosen.args == [SEEN]


def test_columns_stand_from_the_side_where_reading_starts(made) -> None:
    area = made.visualRect(made.model().index(1))
    assert made.delegate.where_rect(area).left() > area.center().x()
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert made.delegate.where_rect(area).right() < area.center().x()


def test_it_draws_every_kind_of_line(made) -> None:
    summer = replace(SEEN, at=AT.replace(month=7), is_about=True)
    made.model().set_lines((summer, *LINES))
    assert not made.grab().isNull()
