# SPDX-License-Identifier: MIT
"""Pointer events handed on to a panel while somebody else holds the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint


class Relay:
    """Gives a panel the events that it would have had, so that its buttons light up and work as always."""

    def __init__(self, panel: QWidget) -> None:
        """Hand nothing on yet."""
        self._panel = panel
        self._over: QWidget | None = None
        self._pressed: QWidget | None = None

    @property
    def is_pressed(self) -> bool:
        """Whether a button went down over the panel and has not come up yet."""
        return self._pressed is not None

    def holds(self, at: QPoint) -> bool:
        """Whether the panel can be seen at this point of the desktop."""
        return self._panel.isVisible() and self._panel.geometry().contains(at)

    def hover(self, at: QPoint) -> None:
        """Tell what is under the pointer that it is, and what was that it is no more."""
        over = self._under(at) if self.holds(at) else None
        if over is self._over:
            return
        self.leave()
        self._over = over
        if over is not None:
            spot = QPointF(at)
            local = QPointF(over.mapFromGlobal(at))
            QApplication.sendEvent(over, QEnterEvent(local, QPointF(self._panel.mapFromGlobal(at)), spot))

    def leave(self) -> None:
        """Tell that the pointer is no longer there."""
        over, self._over = self._over, None
        if over is not None:
            QApplication.sendEvent(over, QEvent(QEvent.Type.Leave))

    def hand_on(self, event: QMouseEvent) -> None:
        """Give a press, a move or a release to what is under it, or to what was pressed."""
        at = event.globalPosition().toPoint()
        target = self._pressed or self._under(at)
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = target
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._pressed = None
        local = QPointF(target.mapFromGlobal(at))
        same = event.button(), event.buttons(), event.modifiers()
        QApplication.sendEvent(target, QMouseEvent(event.type(), local, event.globalPosition(), *same))

    def _under(self, at: QPoint) -> QWidget:
        return self._panel.childAt(self._panel.mapFromGlobal(at)) or self._panel
