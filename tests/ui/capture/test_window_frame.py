# SPDX-License-Identifier: MIT
from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt

from ui.capture.window_frame import WHOLE_PX, WindowFrame

SCREEN = QRect(0, 0, 800, 800)


def test_it_stands_just_outside_the_window(theme, qtbot) -> None:
    frame = WindowFrame(theme)
    qtbot.addWidget(frame)
    frame.put_round(QRect(100, 100, 300, 200), SCREEN)
    assert frame.geometry() == QRect(95, 95, 310, 210)
    assert frame.mask().contains(QPoint(2, 2))
    assert not frame.mask().contains(QPoint(WHOLE_PX, WHOLE_PX))


def test_it_spares_the_bar(theme, qtbot) -> None:
    frame = WindowFrame(theme)
    qtbot.addWidget(frame)
    frame.put_round(QRect(100, 100, 300, 200), SCREEN, QRect(150, 60, 100, 60))
    assert not frame.mask().contains(QPoint(150 - 95, 2))
    assert frame.mask().contains(QPoint(20, 2))


def test_round_a_window_that_fills_the_screen_it_stands_inside(theme, qtbot) -> None:
    frame = WindowFrame(theme)
    qtbot.addWidget(frame)
    frame.put_round(SCREEN, SCREEN)
    assert frame.geometry() == SCREEN
    assert frame.mask().contains(QPoint(0, 400))


def test_it_is_blue_with_white_edges(theme, qtbot) -> None:
    frame = WindowFrame(theme)
    qtbot.addWidget(frame)
    frame.put_round(QRect(100, 100, 300, 200), SCREEN)
    image = frame.grab().toImage()
    white = Qt.GlobalColor.white
    assert [image.pixelColor(x, 50) == theme.colour("focus") for x in range(5)] == [
        False,
        True,
        True,
        True,
        False,
    ]
    assert image.pixelColor(0, 50) == image.pixelColor(4, 50) == white


def test_it_tells_where_it_is_to_be_seen(theme, qtbot) -> None:
    frame = WindowFrame(theme)
    qtbot.addWidget(frame)
    assert frame.strips() == ()
    frame.put_round(QRect(100, 100, 300, 200), SCREEN)
    qtbot.waitUntil(lambda: frame.is_drawn)
    assert frame.strips() == (QRect(95, 95, 310, 5), QRect(95, 300, 310, 5))
    frame.put_round(QRect(120, 100, 300, 200), SCREEN)
    assert frame.strips() == ()


def test_clicks_pass_through_it(theme, qtbot) -> None:
    frame = WindowFrame(theme)
    qtbot.addWidget(frame)
    assert frame.windowFlags() & Qt.WindowType.WindowTransparentForInput
