# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt

from ui.capture.run_frame import RunFrame
from ui.capture.window_frame import WHOLE_PX

TAKEN, SCREEN = QRect(100, 80, 300, 200), QRect(0, 0, 800, 600)


@pytest.fixture
def frame(theme, qtbot) -> RunFrame:
    made = RunFrame(theme)
    for side in made.sides:
        qtbot.addWidget(side)
    return made


def places(frame: RunFrame) -> list[QRect]:
    return [side.geometry() for side in frame.sides if side.isVisible()]


def test_it_stands_round_it_and_nowhere_over_it(frame: RunFrame) -> None:
    frame.put_round(TAKEN, SCREEN)
    whole = TAKEN.adjusted(-WHOLE_PX, -WHOLE_PX, WHOLE_PX, WHOLE_PX)
    assert len(places(frame)) == 4
    assert not any(place.intersects(TAKEN) for place in places(frame))
    assert sum(one.width() * one.height() for one in places(frame)) == (
        whole.width() * whole.height() - TAKEN.width() * TAKEN.height()
    )


@pytest.mark.parametrize(("taken", "left"), [(QRect(0, 0, 300, 200), 2), (SCREEN, 0)])
def test_where_the_screen_ends_a_side_is_left_out(frame: RunFrame, taken: QRect, left: int) -> None:
    frame.put_round(taken, SCREEN)
    assert len(places(frame)) == left
    assert not any(place.intersects(taken) for place in places(frame))
    assert frame.is_visible == bool(left)


def test_it_is_blue_with_a_white_edge(frame: RunFrame, theme) -> None:
    frame.put_round(TAKEN, SCREEN)
    image = frame.sides[0].grab().toImage()
    seen = [image.pixelColor(150, y) for y in range(WHOLE_PX)]
    white, blue = Qt.GlobalColor.white, theme.colour("focus")
    assert seen == [white, blue, blue, blue, white]


def test_it_takes_neither_clicks_nor_the_keyboard(frame: RunFrame) -> None:
    for side in frame.sides:
        assert side.windowFlags() & Qt.WindowType.WindowTransparentForInput
        assert side.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_it_goes(frame: RunFrame) -> None:
    frame.put_round(TAKEN, SCREEN)
    frame.hide()
    assert places(frame) == []
