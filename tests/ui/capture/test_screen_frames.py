# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRect

from ui.capture.screen_frames import ScreenFrames


@dataclass
class FakeScreen:
    area: QRect

    def geometry(self) -> QRect:
        return self.area


LEFT, RIGHT = FakeScreen(QRect(0, 0, 300, 400)), FakeScreen(QRect(300, 0, 200, 200))


@pytest.fixture
def frames(theme, qtbot):
    made = ScreenFrames(theme)
    yield made
    for frame in made.frames:
        qtbot.addWidget(frame)


def shown(frames: ScreenFrames) -> list[QRect]:
    return [frame.geometry() for frame in frames.frames if frame.isVisible()]


def test_each_screen_has_its_own_frame_inside_its_edges(frames: ScreenFrames) -> None:
    frames.put_round([LEFT, RIGHT], QRect())
    assert shown(frames) == [LEFT.area, RIGHT.area]
    frames.put_round([RIGHT], QRect())
    assert shown(frames) == [RIGHT.area]
    frames.hide()
    assert shown(frames) == []
