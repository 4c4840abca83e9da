# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from app.model import Rect
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


LINE = Rect(400, 300, 120, 30)


def strong(view: PictureView) -> set[tuple[int, int]]:
    """Return every point of the view that has the colour of the line."""
    shown = view.viewport().grab().toImage()
    colour = view._theme.colour("primary")
    points = ((x, y) for x in range(shown.width()) for y in range(shown.height()))
    return {at for at in points if shown.pixelColor(*at) == colour}


def test_a_line_stands_round_each_place_and_nothing_in_it_is_changed(view: PictureView) -> None:
    before = view.viewport().grab(view.outline_at(LINE).toRect()).toImage()
    assert strong(view) == set()
    view.show_outlines((LINE, Rect(40, 40, 60, 20)))
    assert view.outlines == (LINE, Rect(40, 40, 60, 20))
    drawn = strong(view)
    place = view.outline_at(LINE)
    near = {at for at in drawn if place.adjusted(-8, -8, 8, 8).contains(*at)}
    assert near
    assert drawn - near
    assert not any(place.contains(*at) for at in drawn)
    assert view.viewport().grab(place.toRect()).toImage() == before
    view.show_outlines(())
    assert strong(view) == set()


def test_what_is_chosen_is_large_enough_to_be_read_and_in_the_middle(view: PictureView) -> None:
    view.set_picture(picture(3200, 2400))
    place = Rect(2000, 1800, 200, 20)
    view.show_outlines((place,))
    assert view.is_fitted
    view.show_outlines((place,), chosen=0)
    assert view.zoom == 0.75
    assert view.viewport().rect().contains(view.outline_at(place).toRect())
    assert view.outline_at(place).center().y() == pytest.approx(view.viewport().height() / 2, abs=3)
    view.resize(300, 200)
    assert view.viewport().rect().contains(view.outline_at(place).toRect())


def test_what_can_be_read_as_it_is_stays_fitted(view: PictureView) -> None:
    view.show_outlines((LINE,), chosen=0)
    assert view.is_fitted


def test_a_size_that_the_person_chose_stays(view: PictureView) -> None:
    view.set_picture(picture(3200, 2400))
    view.set_zoom(0.5)
    view.show_outlines((Rect(2000, 1800, 200, 20),), chosen=0)
    assert view.zoom == 0.5


def test_the_chosen_place_of_a_long_picture_is_scrolled_to(view: PictureView) -> None:
    view.set_picture(QImage(800, 9000, QImage.Format.Format_RGB32))
    place = Rect(100, 7000, 200, 30)
    view.show_outlines((place,), chosen=0)
    assert view.viewport().rect().contains(view.outline_at(place).toRect())


def test_another_picture_has_none_of_the_lines(view: PictureView) -> None:
    view.show_outlines((LINE,), chosen=0)
    view.set_picture(picture(800, 600))
    assert view.outlines == ()
    assert strong(view) == set()
