# SPDX-License-Identifier: MIT
"""What to know before something leaves Safehold, with one button to go on and one to leave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.numbered_row import NumberedRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ui.context import Context


class BeforeCard(Card):
    """Numbered lines and two buttons; hidden until it is asked for.

    Signals:
        went_on: the person read it and goes on.
        left: the person leaves it.
    """

    went_on = Signal()
    left = Signal()

    def __init__(
        self, context: Context, title: str, go: str, back: str, parent: QWidget | None = None
    ) -> None:
        """Say nothing yet; ``show_lines`` does."""
        super().__init__(context, title, parent=parent)
        self._context = context
        self._rows: list[NumberedRow] = []
        self.go_button = Button(context, go, "primary", parent=self)
        self.go_button.setObjectName("go_button")
        self.back_button = Button(context, back, parent=self)
        self.back_button.setObjectName("back_button")
        buttons = QHBoxLayout()
        buttons.addWidget(self.go_button)
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        self.go_button.clicked.connect(self.went_on)
        self.back_button.clicked.connect(self.left)
        self.hide()

    def put_in(self, part: QWidget) -> None:
        """Show something of its own above the buttons."""
        self.body.insertWidget(self.body.count() - 1, part)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show these lines, and the card."""
        for row in self._rows:
            self.body.removeWidget(row)
            row.deleteLater()
        self._rows = [
            NumberedRow(self._context, n, line, parent=self) for n, line in enumerate(lines, start=1)
        ]
        for place, row in enumerate(self._rows, start=1):
            self.body.insertWidget(place, row)
        self.show()
        self.go_button.setFocus()
