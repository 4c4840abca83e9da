# SPDX-License-Identifier: MIT
"""The ring lies round what the keyboard is on, moves with it, and leaves fields to themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.focus_ring import OUTSIDE_PX, FocusRing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def ring(qapp: QApplication, context: Context) -> Iterator[FocusRing]:
    _let_go_of_the_mouse()
    ring = FocusRing(qapp, context.theme)
    yield ring
    if not shiboken6.isValid(ring):  # it went with the window of the test
        return
    qapp.focusChanged.disconnect(ring._on_focus_changed)
    ring.setParent(None)
    ring.deleteLater()


def _let_go_of_the_mouse() -> None:
    """A test before may have pressed a button on something that was gone before it was released."""
    pad = QWidget()
    pad.show()
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
        QTest.mouseRelease(pad.windowHandle(), button)
    pad.close()


def test_it_follows_the_focus(
    context: Context, ring: FocusRing, shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    box = QWidget()
    box.resize(400, 200)
    button, field = Button(context, "Go", parent=box), Field(context, "Name", parent=box)
    button.move(50, 50)
    field.move(50, 100)
    shown(box)
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(ring.isVisible)
    assert ring.geometry() == button.geometry().adjusted(-OUTSIDE_PX, -OUTSIDE_PX, OUTSIDE_PX, OUTSIDE_PX)
    button.move(80, 60)
    assert ring.x() == 80 - OUTSIDE_PX
    picture = box.grab().toImage()
    on_ring = picture.pixelColor(80 - 4, 60 + button.height() // 2)
    assert on_ring.rgb() == context.theme.colour("focus").rgb()
    field.setFocus()
    qtbot.waitUntil(lambda: not ring.isVisible())


def test_it_goes_with_what_it_is_round(
    context: Context, ring: FocusRing, shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    box = QWidget()
    button = Button(context, "Go", parent=box)
    shown(box)
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(ring.isVisible)
    button.hide()
    assert not ring.isVisible()
    qtbot.waitUntil(lambda: ring.parentWidget() is None)


def test_a_column_that_is_hidden_keeps_its_children_while_qt_goes_through_them(
    context: Context, ring: FocusRing, shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    box = QWidget()
    column = QWidget(box)
    button = Button(context, "Go", parent=column)
    shown(box)
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(ring.isVisible)
    ring.setParent(column)
    ring.show()
    before = column.children()
    heard: list[list[object]] = []
    ring._target_gone.connect(lambda: heard.append(column.children()))
    column.hide()
    assert heard == [before]
    qtbot.waitUntil(lambda: ring.parentWidget() is not column)


def test_it_lets_go_of_what_is_destroyed(
    context: Context, ring: FocusRing, shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    box = QWidget()
    inner = QWidget(box)
    button, other = Button(context, "Go", parent=inner), Button(context, "Stay", parent=box)
    shown(box)
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(ring.isVisible)
    ring.setParent(None)
    shiboken6.delete(inner)
    ring._on_focus_changed(None, other)
    assert ring.parentWidget() is box
