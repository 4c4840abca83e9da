# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model import ExhibitFacts, Sensitivity
from tests.fakes.clock import START
from tests.fakes.redacted import BOX, covered
from tests.fakes.runs import joined
from tests.ui.capture.conftest import run_of
from ui.widgets.covered_line import CoveredLine


@pytest.fixture
def line(context, shown) -> CoveredLine:
    held = QWidget()
    made = CoveredLine(context, held)
    column = QVBoxLayout(held)
    column.addWidget(made)
    column.addWidget(made.parts_button)
    shown(held)
    made.held = held
    return made


@pytest.fixture
def run():
    return covered(run_of(4), {2: (BOX,)}, {3: 2})


def press(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_nothing_covered_is_offered_to_be(line: CoveredLine, qtbot) -> None:
    line.show_part(run_of(2), None)
    assert line.parts_button.isVisible()
    assert not line.isVisible()
    with qtbot.waitSignal(line.opened):
        press(line.parts_button)


def test_what_is_covered_is_said_and_can_be_changed(line: CoveredLine, run, qtbot) -> None:
    line.show_part(run, run.frames[1])
    assert line.said.words == "Covered: 1 area, in 2 pictures."
    assert not line.parts_button.isVisible()
    with qtbot.waitSignal(line.opened):
        press(line.change_button)


def test_the_original_is_shown_until_another_picture_is(line: CoveredLine, run, words, qtbot) -> None:
    line.show_part(run, run.frames[1])
    with qtbot.waitSignal(line.original_asked):
        press(line.original_button)
    assert line.is_original
    assert line.original_button.text() == words("redact.line.copy")
    line.show_part(run, run.frames[2])
    assert not line.is_original
    assert line.original_button.text() == words("redact.line.original")


def test_it_knows_when_another_picture_has_to_be_read(line: CoveredLine, run) -> None:
    assert line.is_stale(run)
    line.show_part(run, run.frames[1])
    assert not line.is_stale(run)
    assert line.is_stale(covered(run, {2: (BOX,)}))
    press(line.original_button)
    assert line.is_stale(run)


def test_a_picture_without_boxes_has_no_other_one(line: CoveredLine, run) -> None:
    line.show_part(run, run.frames[3])
    assert not line.original_button.isVisible()
    line.show_part(run, joined(run).record)
    assert not line.original_button.isVisible()


def test_what_is_covered_whole_or_left_out_has_no_parts_to_cover(line: CoveredLine, run) -> None:
    line.show_part(replace(run, facts=ExhibitFacts(sensitivity=Sensitivity.INTIMATE)), None)
    assert not line.isVisible()
    assert not line.parts_button.isVisible()
    line.show_part(replace(run, withdrawn_at=START), None)
    assert not line.isVisible()
    assert not line.parts_button.isVisible()
