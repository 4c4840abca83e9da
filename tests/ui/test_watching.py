# SPDX-License-Identifier: MIT
"""What watches the window leads to the ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.leaving import Leaving
from ui.main_window import MainWindow
from ui.watching import Watching

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_esc_hides_and_sleep_locks(opened: Context, qapp: QApplication, qtbot: QtBot) -> None:
    window = MainWindow(opened)
    qtbot.addWidget(window)
    leaving = Leaving(opened, window)
    watching = Watching(qapp, opened, window, leaving)
    with qtbot.waitSignal(opened.session.locked) as locked:
        watching.system.going_away.emit()
    assert locked.args == ["suspend"]
    with qtbot.waitSignal(leaving.left):
        watching.guard.hide_asked.emit()
    qapp.removeEventFilter(watching.guard)
    qapp.focusChanged.disconnect(watching.ring._on_focus_changed)


def test_a_system_that_ends_the_program_is_answered_like_the_button_of_the_window(
    opened: Context, qapp: QApplication, qtbot: QtBot
) -> None:
    window = MainWindow(opened)
    qtbot.addWidget(window)
    leaving = Leaving(opened, window)
    watching = Watching(qapp, opened, window, leaving)
    with qtbot.waitSignals([opened.session.locked, leaving.left]):
        watching.end.end_asked.emit()
    qapp.removeEventFilter(watching.guard)
    qapp.focusChanged.disconnect(watching.ring._on_focus_changed)
