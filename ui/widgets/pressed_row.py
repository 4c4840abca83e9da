# SPDX-License-Identifier: MIT
"""A row that is pressed as a whole: by the mouse, by Enter or the space bar, by a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from ui.override import override
from ui.spoken_roles import speak_as

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class PressedRow(QFrame):
    """A row of a list.

    Signals:
        pressed: whatever way it was pressed.
    """

    pressed = Signal()

    def __init__(self, *, is_last: bool = False, parent: QWidget | None = None) -> None:
        """Have a line below, unless it is the last one."""
        super().__init__(parent)
        self.setProperty("kind", "row")
        self.setProperty("last", is_last)
        speak_as(self, "button")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def press(self) -> None:
        """Press it."""
        self.pressed.emit()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press it, if the pointer is still on it."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.press()
        super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it by key."""
        if event.key() in KEYS:
            self.press()
            return
        super().keyPressEvent(event)
