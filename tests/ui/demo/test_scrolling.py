# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtWidgets import QScrollBar

from ui.demo import scrolling
from ui.demo.scrolling import ScrollBack


@pytest.fixture
def bar(qtbot) -> QScrollBar:
    made = QScrollBar()
    qtbot.addWidget(made)
    made.setRange(0, 1_000)
    made.setPageStep(400)
    made.setValue(1_000)
    return made


def test_it_goes_to_the_top_in_steps_that_see_half_again(bar, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(scrolling, "EVERY_MS", 1)
    places = []
    bar.valueChanged.connect(places.append)
    back = ScrollBack(bar)
    with qtbot.waitSignal(back.ended):
        back.start()
    assert places == [780, 560, 340, 120, 0]


def test_at_the_top_there_is_nothing_to_do(bar, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(scrolling, "EVERY_MS", 1)
    bar.setValue(0)
    back = ScrollBack(bar)
    with qtbot.waitSignal(back.ended):
        back.start()
    assert bar.value() == 0
