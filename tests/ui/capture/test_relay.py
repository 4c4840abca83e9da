# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.capture.relay import Relay


@pytest.fixture
def panel(shown) -> QWidget:
    made = shown(QWidget())
    made.setGeometry(100, 50, 300, 60)
    made.one, made.two = QPushButton("One", made), QPushButton("Two", made)
    made.one.setGeometry(0, 0, 100, 60)
    made.two.setGeometry(150, 0, 100, 60)
    made.one.show()
    made.two.show()
    return made


def mouse(kind: QEvent.Type, at: QPoint) -> QMouseEvent:
    button = Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
    return QMouseEvent(kind, QPointF(0, 0), QPointF(at), button, held, Qt.KeyboardModifier.NoModifier)


PRESS, RELEASE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease


def test_where_the_panel_is(panel: QWidget) -> None:
    relay = Relay(panel)
    assert relay.holds(QPoint(110, 60))
    assert not relay.holds(QPoint(90, 60))
    panel.hide()
    assert not relay.holds(QPoint(110, 60))


def test_what_is_under_the_pointer_lights_up_and_goes_out(panel: QWidget) -> None:
    relay = Relay(panel)
    relay.hover(QPoint(120, 70))
    assert (panel.one.underMouse(), panel.two.underMouse()) == (True, False)
    relay.hover(QPoint(280, 70))
    assert (panel.one.underMouse(), panel.two.underMouse()) == (False, True)
    relay.hover(QPoint(900, 700))
    assert not panel.two.underMouse()


def test_a_press_and_a_release_are_a_click(panel: QWidget, qtbot) -> None:
    relay = Relay(panel)
    with qtbot.waitSignal(panel.two.clicked):
        relay.hand_on(mouse(PRESS, QPoint(280, 70)))
        assert relay.is_pressed
        relay.hand_on(mouse(RELEASE, QPoint(280, 70)))
    assert not relay.is_pressed


def test_a_release_beside_the_button_is_none(panel: QWidget, qtbot) -> None:
    relay = Relay(panel)
    with qtbot.assertNotEmitted(panel.one.clicked), qtbot.assertNotEmitted(panel.two.clicked):
        relay.hand_on(mouse(PRESS, QPoint(120, 70)))
        relay.hand_on(mouse(RELEASE, QPoint(280, 70)))
