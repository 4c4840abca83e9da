# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.model import Rect, Sensitivity
from app.search.values import Hit, ReadText
from tests.ui.filling import picture
from tests.ui.models.test_exhibits import listed
from ui.models.finds import Find, FindsModel
from ui.widgets.find_list import FindList


def find(number: int, text: str = "Send 200 now", **facts: object) -> Find:
    one = listed(number, **facts)
    line = ReadText(Rect(10, 20, 200, 24), text, 980)
    return Find(one, "200", (Hit(one.id, line, ((5, 8),), is_exact=True),))


@pytest.fixture
def model(qapp) -> FindsModel:
    small = QPixmap.fromImage(picture())
    return FindsModel(lambda one: f"said {one.exhibit.ref}", lambda _: small)


@pytest.fixture
def rows(context, model, shown) -> FindList:
    made = FindList(context, model)
    made.resize(900, 300)
    return shown(made)


def test_it_is_as_high_as_its_rows(rows: FindList, model) -> None:
    model.set_finds([find(1), find(2), find(3)])
    assert rows.height() == 3 * (104 + 33)  # Source: mock/08b-evidence-search.png
    assert rows.verticalScrollBar().maximum() == 0
    model.set_finds([find(1, "Send 200 now " * 60)])
    assert rows.height() > 150


def test_in_less_room_lines_wrap_and_rows_grow(rows: FindList, model) -> None:
    model.set_finds([find(1, "Send 200 now " * 30)])
    before = rows.height()
    rows.resize(420, 300)
    assert rows.height() > before


def test_a_click_and_enter_open_it(rows: FindList, model, qtbot) -> None:
    model.set_finds([find(1), find(2)])
    with qtbot.waitSignal(rows.find_opened) as opened:
        spot = rows.visualRect(model.index(1)).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert opened.args[0].exhibit.number == 2
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(rows, Qt.Key.Key_Up)
    with qtbot.waitSignal(rows.find_opened) as opened:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert opened.args[0].exhibit.number == 1


def test_the_found_word_is_marked_and_the_picture_is_there(rows: FindList, model, theme) -> None:
    model.set_finds([find(1)])
    image = rows.viewport().grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(200, 500) for y in range(20, 90)}
    assert theme.colour("mark").name() in colours
    left = image.pixelColor(10, 52)
    assert left.blue() > left.red()


def test_a_covered_one_shows_no_pixel_of_its_picture(rows: FindList, model, theme) -> None:
    model.set_finds([find(1, sensitivity=Sensitivity.THIRD_PARTY)])
    image = rows.viewport().grab().toImage()
    assert image.pixelColor(20, 20) == theme.colour("sunken")


def test_today_is_called_today(rows: FindList, words) -> None:
    rows.delegate.today = datetime(2026, 11, 24, tzinfo=UTC).date()
    assert rows.delegate.moment_words(find(1)) == words("search.hits.today", time="02:01")
    earlier = replace(find(1), exhibit=listed(1, day=22))
    assert rows.delegate.moment_words(earlier) == words("search.hits.day", day="22 Nov 2026", time="02:01")


def test_the_page_follows_the_row_that_has_the_focus(context, model, shown, qtbot) -> None:
    scroll, inside = QScrollArea(), QWidget()
    column = QVBoxLayout(inside)
    made = FindList(context, model)
    column.addWidget(made)
    scroll.setWidget(inside)
    scroll.setWidgetResizable(True)
    scroll.resize(900, 300)
    model.set_finds([find(number) for number in range(1, 12)])
    shown(scroll)
    made.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 500)
    QTest.keyClick(made, Qt.Key.Key_End)
    assert made.currentIndex().row() == 10
    assert scroll.verticalScrollBar().value() > scroll.verticalScrollBar().maximum() - 60
