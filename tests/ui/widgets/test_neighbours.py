# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.models.test_exhibits import exhibit
from ui.widgets.neighbours import Neighbours

THREE = tuple(exhibit(n) for n in (1, 2, 3))


@pytest.fixture
def neighbours(context, qtbot) -> Neighbours:
    held = QWidget()
    qtbot.addWidget(held)
    made = Neighbours(context, held)
    made.held, made.chosen_ones = held, []
    made.chosen.connect(lambda one: made.chosen_ones.append(one.ref))
    return made


def press(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_they_go_by_number_and_end_at_the_ends(neighbours: Neighbours) -> None:
    neighbours.offer(THREE, THREE[1].id)
    press(neighbours.older)
    neighbours.turn_to(THREE[1].id)
    press(neighbours.newer)
    assert neighbours.chosen_ones == ["TJH/1", "TJH/3"]
    neighbours.offer(THREE, THREE[0].id)
    assert not neighbours.older.isEnabled()
    neighbours.offer(THREE, THREE[2].id)
    assert not neighbours.newer.isEnabled()


def test_before_all_are_known_nothing_happens(neighbours: Neighbours) -> None:
    neighbours.turn_to(THREE[0].id)
    press(neighbours.newer)
    neighbours.offer((), None)
    press(neighbours.newer)
    assert neighbours.chosen_ones == []
