# SPDX-License-Identifier: MIT
"""What every robot can do: find by object name, press, type, and wait for what happens. It never sleeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

W = TypeVar("W", bound=QWidget)
WAIT_MS = 15_000


def press_key(line: QWidget, letter: str) -> None:
    """Send one letter as a keyboard does; ``QTest.keyClicks`` knows ASCII alone."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(line, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


class Robot:
    """Hands and eyes for one part of the window."""

    def __init__(self, qtbot: QtBot, root: QWidget) -> None:
        """Work below this widget."""
        self.qtbot = qtbot
        self.root = root

    def find(self, name: str, kind: type[W] = QWidget, *, under: str | None = None) -> W:  # type: ignore[assignment]
        """Return the one widget of this name; a name that is there twice is a fault."""
        root = self.find(under) if under else self.root
        found = [one for one in root.findChildren(kind, name) if under or one.isVisibleTo(self.root)]
        assert len(found) == 1, f"{len(found)} visible widgets are named {name}: {found}"
        return found[0]

    def sees(self, name: str) -> bool:
        """Whether something of this name can be seen."""
        return any(one.isVisible() for one in self.root.findChildren(QWidget, name))

    def press(self, name: str, *, under: str | None = None) -> None:
        """Press a button with the mouse, scrolled into view as a person would, once the page stands still."""
        button = self.find(name, QAbstractButton, under=under)
        self.until(button.isEnabled)
        places: list[QPoint] = []
        self.until(lambda: self._stands_still(button, places))
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=self._spot(button))

    def write(self, name: str, text: str, *, under: str | None = None) -> None:
        """Type into a field, key by key; what stood there is typed over."""
        line = (self if under is None else Robot(self.qtbot, self.find(under))).line(name)
        self._bring_into_view(line)
        line.setFocus()
        line.selectAll()
        for letter in text:
            press_key(line, letter)
        assert line.text() == text

    def write_words(self, name: str, text: str) -> None:
        """Type into a field of several lines, key by key."""
        box = Robot(self.qtbot, self.find(name)).find("edit", QPlainTextEdit)
        self._bring_into_view(box)
        box.setFocus()
        for letter in text:
            press_key(box, letter)
        assert box.toPlainText() == text

    def line(self, name: str) -> QLineEdit:
        """Return the one line to type in that this name leads to; what only shows a text has none."""
        named = [one for one in self.root.findChildren(QWidget, name) if one.isVisibleTo(self.root)]
        found = [line for one in named for line in one.findChildren(QLineEdit, "edit")]
        assert len(found) == 1, f"{len(found)} lines are named {name}: {named}"
        return found[0]

    def until(self, happens: Callable[[], bool], *, within_ms: int = WAIT_MS) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(happens, timeout=within_ms)

    def _stands_still(self, button: QWidget, places: list[QPoint]) -> bool:
        """Whether it can be seen where it was seen the last time; what is filled in above moves it."""
        self._bring_into_view(button)
        places.append(button.mapToGlobal(QPoint()))
        return places[-2:-1] == places[-1:] and not button.visibleRegion().isEmpty()

    def _bring_into_view(self, widget: QWidget) -> None:
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget)
            parent = parent.parentWidget()

    def _spot(self, button: QAbstractButton) -> QPoint:
        """Return a point of the button that is not covered."""
        return button.visibleRegion().boundingRect().center()
