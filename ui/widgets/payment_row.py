# SPDX-License-Identifier: MIT
"""One kept payment in a list, with a way to change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.paid_words import described
from ui.widgets.button import Button
from ui.widgets.icon_view import StatusRing
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.model import Entry, Payment
    from ui.context import Context


class PaymentRow(QFrame):
    """Signals: ``change_wanted`` carries the entry."""

    change_wanted = Signal(object)

    def __init__(
        self, context: Context, entry: Entry[Payment], *, is_last: bool = False, parent: QWidget | None = None
    ) -> None:
        """Show the payment."""
        super().__init__(parent)
        self.setProperty("kind", "row")
        self.setProperty("last", is_last)
        words = context.words
        self.what = Label(described(context, entry.fact), parent=self)
        self.what.setObjectName("what")
        self.change = Button(context, words("facts.pay.change"), "quiet", parent=self)
        self.change.setObjectName("change")
        self.change.setAccessibleName(f"{words('facts.pay.change')} {self.what.words}")
        self.change.clicked.connect(lambda: self.change_wanted.emit(entry))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, context.theme.gap_px(4), 0, context.theme.gap_px(4))
        row.setSpacing(context.theme.gap_px(14))
        row.addWidget(StatusRing(context, is_done=True, parent=self))
        row.addWidget(self.what, 1)
        row.addWidget(self.change)
