# SPDX-License-Identifier: MIT
"""One payment in the list of all: when, how and to whom, how much, its number, collected or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy

from ui.paid_words import amount_of, bare, collected_of, how_of, number_of, sent_of
from ui.widgets.label import Label
from ui.widgets.pressed_row import PressedRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.model import Entry, Payment
    from ui.context import Context

COLUMNS = ("sent", "how", "amount", "number", "collected")
WIDTHS = (112, 316, 112, 236, 154)  # Source: mock/10-payments
ROW_PX = 56


class PaymentLine(PressedRow):
    """Pressing it opens the payment.

    Signals:
        chosen: carries the entry.
    """

    chosen = Signal(object)

    def __init__(
        self, context: Context, entry: Entry[Payment], *, is_last: bool = False, parent: QWidget | None = None
    ) -> None:
        """Show the payment."""
        super().__init__(is_last=is_last, parent=parent)
        self.entry = entry
        self._gap_px = context.theme.gap_px(8)
        self._heads = {name: context.words(f"payments.row.{name}") for name in COLUMNS}
        self.pressed.connect(lambda: self.chosen.emit(self.entry))
        self.setMinimumHeight(context.theme.control_px(ROW_PX))
        self._texts = _texts(context, entry.fact)
        is_urgent = collected_of(context, entry.fact).is_urgent
        roles = ("body", "body", "strong", "mono", "strong" if is_urgent else "body")
        self.cells = {
            name: _cell(text, role, self)
            for name, text, role in zip(COLUMNS, self._texts, roles, strict=True)
        }
        for name, cell in self.cells.items():
            cell.setObjectName(name)
        if is_urgent:
            self.cells["collected"].setProperty("tone", "attention")
        self.line = cells_in_line(context, self, tuple(self.cells.values()))
        self.setAccessibleName(_read_out(context, self._texts))
        self.setAccessibleDescription(context.words("payments.row.change"))

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one plain switch
        """One under the other when there is no room, each with what it is."""
        ways = QBoxLayout.Direction
        self.line.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self.line.setSpacing(0 if narrow else self._gap_px)
        number, collected = self._texts[3:]
        self.cells["number"].setVisible(not narrow or bool(number))
        self.cells["collected"].set_words(f"{self._heads['collected']} {collected}" if narrow else collected)


def cells_in_line(context: Context, owner: QWidget, cells: tuple[Label, ...]) -> QBoxLayout:
    """Return the line of five cells, so wide that they stand under one another in every row."""
    pad = context.theme.gap_px(12)
    line = QBoxLayout(QBoxLayout.Direction.LeftToRight, owner)
    line.setContentsMargins(0, pad, 0, pad)
    line.setSpacing(context.theme.gap_px(8))
    for cell, width in zip(cells, WIDTHS, strict=True):
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        cell.setSizePolicy(policy)
        line.addWidget(cell, width)
    return line


def _texts(context: Context, payment: Payment) -> tuple[str, str, str, str, str]:
    """Return what stands in the five cells."""
    return (
        sent_of(context, payment),
        how_of(context, payment),
        amount_of(context, payment),
        number_of(context, payment),
        collected_of(context, payment).words,
    )


def _cell(text: str, role: str, parent: QWidget) -> Label:
    cell = Label(text, role, parent=parent)
    cell.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    cell.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return cell


def _read_out(context: Context, texts: tuple[str, str, str, str, str]) -> str:
    """Return the row as one sentence."""
    sent, how, amount, number, collected = texts
    shown = number or context.words("payments.row.number.none")
    said = context.words(
        "payments.row.said", sent=sent, how=how, amount=amount, number=shown, collected=collected
    )
    return bare(said)
