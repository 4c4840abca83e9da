# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.model import Rect, Sensitivity
from app.search.values import Hit, ReadText
from tests.ui.filling import picture
from tests.ui.models.test_exhibits import listed
from ui.models.finds import Find, FindsModel
from ui.widgets.find_list import FindList

if TYPE_CHECKING:
    from collections.abc import Iterator

CLEAR = 60  # of 255: ink, not the edge of a letter


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


def test_a_title_that_does_not_fit_beside_the_number_stands_whole_below_it(rows: FindList, model) -> None:
    rows.resize(420, 300)
    line = "Send 200 now " * 6
    model.set_finds([find(1, line, title="Chat")])
    before = rows.height()
    model.set_finds([find(1, line, title="WhatsApp conversation, +44 7700 900123, of my sister")])
    assert rows.height() > before


@pytest.fixture
def from_the_right(qapp) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("from_the_right")
def test_a_day_stands_before_its_month_where_a_window_runs_from_the_right(
    rows: FindList, model, theme
) -> None:
    model.set_finds([find(1)])
    font, moment = theme.font("small"), rows.delegate.moment_words(model.finds[0])
    wide = QFontMetrics(font).horizontalAdvance(moment)
    drawn = QImage(wide, 60, QImage.Format.Format_RGB32)
    drawn.fill(theme.colour("surface"))
    painter = QPainter(drawn)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.setFont(font)
    painter.setPen(theme.colour("muted"))
    painter.drawText(0, 40, moment)
    painter.end()
    shown = QImage(rows.size(), QImage.Format.Format_RGB32)
    shown.fill(theme.colour("surface"))
    rows.render(shown, renderFlags=QWidget.RenderFlag.DrawChildren)
    head = shown.copy(rows.delegate.side_px, 0, wide, rows.height())
    assert inked(head) == inked(drawn)


def inked(image: QImage) -> list[list[bool]]:
    """Return which pixels of the first line of writing have ink, from its top down."""
    ground = image.pixelColor(image.width() - 1, 0).lightness()
    lines = [
        [abs(image.pixelColor(x, y).lightness() - ground) > CLEAR for x in range(image.width())]
        for y in range(image.height())
    ]
    return list(takewhile(any, dropwhile(lambda line: not any(line), lines)))


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
