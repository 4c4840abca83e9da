# SPDX-License-Identifier: MIT
"""One call in the list, with a way to change it and to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.said_words import call_details, call_title
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.rows import Flow
from ui.widgets.verbatim import Verbatim

if TYPE_CHECKING:
    from app.model import Call, Entry
    from ui.context import Context


class CallRow(QFrame):
    """A row of the list.

    Signals:
        change_wanted: carries the entry.
        back_wanted: it is to be taken back; carries the entry.
    """

    change_wanted = Signal(object)
    back_wanted = Signal(object)

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
        super().__init__(parent)
        words = context.words
        self.setProperty("kind", "row")
        self.setProperty("last", is_last)
        self.what = Label(call_title(context, entry.fact), "strong", parent=self)
        self.about = Verbatim(context, call_details(context, entry.fact, account), "small", parent=self)
        self.about.setVisible(bool(self.about.words))
        self.change = Button(context, words("said.page.change"), "quiet", parent=self)
        self.change.setAccessibleName(words("said.page.change.of", what=self.what.words))
        self.back = Button(context, words("said.page.back"), "quiet", parent=self)
        self.back.setAccessibleName(words("said.page.back.of", what=self.what.words))
        for name in ("what", "about", "change", "back"):
            getattr(self, name).setObjectName(name)
        gap = context.theme.gap_px
        buttons = QWidget(self)
        flow = Flow(buttons, gap_px=gap(12))
        for button in (self.change, self.back):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, gap(8), 0, gap(4))
        column.setSpacing(0)
        for part in (self.what, self.about, buttons):
            column.addWidget(part)
        self.change.clicked.connect(lambda: self.change_wanted.emit(entry))
        self.back.clicked.connect(lambda: self.back_wanted.emit(entry))
