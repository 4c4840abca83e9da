# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from tests.ui.filling import picture
from ui.widgets.picture_view import PictureView


@pytest.fixture
def view(theme, shown) -> PictureView:
    made = PictureView(theme)
    made.resize(400, 300)
    shown(made)
    made.set_picture(picture(800, 600))
    return made


def test_it_is_fitted_at_first(view: PictureView) -> None:
    assert view.is_fitted
    assert view.zoom == pytest.approx(0.5)


def test_a_small_picture_is_not_made_larger(view: PictureView) -> None:
    view.set_picture(picture(100, 50))
    assert view.zoom == 1.0


def test_steps_up_and_down(view: PictureView) -> None:
    seen = []
    for step in (view.zoom_in, view.zoom_in, view.zoom_out):
        step()
        seen.append(view.zoom)
    assert seen == [0.75, 1.0, 0.75]


def test_it_ends_at_the_largest_and_the_smallest(view: PictureView) -> None:
    for _ in range(20):
        view.zoom_in()
    assert view.zoom == 4.0
    for _ in range(20):
        view.zoom_out()
    assert view.zoom == 0.25


def test_at_100_percent_a_pixel_is_a_pixel(view: PictureView) -> None:
    view.set_zoom(1.0)
    view.horizontalScrollBar().setValue(100)
    view.verticalScrollBar().setValue(50)
    shown = view.viewport().grab().toImage()
    assert shown.pixelColor(20, 30) == picture(800, 600).pixelColor(120, 80)


def test_the_middle_stays_in_the_middle(view: PictureView) -> None:
    view.set_zoom(1.0)
    view.horizontalScrollBar().setValue(200)
    before = view.horizontalScrollBar().value() + view.viewport().width() / 2
    view.set_zoom(2.0)
    after = (view.horizontalScrollBar().value() + view.viewport().width() / 2) / 2
    assert after == pytest.approx(before, abs=8)


def test_keys_change_the_size(view: PictureView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert not view.is_fitted
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.is_fitted


def test_dragging_moves_it(view: PictureView) -> None:
    view.set_zoom(2.0)
    view.horizontalScrollBar().setValue(300)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 100))
    QTest.mouseMove(view.viewport(), QPoint(150, 100))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(150, 100))
    assert view.horizontalScrollBar().value() == 350


def test_its_height_follows_from_its_width(view: PictureView) -> None:
    assert view.heightForWidth(400) == 300
    assert view.heightForWidth(2000) == 600


def test_it_says_how_large_it_is(view: PictureView, qtbot) -> None:
    with qtbot.waitSignal(view.zoom_changed) as changed:
        view.set_zoom(2.0)
    assert changed.args == [2.0]


def test_cleared_it_holds_nothing(view: PictureView) -> None:
    view.clear()
    assert not view.has_picture
    assert view._image == QImage()


def test_a_long_picture_is_fitted_to_the_width_and_scrolls(view: PictureView) -> None:
    view.set_picture(QImage(800, 9000, QImage.Format.Format_RGB32))
    assert view.is_long
    assert not view.is_fitted
    assert view.heightForWidth(620) == 620
    assert view.zoom == view.viewport().width() / 800
    assert view.verticalScrollBar().maximum() > 1000
    view.zoom_in()
    view.fit()
    assert view.zoom == view.viewport().width() / 800
