# SPDX-License-Identifier: MIT
"""The ring round what the keyboard is on: 3 px, with a gap of 2. Fields show theirs in their border."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from ui.override import override

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QApplication

    from ui.theme import Theme

OUTSIDE_PX = 5
MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show})
GONE = frozenset({QEvent.Type.Hide, QEvent.Type.Close})
SELF_SHOWN = (QLineEdit, QPlainTextEdit, QComboBox)


class FocusRing(QWidget):
    """One ring for the whole application; it follows the focus, except where a mouse button put it."""

    # Heard later: Qt is going through the children of the column just now, and the ring is one of them.
    _target_gone = Signal()

    def __init__(self, app: QApplication, theme: Theme) -> None:
        """Wait for the focus to move."""
        super().__init__()
        self._theme = theme
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        app.focusChanged.connect(self._on_focus_changed)
        self._target_gone.connect(self._on_target_gone, Qt.ConnectionType.QueuedConnection)

    def turn_to(self, theme: Theme) -> None:
        """Look like this from now on, and lie on nothing that may go."""
        self._theme = theme
        self._release()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        painter = QPainter(self)
        paint_ring(painter, self._theme, self.rect())
        painter.end()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what moves; leave what is hidden."""
        if watched is self._target and event.type() in GONE:
            self._target = None
            self.hide()
            self._target_gone.emit()
        elif event.type() in MOVES:
            self._follow()
        return False

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._release()
        if new is None or isinstance(new, SELF_SHOWN) or not isinstance(new, RINGED):
            return
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        self._target = new
        host = _host(new)
        self.setParent(host)
        step: QWidget | None = new
        while step is not None and step is not host:
            step.installEventFilter(self)
            self._watched.append(step)
            step = step.parentWidget()
        self._follow()
        self.show()
        self.raise_()

    def _on_target_gone(self) -> None:
        """Leave the column, unless the focus has taken the ring elsewhere meanwhile."""
        if self._target is None:
            self._release()

    def _follow(self) -> None:
        target, host = self._target, self.parentWidget()
        if target is None or host is None:
            return
        corner = target.mapTo(host, target.rect().topLeft())
        ring = target.rect().translated(corner)
        self.setGeometry(ring.adjusted(-OUTSIDE_PX, -OUTSIDE_PX, OUTSIDE_PX, OUTSIDE_PX))

    def _release(self) -> None:
        for widget in self._watched:
            if isValid(widget):  # the focus also moves because a page goes
                widget.removeEventFilter(self)
        self._watched.clear()
        self._target = None
        self.hide()
        self.setParent(None)


RINGED = (QAbstractButton, QAbstractItemView, QFrame)


def paint_ring(painter: QPainter, theme: Theme, around: QRect) -> None:
    """The ring is drawn just inside the edges of a rectangle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("focus"), 3))
    painter.drawRoundedRect(QRectF(around).adjusted(1.5, 1.5, -1.5, -1.5), 11, 11)


def _host(widget: QWidget) -> QWidget:
    """Return what the ring lies on: the nearest scrolled column that has room for it, or the window."""
    step: QWidget = widget
    while (parent := step.parentWidget()) is not None and not step.isWindow():
        area = parent.parentWidget()
        if isinstance(area, QScrollArea) and area.viewport() is parent and _has_room(widget, step):
            return step
        step = parent
    return step


def _has_room(widget: QWidget, column: QWidget) -> bool:
    """Whether the ring round a widget stays inside the column, so that it would not be cut."""
    at = widget.mapTo(column, widget.rect().topLeft()).x()
    return at >= OUTSIDE_PX and at + widget.width() + OUTSIDE_PX <= column.width()
