# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.app.timeline.cases import AT
from tests.ui.test_timeline_words import line
from ui.models.timeline import DayHeading, LineRole, TimelineModel
from ui.timeline_words import TimelineWords

LINES = (line(AT), line(AT + timedelta(minutes=1)), line(AT + timedelta(days=1)))


@pytest.fixture
def model(context) -> TimelineModel:
    return TimelineModel(TimelineWords(context))


def test_each_day_stands_over_its_lines(model) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_lines(LINES)
    rows = [model.index(n).data(LineRole.ROW) for n in range(model.rowCount())]
    assert rows == [DayHeading(AT.date()), *LINES[:2], DayHeading(LINES[2].at.date()), LINES[2]]
    assert tester.model() is model


def test_a_heading_cannot_be_chosen_and_is_read_out(model) -> None:
    model.set_lines(LINES)
    heading = model.index(0)
    assert not heading.flags() & Qt.ItemFlag.ItemIsSelectable
    assert heading.data(Qt.ItemDataRole.AccessibleTextRole) == "Monday 23 November"
    assert model.line_at(heading) is None


def test_a_line_is_found_again_and_another_is_not(model) -> None:
    model.set_lines(LINES[:2])
    assert model.line_at(model.index_of(LINES[1])) == LINES[1]
    assert not model.index_of(LINES[2]).isValid()


def test_days_are_those_of_the_persons_clock(model) -> None:
    late = AT.replace(month=7, day=1, hour=23, minute=30)
    model.set_lines((line(late),))
    assert model.index(0).data(LineRole.ROW) == DayHeading(late.date() + timedelta(days=1))
