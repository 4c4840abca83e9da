# SPDX-License-Identifier: MIT
"""All that was paid: the sums, the list, one button to add to it, and a word for those who did not pay."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.guide.paid import totals
from ui.paid_words import amount_of, bare, how_of
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.payment_table import PaymentTable
from ui.widgets.rows import Columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.model import Entry, Payment
    from ui.context import Context

MOST_SUMS = 4
MOST_WAITING = 5  # all of them stand in the list below


class PaidOverview(QWidget):
    """Says kindly that nothing was paid while that is so.

    Signals:
        add_wanted: a payment is to be added.
        chosen: a payment was pressed; carries its entry.
        asked_wanted: how they wanted to be paid is to be noted.
    """

    add_wanted = Signal()
    chosen = Signal(object)
    asked_wanted = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show nothing paid."""
        super().__init__(parent)
        self._context = context
        words = context.words
        self.none = Card(
            context, words("payments.page.none"), kind="soft", title_role="h2", padding_px=32, parent=self
        )
        self.none_note = Label(words("payments.page.none.note"), parent=self.none)
        self.add_first = Button(context, words("payments.page.add"), icon="plus", parent=self.none)
        self.all = Label(words("payments.page.all"), "h3", wraps=False, parent=self)
        self.total = Label("", "hint", parent=self)
        self.add = Button(context, words("payments.page.add"), icon="plus", parent=self)
        self.table = PaymentTable(context, parent=self)
        self.asked = Label(words("payments.page.asked"), wraps=False, parent=self)
        self.asked_go = Button(context, words("payments.page.asked.go"), "quiet", parent=self)
        self.asked_note = Label(words("payments.page.asked.note"), "hint", parent=self)
        for name, value in vars(self).items():
            if isinstance(value, QWidget):
                value.setObjectName(name)
        self._lay_out()
        self.add.clicked.connect(self.add_wanted)
        self.add_first.clicked.connect(self.add_wanted)
        self.table.chosen.connect(self.chosen)
        self.asked_go.clicked.connect(self.asked_wanted)

    def show_payments(self, entries: Sequence[Entry[Payment]], *, is_begun: bool = False) -> None:
        """Show these, the latest first; a payment that was begun and not kept can be gone on with."""
        key = "payments.page.begun" if is_begun else "payments.page.add"
        for button in (self.add, self.add_first):
            button.set_words(self._context.words(key))
        has_paid = bool(entries)
        self.none.setVisible(not has_paid)
        for widget in (self.all, self.total, self.add):
            widget.setVisible(has_paid)
        self.total.set_words(self._total(entries))
        self.table.show_payments(entries)

    def _total(self, entries: Sequence[Entry[Payment]]) -> str:
        """Return the sum of each currency, and whether a sum is missing."""
        words = self._context.words
        if not entries:
            return ""
        sums = totals(entry.fact for entry in entries)
        if not sums:
            return words("payments.page.total.unknown.all")
        shown = [*sums[:MOST_SUMS], *(["…"] if len(sums) > MOST_SUMS else [])]
        first, last = ", ".join(shown[:-1]), shown[-1]
        listed = words("payments.page.and", first=first, last=last) if first else last
        is_whole = all(entry.fact.amount_minor is not None for entry in entries)
        return words(f"payments.page.total{'' if is_whole else '.unknown'}", sums=listed)

    def _lay_out(self) -> None:
        gap = self._context.theme.gap_px
        self.none.body.addWidget(self.none_note)
        self.none.body.addSpacing(gap(8))
        self.none.body.addWidget(self.add_first, 0, Qt.AlignmentFlag.AlignLeading)
        head = QHBoxLayout()
        head.setSpacing(gap(14))
        head.addWidget(self.all)
        head.addWidget(self.total, 1)
        head.addWidget(self.add)
        self.asked_line = Columns(self._context, gap_px=6, parent=self)
        self.asked_line.add(self.asked, 0)
        self.asked_line.line.addWidget(self.asked_go)
        self.asked_line.add(self.asked_note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap(12))
        column.addWidget(self.none)
        column.addLayout(head)
        column.addWidget(self.table)
        column.addWidget(self.asked_line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


class WaitingList(Card):
    """The other payments that may still be stopped, one line each.

    Signals:
        chosen: show how to stop this one; carries its entry.
    """

    chosen = Signal(object)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show none."""
        super().__init__(context, context.words("payments.page.waiting"), kind="attention", parent=parent)
        self._context = context
        self._rows: list[QWidget] = []
        self.hide()

    def show_payments(self, entries: Sequence[Entry[Payment]]) -> None:
        """Show these."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(entry) for entry in entries[:MOST_WAITING]]
        for row in self._rows:
            self.body.addWidget(row)
        self.setVisible(bool(entries))

    def _row(self, entry: Entry[Payment]) -> QWidget:
        words = self._context.words
        what = f"{amount_of(self._context, entry.fact)} · {how_of(self._context, entry.fact)}"
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Label(what, parent=row), 1)
        go = Button(self._context, words("payments.page.waiting.go"), parent=row)
        go.setObjectName(f"waiting_{entry.id}")
        go.setAccessibleName(bare(f"{words('payments.page.waiting.go')} {what}"))
        go.clicked.connect(partial(self.chosen.emit, entry))
        line.addWidget(go)
        return row
