# SPDX-License-Identifier: MIT
"""Esc three times within a second and a half hides; once does nothing; being left alone is noticed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.guard import Guard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.fakes.clock import FakeClock

PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease


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


def esc(kind: QEvent.Type, at_ms: int, *, is_repeat: bool = False) -> QKeyEvent:
    event = QKeyEvent(kind, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, "", is_repeat)
    event.setTimestamp(at_ms)
    return event


def test_a_held_key_counts_once(guard: Guard, inner: QLineEdit, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(guard.hide_asked):
        QApplication.sendEvent(inner, esc(PRESS, 1_000))
        for at_ms in range(1_250, 2_400, 40):
            QApplication.sendEvent(inner, esc(RELEASE, at_ms, is_repeat=True))
            QApplication.sendEvent(inner, esc(PRESS, at_ms, is_repeat=True))


def test_a_held_key_counts_once_where_the_system_does_not_say_that_it_repeats(
    guard: Guard, inner: QLineEdit, qtbot: QtBot
) -> None:
    """As X11 sends it: let go and pressed again in the same millisecond."""
    with qtbot.assertNotEmitted(guard.hide_asked):
        QApplication.sendEvent(inner, esc(PRESS, 1_000))
        for at_ms in range(1_660, 2_400, 40):
            QApplication.sendEvent(inner, esc(RELEASE, at_ms))
            QApplication.sendEvent(inner, esc(PRESS, at_ms))
        QApplication.sendEvent(inner, esc(RELEASE, 2_400))


def test_one_press_on_several_objects_counts_once(guard: Guard, inner: QLineEdit, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(guard.hide_asked):
        for target in (inner, inner.parentWidget(), inner.window()):
            QApplication.sendEvent(target, esc(PRESS, 1_000))


def test_a_press_counts_whose_release_went_to_a_window_that_is_gone(
    guard: Guard, inner: QLineEdit, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(guard.hide_asked):
        for at_ms in (1_000, 1_300, 1_600):
            QApplication.sendEvent(inner, esc(PRESS, at_ms))


def test_another_time_is_kept_from_now_on(guard: Guard, clock: FakeClock, qtbot: QtBot) -> None:
    guard.look()
    clock.advance(timedelta(minutes=2))
    guard.set_idle(0)  # a minute at least, or nobody could ever do anything
    with qtbot.waitSignal(guard.left_alone):
        guard.look()
    clock.advance(timedelta(seconds=50))
    with qtbot.assertNotEmitted(guard.left_alone):
        guard.look()
