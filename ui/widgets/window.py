# SPDX-License-Identifier: MIT
"""A window that says when it was painted: what can wait, waits for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.override import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Window(QWidget):
    """A window of its own.

    Signals:
        painted: it and everything on it stands on the screen for the first time.
    """

    painted = Signal()

    def __init__(self) -> None:
        """Be painted when shown."""
        super().__init__()
        self._is_painted = False
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Say so once; what is on the window is painted after it, in the same turn."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self.painted.emit)
