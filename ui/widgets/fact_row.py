# SPDX-License-Identifier: MIT
"""One fact: what it is called on the side where reading starts, what it is beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from ui.widgets.label import Label

if TYPE_CHECKING:
    from ui.context import Context

NAME_PX = 116


class FactRow(QWidget):
    """Beside each other in a wide window, under each other in a narrow one."""

    def __init__(self, context: Context, name: str, value: QWidget, *, parent: QWidget | None = None) -> None:
        """Show the name of the fact, and the widget that holds it."""
        super().__init__(parent)
        self._name_px = context.theme.text_px(NAME_PX)
        self.name = Label(name, "small", parent=self)
        self.name.setObjectName("name")
        self.value = value
        value.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(0)
        self.line.addWidget(self.name, 0, Qt.AlignmentFlag.AlignTop)
        self.line.addWidget(value, 1)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one plain switch
        """Stack, or stand side by side."""
        ways = QBoxLayout.Direction
        self.line.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self.name.setMinimumWidth(0 if narrow else self._name_px)
        self.name.setMaximumWidth(16_777_215 if narrow else self._name_px)
