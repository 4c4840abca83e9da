# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.timeline.spans import Scale, span_of
from tests.app.timeline.cases import AT
from tests.ui.test_timeline_words import line
from ui.timeline_words import TimelineWords
from ui.widgets.timeline_band import TimelineBand

LINES = tuple(line(AT + timedelta(hours=hours)) for hours in (0, 1, 72))


@pytest.fixture
def band(context, shown) -> TimelineBand:
    said = TimelineWords(context)
    made = TimelineBand(context, said)
    made.resize(800, made.height())
    made.show_lines(LINES, span_of(LINES, Scale.ALL, AT, said.zone), Scale.ALL)
    return shown(made)


def test_it_says_how_many_from_when_to_when_and_the_longest_silence(band) -> None:
    assert band.accessibleName() == (
        "3 lines, from 23 Nov 2026 21:40 to 26 Nov 2026 21:40. "
        "The longest time of which nothing is known: 2 days 23 hours."
    )


def test_nothing_to_show_is_said(band, context) -> None:
    said = TimelineWords(context)
    band.show_lines((), span_of((), Scale.DAY, AT, said.zone), Scale.DAY)
    assert band.accessibleName() == "Nothing to show."
    QTest.keyClick(band, Qt.Key.Key_Right)
    QTest.mouseClick(band, Qt.MouseButton.LeftButton)
    assert band.line is None
    assert not band.grab().isNull()


def test_arrows_go_from_dot_to_dot_and_stop_at_the_ends(band, qtbot) -> None:
    seen = []
    band.line_chosen.connect(seen.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(band, key)
    QTest.keyClick(band, Qt.Key.Key_Home)
    assert seen == [LINES[0], LINES[1], LINES[2], LINES[2], LINES[1], LINES[0]]
    assert band.accessibleName().startswith("Monday 23 November, 21:40, it, Remembered.")


def test_reading_from_the_right_turns_band_and_arrows_round(band) -> None:
    left = band.x_of(LINES[0].at)
    band.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert band.x_of(LINES[0].at) == band.width() - left
    QTest.keyClick(band, Qt.Key.Key_Left)
    QTest.keyClick(band, Qt.Key.Key_Left)
    assert band.line == LINES[1]


def test_a_press_goes_to_the_nearest_dot(band, qtbot) -> None:
    with qtbot.waitSignal(band.line_chosen) as chosen:
        QTest.mouseClick(band, Qt.MouseButton.LeftButton, pos=QPoint(band.width() - 5, 20))
    assert chosen.args == [LINES[2]]


def test_what_was_chosen_stays_chosen_while_it_is_looked_at(band, context) -> None:
    said = TimelineWords(context)
    band.choose(LINES[1])
    band.show_lines(LINES, span_of(LINES, Scale.DAY, AT, said.zone), Scale.DAY)
    assert band.line == LINES[1]
    band.show_lines(LINES, span_of(LINES, Scale.DAY, LINES[2].at, said.zone), Scale.DAY)
    assert band.line is None


@pytest.mark.parametrize("scale", list(Scale))
def test_it_draws_each_scale(band, context, scale) -> None:
    said = TimelineWords(context)
    band.show_lines(LINES, span_of(LINES, scale, AT, said.zone), scale)
    assert not band.grab().isNull()
