# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.fakes.runs import joined, record_of
from tests.ui.capture.conftest import run_of
from ui.models.frames import FramesModel
from ui.widgets.frame_list import GUTTER_PX, FrameList


@pytest.fixture
def frames(context, shown) -> FrameList:
    model = FramesModel(context.words)
    exhibit = run_of(5)
    model.set_exhibit(replace(exhibit, run=record_of(exhibit, gap_after=2)))
    made = FrameList(context, model)
    made.resize(700, made.height())
    made.choose(model.first_frame())
    return shown(made)


def test_arrows_go_from_one_picture_to_the_next(frames: FrameList, qtbot) -> None:
    numbers: list[int | None] = []
    frames.part_chosen.connect(lambda part: numbers.append(part.record.run_index))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(frames, key)
    assert numbers == [2, 3, 2]


def test_the_long_picture_is_in_sight_before_the_first(context, shown) -> None:
    exhibit = run_of(9)
    model = FramesModel(context.words)
    model.set_exhibit(replace(exhibit, run=record_of(exhibit), derivatives=(joined(exhibit).record,)))
    made = FrameList(context, model)
    made.resize(60, made.height())
    made.choose(model.first_frame())
    shown(made)
    made.resize(400, made.height())
    assert made.visualRect(model.index(0)).left() >= 0
    made.choose(model.index(9))
    made.choose(model.first_frame())
    assert made.visualRect(model.index(0)).left() >= 0


def test_a_press_chooses(frames: FrameList, qtbot) -> None:
    with qtbot.waitSignal(frames.part_chosen) as chosen:
        spot = frames.visualRect(frames.model().index(3)).center()
        QTest.mouseClick(frames.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert chosen.args[0].record.run_index == 4


def test_the_gap_stands_between_its_pictures(frames: FrameList, theme) -> None:
    image = frames.viewport().grab().toImage()

    def has_line(n: int) -> bool:
        area = frames.visualRect(frames.model().index(n))
        x = area.right() - GUTTER_PX // 2 + 1
        return any(image.pixelColor(x, y) == theme.colour("attention") for y in range(area.height()))

    assert [has_line(n) for n in range(4)] == [False, True, False, False]


def test_it_has_a_name(frames: FrameList, words) -> None:
    assert frames.accessibleName() == words("conversation.run.list")


def test_a_picture_of_which_parts_are_covered_has_a_mark_in_its_corner(frames: FrameList, context) -> None:
    before = frames.viewport().grab().toImage()
    first, third = (frames.model().index(row) for row in (0, 2))
    frames.model().set_marked(frozenset({frames.model().part_at(third).id}))
    after, ink = frames.viewport().grab().toImage(), context.theme.colour("ink").rgb()

    def inked(image, index) -> int:
        area = frames.visualRect(index)
        columns, rows = range(area.left(), area.right()), range(area.top(), area.top() + 70)
        return sum(image.pixel(x, y) == ink for x in columns for y in rows)

    assert inked(after, third) > inked(before, third) + 100
    assert inked(after, first) == inked(before, first)
