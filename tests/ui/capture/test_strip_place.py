# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from app.model import Rect
from ui.capture.strip_place import AWAY_PX, outer_points, place
from ui.capture.window_frame import WHOLE_PX

SCREEN = QRect(0, 0, 1600, 900)
SECOND = QRect(1600, 0, 1280, 1024)


def panel(height: int) -> QSize | None:
    return QSize(370, min(620, height)) if height >= 400 else None


def line(width: int) -> QSize | None:
    return QSize(740, 76) if width >= 740 else None


def put(taken: QRect, *screens: QRect, is_rtl: bool = False):
    return place(taken, screens or (SCREEN,), panel, line, is_rtl=is_rtl)


def test_it_stands_where_the_drawing_has_it() -> None:
    found = put(QRect(60, 70, 760, 650))
    assert not found.is_line
    assert (found.area.left(), found.area.top()) == (60 + 760 + AWAY_PX, 70 - WHOLE_PX)


def test_read_from_the_right_it_stands_on_the_left() -> None:
    assert put(QRect(600, 70, 500, 650), is_rtl=True).area.right() < 600
    assert put(QRect(600, 70, 500, 650)).area.left() > 1100


def test_where_one_side_has_no_room_it_takes_the_other() -> None:
    assert put(QRect(900, 70, 690, 650)).area.right() < 900


def test_with_little_room_it_comes_closer() -> None:
    found = put(QRect(60, 70, 1600 - 60 - 370 - 8 - 12, 650))
    assert not found.is_line
    assert found.area.right() <= SCREEN.right()


def test_a_wide_window_has_it_over_or_under_in_one_line() -> None:
    under, over = put(QRect(0, 0, 1600, 780)), put(QRect(0, 120, 1600, 780))
    assert under.is_line
    assert over.is_line
    assert under.area.top() > 780
    assert over.area.bottom() < 120


def test_a_full_screen_leaves_no_room() -> None:
    assert put(SCREEN) is None


def test_the_other_screen_has_room() -> None:
    found = put(SCREEN, SCREEN, SECOND)
    assert SECOND.contains(found.area)
    assert not found.is_line


@given(
    st.integers(-200, 1700), st.integers(-200, 900), st.integers(1, 2200), st.integers(1, 1400), st.booleans()
)
def test_it_is_never_inside_what_is_taken_and_always_on_a_screen(
    x: int, y: int, width: int, height: int, is_rtl: bool
) -> None:
    taken = QRect(x, y, width, height)
    for screens in ((SCREEN,), (SCREEN, SECOND), (SECOND, SCREEN)):
        found = put(taken, *screens, is_rtl=is_rtl)
        if found is not None:
            assert not found.area.intersects(taken)
            assert any(screen.contains(found.area) for screen in screens)


@dataclass
class Scaled:
    """A screen of another scale, as far as places go."""

    area: QRect
    ratio: float

    def geometry(self) -> QRect:
        return self.area

    def devicePixelRatio(self) -> float:
        return self.ratio


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_points_leave_out_no_pixel(ratio: float) -> None:
    screen = Scaled(QRect(100, 50, 1280, 800), ratio)
    for x in range(120, 131):
        rect = Rect(x, x + 3, 603, 401)
        points = outer_points(rect, [screen])
        left, top = 100 + (points.left() - 100) * ratio, 50 + (points.top() - 50) * ratio
        right, bottom = left + points.width() * ratio, top + points.height() * ratio
        assert left <= rect.x
        assert top <= rect.y
        assert right >= rect.x + rect.width
        assert bottom >= rect.y + rect.height


def test_where_pictures_are_asked_for_in_points_an_area_is_one_already(monkeypatch) -> None:
    monkeypatch.setattr("ui.capture.placing.counts_in_points", lambda: True)
    retina = Scaled(QRect(100, 50, 1280, 800), 2.0)
    assert outer_points(Rect(120, 60, 600, 400), [retina]) == QRect(120, 60, 600, 400)
