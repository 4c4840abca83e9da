# SPDX-License-Identifier: MIT
from __future__ import annotations

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from tests.ui.models.test_acts import ACTS
from tests.ui.test_act_words import ACT
from ui.act_words import ActWords
from ui.models.acts import ActsModel
from ui.widgets.acts_list import ActsList
from ui.widgets.day_list import WRAP


@pytest.fixture
def made(context, shown) -> ActsList:
    said = ActWords(context)
    model = ActsModel(said)
    made = shown(ActsList(context, said, model))
    made.model_held = model
    made.resize(900, 400)
    model.set_acts(ACTS)
    return made


def test_enter_and_a_press_choose_the_act(made, qtbot) -> None:
    made.setCurrentIndex(made.model().index(1))
    with qtbot.waitSignal(made.act_chosen) as chosen:
        QTest.keyClick(made, Qt.Key.Key_Return)
    assert chosen.args == [ACTS[2]]
    with qtbot.waitSignal(made.act_chosen) as chosen:
        place = made.visualRect(made.model().index(3)).center()
        QTest.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [ACTS[1]]


def test_a_day_opens_nothing(made, qtbot) -> None:
    with qtbot.assertNotEmitted(made.act_chosen):
        place = made.visualRect(made.model().index(0)).center()
        QTest.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_keyboard_tells_where_it_is(made, qtbot) -> None:
    with qtbot.waitSignal(made.act_reached):
        made.setCurrentIndex(made.model().index(1))
        QTest.keyClick(made, Qt.Key.Key_Down)


def test_a_hand_shows_over_what_leads_somewhere(made) -> None:
    made.model_held.set_acts((replace(ACT, exhibit=None, what="vault.lock"), ACTS[1]))
    QTest.mouseMove(made.viewport(), made.visualRect(made.model().index(1)).center())
    QTest.mouseMove(made.viewport(), made.visualRect(made.model().index(1)).center() + QPoint(1, 0))
    assert made.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(made.viewport(), made.visualRect(made.model().index(2)).center())
    assert made.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


@pytest.mark.parametrize("width_px", [320, 500, 900])
def test_all_of_every_row_is_seen_in_any_width(made, context, width_px) -> None:
    made.resize(width_px, 400)
    long = replace(ACT, what="derivative.create.joined_picture", is_helper=True, seq=9999, last=9999)
    made.model_held.set_acts((ACT, replace(ACT, ref="TJH/1111"), replace(ACT, ref="TJH/4444"), long))
    metrics = QFontMetrics(context.theme.font("body"))
    for row in range(1, 5):
        index = made.model().index(row)
        area = made.visualRect(index)
        what = made.delegate._cells(area)[1]
        words = made.delegate._said.what(made.model_held.act_at(index))
        assert metrics.boundingRect(what, WRAP, words).height() <= what.height()
    assert made.height() >= made.visualRect(made.model().index(4)).bottom()


def test_ten_thousand_acts_are_shown_at_once(made, shown, qapp) -> None:
    area = shown(QScrollArea())
    area.setWidgetResizable(True)
    area.setWidget(made)
    many = tuple(replace(ACT, seq=n, last=n, ref=f"TJH/{n}", n=n) for n in range(1, 10_001))
    began = time.process_time()
    made.model_held.set_acts(many)
    qapp.processEvents()
    assert time.process_time() - began < 1
    assert made.model().rowCount() == 10_001
    area.takeWidget()


def test_right_to_left_it_begins_at_the_other_side(made) -> None:
    area = made.visualRect(made.model().index(1))
    before = made.delegate._cells(area)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    after = made.delegate._cells(area)
    assert before[0].left() < before[1].left() < before[2].left() < before[3].left()
    assert after[0].left() > after[1].left() > after[2].left() > after[3].left()


def test_it_has_a_name(made, words) -> None:
    assert made.accessibleName() == words("happened.page.list")
