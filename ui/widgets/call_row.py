# SPDX-License-Identifier: MIT
"""One call in the list, with a way to change it and to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from ui.said_words import call_details, call_title
from ui.widgets.entry_row import EntryRow
from ui.widgets.label import Label
from ui.widgets.verbatim import Verbatim

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.model import Call, Entry
    from ui.context import Context


class CallRow(EntryRow):
    """A row of the list."""

    def __init__(
        self,
        context: Context,
        entry: Entry[Call],
        account: str,
        *,
        is_last: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show the call; ``account`` is the one it was with, empty if that is not known."""
        title = call_title(context, entry.fact)
        super().__init__(context, entry, title, is_last=is_last, parent=parent)
        self.what = Label(title, "strong", parent=self)
        self.about = Verbatim(context, call_details(context, entry.fact, account), "small", parent=self)
        self.about.setVisible(bool(self.about.words))
        for name in ("what", "about"):
            getattr(self, name).setObjectName(name)
        gap = context.theme.gap_px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, gap(8), 0, gap(4))
        column.setSpacing(0)
        for part in (self.what, self.about, self.buttons):
            column.addWidget(part)
