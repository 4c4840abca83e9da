# SPDX-License-Identifier: MIT
"""A row of a list of things to do: ring or tick, what, and how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.widgets.icon_view import StatusRing
from ui.widgets.label import Label
from ui.widgets.pressed_row import PressedRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context


class StatusRow(PressedRow):
    """One step in a list. ``chosen`` when it is pressed; never struck through.

    Signals:
        chosen: the row was pressed by mouse or key.
    """

    chosen = Signal()

    def __init__(
        self,
        context: Context,
        words: str,
        *,
        is_done: bool = False,
        note: str = "",
        is_last: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show ring, words and note (such as how long it takes)."""
        super().__init__(is_last=is_last, parent=parent)
        self.setProperty("done", is_done)
        self.setAccessibleName(words)
        self.setAccessibleDescription(note)
        self.pressed.connect(self.chosen)
        self.setMinimumHeight(context.theme.control_px(44))
        self.ring = StatusRing(context, is_done=is_done, parent=self)
        self.words = Label(words, parent=self)
        self.words.setObjectName("words")
        self.note = Label(note, "small", wraps=False, parent=self)
        for label in (self.words, self.note):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(context.theme.gap_px(14))
        row.addWidget(self.ring)
        row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.note)
