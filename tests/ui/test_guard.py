# SPDX-License-Identifier: MIT
"""Esc three times within a second and a half hides; once does nothing; being left alone is noticed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.guard import Guard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.fakes.clock import FakeClock


@pytest.fixture
def guard(qapp: QApplication, clock: FakeClock) -> Iterator[Guard]:
    guard = Guard(qapp, clock, idle_minutes=5)
    yield guard
    qapp.removeEventFilter(guard)
    guard.deleteLater()


@pytest.fixture
def inner(qtbot: QtBot) -> Iterator[QLineEdit]:
    """A field two levels deep, so that a key event passes several objects."""
    outer = QWidget()
    qtbot.addWidget(outer)
    middle = QWidget(outer)
    field = QLineEdit(middle)
    with qtbot.waitExposed(outer):
        outer.show()
    yield field
    outer.hide()


def press(field: QLineEdit, clock: FakeClock, times: int, apart: timedelta) -> None:
    for _ in range(times):
        QTest.keyClick(field, Qt.Key.Key_Escape)
        clock.advance(apart)


def test_three_times_fast_hides(guard: Guard, inner: QLineEdit, clock: FakeClock, qtbot: QtBot) -> None:
    with qtbot.waitSignal(guard.hide_asked):
        press(inner, clock, 3, timedelta(milliseconds=300))


def test_twice_or_slowly_does_not(guard: Guard, inner: QLineEdit, clock: FakeClock, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(guard.hide_asked):
        press(inner, clock, 2, timedelta(milliseconds=300))
        clock.advance(timedelta(seconds=2))
        press(inner, clock, 5, timedelta(milliseconds=800))


def test_being_left_alone_is_noticed_once(guard: Guard, clock: FakeClock, qtbot: QtBot) -> None:
    guard.look()
    clock.advance(timedelta(minutes=4))
    with qtbot.assertNotEmitted(guard.left_alone):
        guard.look()
    clock.advance(timedelta(minutes=2))
    with qtbot.waitSignal(guard.left_alone):
        guard.look()
    with qtbot.assertNotEmitted(guard.left_alone):
        guard.look()


def test_a_touch_starts_the_time_anew(guard: Guard, inner: QLineEdit, clock: FakeClock, qtbot: QtBot) -> None:
    guard.look()
    clock.advance(timedelta(minutes=4))
    QTest.keyClick(inner, Qt.Key.Key_A)
    guard.look()
    clock.advance(timedelta(minutes=4))
    with qtbot.assertNotEmitted(guard.left_alone):
        guard.look()
