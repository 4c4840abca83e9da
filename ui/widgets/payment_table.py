# SPDX-License-Identifier: MIT
"""All payments, the latest first; a long list is shown piece by piece, so that the page opens at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.payment_line import COLUMNS, PaymentLine, cells_in_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.model import Entry, Payment
    from ui.context import Context

PIECE = 25  # rows at once: more than a screen, and built in less than a blink


class PaymentTable(Card):
    """Hidden while there is none.

    Signals:
        chosen: a payment was pressed; carries its entry.
    """

    chosen = Signal(object)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show none yet."""
        super().__init__(context, padding_px=24, parent=parent)
        self._context = context
        self._entries: tuple[Entry[Payment], ...] = ()
        self._day: date | None = None
        self._is_narrow = False
        self._pieces: list[QWidget] = []
        self.lines: list[PaymentLine] = []
        self.heads = QWidget(self)
        self.heads.setObjectName("heads")
        cells = tuple(Label(context.words(f"payments.row.{name}"), "small", parent=self) for name in COLUMNS)
        cells_in_line(context, self.heads, cells).setContentsMargins(0, 0, 0, context.theme.gap_px(8))
        self.more = Button(context, "", "quiet", icon="down", parent=self)
        self.more.setObjectName("more")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.setSpacing(0)
        self.body.addWidget(self.heads)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.more)
        self.more.clicked.connect(self._show_more)
        self.hide()

    def show_payments(self, entries: Sequence[Entry[Payment]]) -> None:
        """Show these in this order; as many as were shown before, at least one piece."""
        today = self._context.clock.now().utc.date()
        if (self._entries, self._day) == (tuple(entries), today):
            return
        self._day = today  # a time of today is shown without its day
        most = max(PIECE, len(self.lines))
        self._entries = tuple(entries)
        for piece in self._pieces:
            self._rows.removeWidget(piece)
            piece.hide()
            piece.deleteLater()
        self._pieces, self.lines = [], []
        self._fill(most)
        self.setVisible(bool(entries))

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one plain switch
        """No heads where the cells stand under one another."""
        self._is_narrow = narrow
        self.heads.setVisible(not narrow)

    def _show_more(self) -> None:
        """Show the next piece, and put the keyboard on the first of it."""
        at = len(self.lines)
        self._fill(at + PIECE)
        self.lines[at].setFocus()

    def _fill(self, upto: int) -> None:
        """Show the rows up to a number, and how many are left."""
        piece = QWidget(self)  # shown when it is full: each row shown by itself would place all rows anew
        column = QVBoxLayout(piece)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number in range(len(self.lines), min(upto, len(self._entries))):
            entry = self._entries[number]
            line = PaymentLine(self._context, entry, is_last=number == len(self._entries) - 1, parent=piece)
            line.setObjectName(f"payment_{entry.id}")
            line.set_narrow(self._is_narrow)
            line.chosen.connect(self.chosen)
            self.lines.append(line)
            column.addWidget(line)
        self._pieces.append(piece)
        self._rows.addWidget(piece)
        piece.show()
        left = len(self._entries) - len(self.lines)
        self.more.setVisible(left > 0)
        self.more.set_words(self._context.words("payments.page.more", n=min(left, PIECE)))
