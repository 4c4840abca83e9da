# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.models.test_exhibits import exhibit
from ui.widgets.neighbours import Neighbours

THREE = tuple(exhibit(n).id for n in (1, 2, 3))


@pytest.fixture
def neighbours(context, qtbot) -> Neighbours:
    held = QWidget()
    qtbot.addWidget(held)
    made = Neighbours(context, held)
    made.held, made.chosen_ones = held, []
    made.chosen.connect(made.chosen_ones.append)
    return made


def press(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_they_go_by_number_and_end_at_the_ends(neighbours: Neighbours) -> None:
    neighbours.offer(THREE, THREE[1])
    press(neighbours.older)
    neighbours.turn_to(THREE[1])
    press(neighbours.newer)
    assert neighbours.chosen_ones == ["id1", "id3"]
    neighbours.offer(THREE, THREE[0])
    assert not neighbours.older.isEnabled()
    neighbours.offer(THREE, THREE[2])
    assert not neighbours.newer.isEnabled()


def test_before_all_are_known_nothing_happens(neighbours: Neighbours) -> None:
    neighbours.turn_to(THREE[0])
    press(neighbours.newer)
    neighbours.offer((), None)
    press(neighbours.newer)
    assert neighbours.chosen_ones == []
