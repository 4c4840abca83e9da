# SPDX-License-Identifier: MIT
"""One payment: how, how much, when, with what number, to whom, and whether it was collected."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.errors import BadInput
from app.model import Answer, Payment
from app.money import as_typed
from app.typed import read_amount
from ui.widgets.chip import Chips
from ui.widgets.demand_form import MomentField
from ui.widgets.draft import Draft
from ui.widgets.field import Field
from ui.widgets.label import Label

if TYPE_CHECKING:
    from datetime import datetime

    from ui.context import Context

METHODS = (
    "bank_transfer", "card", "western_union", "moneygram", "paypal", "bitcoin", "crypto", "gift_card", "cash",
    "other",
)  # fmt: skip
REFERENCES = {"western_union", "moneygram", "paypal", "bitcoin", "crypto", "gift_card", "bank_transfer"}


class PaymentForm(QWidget):
    """Only how it was sent is needed; all else can be left out."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show empty fields, or what was typed before."""
        super().__init__(parent)
        self._context = context
        words = context.words
        self.which = Label(words("facts.pay.how"), "strong", parent=self)
        methods = [(key, words(f"facts.pay.{key}")) for key in METHODS]
        self.method = Chips(context, methods, is_exclusive=True, parent=self)
        self.amount = Field(
            context, words("facts.pay.amount"), hint=words("facts.pay.amount.hint"), parent=self
        )
        self.paid_at = MomentField(
            context, words("facts.pay.when"), hint=words("facts.when.how"), parent=self
        )
        self.reference = Field(context, words("facts.pay.reference"), is_mono=True, parent=self)
        self.payee = Field(context, words("facts.pay.payee"), parent=self)
        self.collected_label = Label(words("facts.pay.collected"), "strong", parent=self)
        answers = [(answer.value, words(f"facts.{answer.value}")) for answer in Answer]
        self.collected = Chips(context, answers, is_exclusive=True, parent=self)
        self._fields = {
            "amount": self.amount, "paid_at": self.paid_at, "reference": self.reference, "payee": self.payee
        }  # fmt: skip
        for name in (*self._fields, "which", "method", "collected_label", "collected"):
            getattr(self, name).setObjectName(name)
        self._lay_out()
        self._drafts = [
            Draft(context.session, f"pay.{key}", each, self) for key, each in self._fields.items()
        ]
        self.amount.changed.connect(self._on_amount)
        self.method.changed.connect(self._on_method)

    @property
    def is_empty(self) -> bool:
        """Whether nothing about a payment is typed or chosen."""
        return not self.method.on and not any(field.text.strip() for field in self._fields.values())

    def payment(self, now: datetime, *, before: Payment | None = None) -> Payment:
        """Return what is typed as a payment; what could not be understood stands in its note, as typed."""
        (method,) = self.method.on or ("other",)
        collected = Answer((*self.collected.on, Answer.NOT_KNOWN)[0])
        base = before or Payment(method, None, None, None)
        unread = [field.text.strip() for field in (self.amount, self.paid_at) if self._is_unread(field)]
        amount = self._amount()
        return replace(
            base,
            method=method,
            amount_minor=amount[0],
            currency=amount[1],
            paid_at=self.paid_at.at,
            reference=self.reference.text.strip() or None,
            payee=self.payee.text.strip() or None,
            collected=collected,
            checked_at=None if collected is Answer.NOT_KNOWN else now,
            note="; ".join(unread) or base.note,
        )

    def load(self, payment: Payment) -> None:
        """Show a kept payment, to change it."""
        self.clear()
        self.method.set_on((payment.method if payment.method in METHODS else "other",))
        self._on_method()
        if payment.amount_minor is not None:
            self.amount.set_text(as_typed(payment.amount_minor, payment.currency or "GBP"))
        self.paid_at.show_at(payment.paid_at)
        self.reference.set_text(payment.reference or "")
        self.payee.set_text(payment.payee or "")
        self.collected.set_on((payment.collected.value,))

    def clear(self) -> None:
        """Empty the form and forget the drafts."""
        for field in self._fields.values():
            field.clear()
        self.method.set_on(())
        self._on_method()
        self.collected.set_on(())
        for draft in self._drafts:
            draft.clear()

    def restore(self) -> None:
        """Bring back what was typed before."""
        for draft in self._drafts:
            draft.restore()

    def _lay_out(self) -> None:
        gap = self._context.theme.gap_px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap(14))
        for label, widget in ((self.which, self.method), (None, self.amount), (None, self.paid_at)):
            self._add(column, label, widget)
        for label, widget in (
            (None, self.reference),
            (None, self.payee),
            (self.collected_label, self.collected),
        ):
            self._add(column, label, widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _add(self, column: QVBoxLayout, label: Label | None, widget: QWidget) -> None:
        """Put one question in the column, its label close above it."""
        pair = QVBoxLayout()
        pair.setSpacing(self._context.theme.gap_px(2))
        if label is not None:
            pair.addWidget(label)
        pair.addWidget(widget)
        column.addLayout(pair)

    def _amount(self) -> tuple[int | None, str | None]:
        try:
            amount = read_amount(self.amount.text)
        except BadInput:
            return (None, None)
        return (amount.minor, amount.currency)

    def _is_unread(self, field: Field) -> bool:
        """Whether something is typed that could not be understood."""
        known = field.at if isinstance(field, MomentField) else self._amount()[0]
        return bool(field.text.strip()) and known is None

    def _on_amount(self, text: str) -> None:
        """Say kindly when it is no sum; it is kept as typed then."""
        if text.strip() and self._amount()[0] is None:
            words = self._context.words
            self.amount.verdict.say("hint", words("facts.pay.amount.odd"), words("facts.pay.amount.hint"))
        else:
            self.amount.verdict.clear()

    def _on_method(self, _on: object = None) -> None:
        """Ask for the number that this way of paying has."""
        (method,) = self.method.on or ("other",)
        key = f"facts.pay.reference.{method}" if method in REFERENCES else "facts.pay.reference"
        self.reference.set_label(self._context.words(key))
