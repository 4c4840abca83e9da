# SPDX-License-Identifier: MIT
"""A list of which one is chosen, closed; its arrow is one of our icons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QListView

from ui.override import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context


class Combo(QComboBox):
    """A closed list; the wheel scrolls the page and never changes an answer."""

    def __init__(self, context: Context, *, name: str, parent: QWidget | None = None) -> None:
        """Hold nothing yet; ``name`` is read out."""
        super().__init__(parent)
        self._theme = context.theme
        self._icons = context.icons
        self.setAccessibleName(name)
        listed = QListView(self)
        listed.setAccessibleName(name)
        self.setView(listed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Belong to the label with the same words: on Linux Qt gives the chosen entry for the name."""
        super().showEvent(event)
        holder = self.parentWidget()
        for label in [] if holder is None else holder.findChildren(QLabel):
            if label.accessibleName() == self.accessibleName() and label.parent() is holder:
                label.setBuddy(self)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box by the sheet, and the arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        size = self._theme.text_px(20)
        inset = self._theme.gap_px(12)
        x = inset if self.isRightToLeft() else self.width() - inset - size
        arrow = self._icons.pixmap("down", "ink", size, ratio=self.devicePixelRatioF())
        painter.drawPixmap(QPoint(x, (self.height() - size) // 2), arrow)
        painter.end()
