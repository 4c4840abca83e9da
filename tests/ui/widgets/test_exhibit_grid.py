# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest

from app.model import ExhibitId, Sensitivity
from tests.ui.filling import picture
from tests.ui.models.test_exhibits import listed
from ui.models.exhibits import ExhibitsModel
from ui.widgets.exhibit_grid import ExhibitGrid, title_of


@pytest.fixture
def model(qapp) -> ExhibitsModel:
    return ExhibitsModel(lambda one: one.ref)


@pytest.fixture
def grid(context, model, shown) -> ExhibitGrid:
    made = ExhibitGrid(context, model)
    made.resize(1010, 700)
    return shown(made)


def places(grid: ExhibitGrid, model: ExhibitsModel) -> list[tuple[int, int]]:
    found = [grid.visualRect(model.index(row)).topLeft() for row in range(model.rowCount())]
    return [(point.x(), point.y()) for point in found]


def test_four_across_and_a_new_day_begins_a_new_row(grid, model, qtbot) -> None:
    model.set_exhibits([listed(n) for n in range(1, 6)] + [listed(9, 22)])
    qtbot.waitUntil(lambda: places(grid, model)[-1][1] > 0)
    at = places(grid, model)
    assert [y for _, y in at[1:5]] == [at[1][1]] * 4
    assert at[5][1] > at[4][1]
    assert at[6] == (0, at[6][1])
    assert at[6][1] > at[5][1]


def test_a_click_and_enter_open_it(grid, model, qtbot) -> None:
    model.set_exhibits([listed(1), listed(2)])
    with qtbot.waitSignal(grid.exhibit_opened) as opened:
        spot = grid.visualRect(model.index(1)).center()
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert opened.args[0].ref == "TJH/2"
    grid.setCurrentIndex(model.index(2))
    with qtbot.waitSignal(grid.exhibit_opened) as opened:
        QTest.keyClick(grid, Qt.Key.Key_Return)
    assert opened.args[0].ref == "TJH/1"


def test_a_heading_opens_nothing(grid, model, qtbot) -> None:
    model.set_exhibits([listed(1)])
    with qtbot.assertNotEmitted(grid.exhibit_opened, wait=20):
        spot = grid.visualRect(model.index(0)).center()
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_a_covered_exhibit_shows_no_pixel_of_its_thumbnail(grid, model, theme) -> None:
    model.set_exhibits([listed(1, sensitivity=Sensitivity.INTIMATE)])
    model.set_thumbnails({ExhibitId("id1"): QPixmap.fromImage(picture())})
    image = grid.viewport().grab().toImage()
    card = grid.visualRect(model.index(1))
    assert image.pixelColor(card.left() + 20, card.top() + 20) == theme.colour("sunken")


def test_a_withdrawn_one_is_shown_as_such(grid, model, theme) -> None:
    gone = replace(listed(1), withdrawn_at=datetime(2026, 11, 25, tzinfo=UTC))
    model.set_exhibits([gone])
    model.set_thumbnails({ExhibitId("id1"): QPixmap.fromImage(picture())})
    image = grid.viewport().grab().toImage()
    card = grid.visualRect(model.index(1))
    assert image.pixelColor(card.left() + 20, card.top() + 20) == theme.colour("sunken")


def test_a_thumbnail_is_drawn(grid, model) -> None:
    model.set_exhibits([listed(1)])
    model.set_thumbnails({ExhibitId("id1"): QPixmap.fromImage(picture())})
    image = grid.viewport().grab().toImage()
    card = grid.visualRect(model.index(1))
    left = image.pixelColor(card.left() + 20, card.top() + 70)
    assert left.blue() > left.red()


def test_only_what_is_in_view_is_asked_for(grid, model, qtbot) -> None:
    with qtbot.waitSignal(model.thumbnails_wanted, timeout=5_000) as wanted:
        model.set_exhibits([listed(n, 1 + n % 28) for n in range(1, 400)])
    assert len(wanted.args[0]) < 60


def test_the_line_is_what_the_person_says_or_else_the_window() -> None:
    assert title_of(listed(1, shows="They ask for money")) == "They ask for money"
    assert title_of(listed(1)) == "Window 1"


def test_today_is_called_today(grid, words) -> None:
    grid.delegate.today = datetime(2026, 11, 24, tzinfo=UTC).date()
    assert grid.delegate.day_words(grid.delegate.today) == words("evidence.page.today")
    assert grid.delegate.day_words(datetime(2026, 11, 22, tzinfo=UTC).date()) == "Sunday 22 November"
