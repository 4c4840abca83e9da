# SPDX-License-Identifier: MIT
"""A page with nothing to show yet: what is missing, what to do, and a button that does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.page import READING_PX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ui.context import Context


class EmptyState(Card):
    """A quiet panel, no wider than one reads with ease.

    Attributes:
        lines: the labels below the title.
    """

    def __init__(
        self, context: Context, title: str, lines: Sequence[str] = (), *, parent: QWidget | None = None
    ) -> None:
        """Say what is missing."""
        super().__init__(context, title, kind="quiet", padding_px=32, parent=parent)
        self._context = context
        self.lines = [Label(line, parent=self) for line in lines]
        for line in self.lines:
            self.body.addWidget(line)
        self.setMaximumWidth(context.theme.text_px(READING_PX))

    def add_button(self, words: str, *, icon: str | None = None) -> Button:
        """Return the button that does something about it."""
        button = Button(self._context, words, "primary", icon=icon, parent=self)
        self.body.addWidget(button)
        return button
