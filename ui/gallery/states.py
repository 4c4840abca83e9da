# SPDX-License-Identifier: MIT
"""Puts a part into a state that only a hand could give it: pointed at, pressed, under the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.override import override
from ui.widgets.focus_ring import OUTSIDE_PX, paint_ring

if TYPE_CHECKING:
    from ui.context import Context
    from ui.widgets.field import Field


class Ringed(QWidget):
    """A part with the ring of the keyboard round it, which the real focus need not be on."""

    def __init__(self, context: Context, part: QWidget, *, parent: QWidget | None = None) -> None:
        """Draw it round the part."""
        super().__init__(parent)
        self._theme = context.theme
        self.setSizePolicy(part.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(OUTSIDE_PX, OUTSIDE_PX, OUTSIDE_PX, OUTSIDE_PX)
        column.addWidget(part)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        painter = QPainter(self)
        paint_ring(painter, self._theme, self.rect())
        painter.end()


def pointed_at(part: QWidget) -> QWidget:
    """Return the part as it looks under the pointer."""
    part.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    if isinstance(part, QPushButton):  # it notes by itself where the pointer is
        here, none = QPointF(part.rect().center()), Qt.MouseButton.NoButton
        move = QEvent.Type.MouseMove
        part.mouseMoveEvent(QMouseEvent(move, here, here, none, none, Qt.KeyboardModifier.NoModifier))
    return part


def pressed(part: QAbstractButton) -> QWidget:
    """Return the button as it looks while it is held down."""
    part.setDown(True)
    return part


def disabled(part: QWidget) -> QWidget:
    """Return the part as it looks when it does nothing."""
    part.setEnabled(False)
    return part


def chosen(part: QAbstractButton) -> QWidget:
    """Return the switch as it looks when it is on."""
    part.setCheckable(True)
    part.setChecked(True)
    return part


def written_in(field: Field) -> Field:
    """Return the field as it looks while one types in it."""
    field.box.setProperty("has_focus", True)
    return field
