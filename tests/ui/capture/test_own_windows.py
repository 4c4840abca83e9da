# SPDX-License-Identifier: MIT
from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from app.model import Rect
from ui.capture.floating import FloatingPanel
from ui.capture.own_windows import close_others, drawn_places
from ui.capture.window_frame import WindowFrame


def test_everything_else_is_closed_and_a_dialog_is_told(shown, qtbot) -> None:
    kept, other = shown(QWidget()), shown(QDialog())
    with qtbot.waitSignal(other.finished):
        close_others({kept})
    assert kept.isVisible()
    assert not other.isVisible()


def test_only_what_is_painted_counts(context, theme, shown, qtbot) -> None:
    screen = QGuiApplication.primaryScreen()
    panel, frame = shown(FloatingPanel(context, 100, 50)), WindowFrame(theme)
    qtbot.addWidget(frame)
    panel.setGeometry(10, 20, 100, 50)
    qtbot.waitUntil(lambda: panel.is_drawn)
    assert drawn_places([panel], [frame]) == [Rect(10, 20, 100, 50)]
    panel.hide()
    frame.put_round(QRect(100, 100, 200, 100), screen.geometry())
    qtbot.waitUntil(lambda: frame.is_drawn)
    assert drawn_places([panel], [frame]) == [Rect(95, 95, 210, 5), Rect(95, 200, 210, 5)]


def test_what_pictures_leave_out_is_not_looked_for_in_one(context, shown, qtbot) -> None:
    panel = shown(FloatingPanel(context, 100, 50))
    qtbot.waitUntil(lambda: panel.is_drawn)
    panel.is_kept_out = True
    assert drawn_places([panel], []) == []
