# SPDX-License-Identifier: MIT
"""A row of a list of what was noted, with a way to change it and to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.widgets.button import Button
from ui.widgets.rows import Flow

if TYPE_CHECKING:
    from app.model import Entry
    from ui.context import Context


class EntryRow(QFrame):
    """Holds the two buttons; what is said of the entry, and where it stands, is each row's own.

    Signals:
        change_wanted: carries the entry.
        back_wanted: it is to be taken back; carries the entry.
    """

    change_wanted = Signal(object)
    back_wanted = Signal(object)

    def __init__(
        self,
        context: Context,
        entry: Entry[Any],
        name: str,
        *,
        is_last: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make the buttons; ``name`` says of what they are."""
        super().__init__(parent)
        words = context.words
        self.setProperty("kind", "row")
        self.setProperty("last", is_last)
        self.change = Button(context, words("said.page.change"), "quiet", parent=self)
        self.change.setAccessibleName(words("said.page.change.of", what=name))
        self.back = Button(context, words("said.page.back"), "quiet", parent=self)
        self.back.setAccessibleName(words("said.page.back.of", what=name))
        self.buttons = QWidget(self)
        flow = Flow(self.buttons, gap_px=context.theme.gap_px(12))
        for button in (self.change, self.back):
            flow.addWidget(button)
        for part in ("change", "back", "buttons"):
            getattr(self, part).setObjectName(part)
        self.change.clicked.connect(lambda: self.change_wanted.emit(entry))
        self.back.clicked.connect(lambda: self.back_wanted.emit(entry))
