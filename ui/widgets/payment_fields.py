# SPDX-License-Identifier: MIT
"""The fields that one way of paying has: each with its own name, and a kind verdict on its number."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.identify.number_verdicts import Said
from app.identify.payment_numbers import check_number
from app.typed import kept
from ui.widgets.amount_field import remark
from ui.widgets.field import Field
from ui.widgets.focus_order import order_focus

if TYPE_CHECKING:
    from app.guide.ways_to_pay import Asked, WayToPay
    from app.model import Payment
    from ui.context import Context

NUMBERS = ("reference", "to_sort_code", "to_account_number", "to_iban", "to_address", "transaction")
TEXTS = ("coin", "payee", "payee_place", "sender", "paid_from")
SECRET = "secret"  # noqa: S105 - the field of a number that whoever reads it can spend
UNDERSTOOD = frozenset({Said.GOOD, Said.NO_SUM})


class PaymentFields(QWidget):
    """Shows the fields of one way, in its order. Nothing typed is refused.

    Signals:
        changed: something else is typed.
    """

    changed = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show none yet."""
        super().__init__(parent)
        self._context = context
        self._way: WayToPay | None = None
        self.fields: dict[str, Field] = {}
        for name in (*NUMBERS, *TEXTS, SECRET):
            field = Field(
                context, " ", hint=" ", is_secret=name == SECRET, is_mono=name not in TEXTS, parent=self
            )
            field.setObjectName(name)
            field.hide()
            field.changed.connect(partial(self._on_changed, name))
            self.fields[name] = field
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.gap_px(14))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_way(self, way: WayToPay) -> None:
        """Ask for what this way has; what is typed in a field that both ways have stays."""
        self._way = way
        for field in self.fields.values():
            self._column.removeWidget(field)
            field.hide()
        for asked in way.asked:
            name = self._name_of(asked.field)
            field = self.fields[name]
            field.set_label(asked.label)
            field.hint.set_words(asked.hint or "")
            field.hint.setVisible(bool(asked.hint))
            field.edit.setAccessibleDescription(asked.hint or "")
            self._column.addWidget(field)
            field.show()
            self._judge(name, asked)
        order_focus(self)

    def load(self, payment: Payment) -> None:
        """Show what is kept; a secret number as dots, with a button to show it."""
        for name, field in self.fields.items():
            value = getattr(payment, "reference" if name == SECRET else name)
            with QSignalBlocker(field):
                field.set_text(value or "")
        if payment.reference:
            self.fields[SECRET].show_text.setChecked(False)

    def values(self, base: Payment) -> dict[str, str | None]:
        """Return the fields of this way as they are kept; of a field with nothing new the old value."""
        if self._way is None:
            return {}
        return {asked.field: self._value(asked, base) for asked in self._way.asked}

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        return not any(field.text.strip() for field in self.fields.values())

    def _name_of(self, field: str) -> str:
        """Return which of the two fields for a number it is."""
        is_secret = self._way is not None and self._way.is_secret
        return SECRET if is_secret and field == "reference" else field

    def _value(self, asked: Asked, base: Payment) -> str | None:
        """Return what is typed in plain form, if it was understood, and letter for letter if not."""
        text = kept(self.fields[self._name_of(asked.field)].text)
        if text is None or text == getattr(base, asked.field) or asked.check is None:
            return text
        verdict = check_number(asked.check, text)
        return verdict.normalised if verdict.said in UNDERSTOOD else text

    def _on_changed(self, name: str, _text: str = "") -> None:
        asked = self._way.asked_for("reference" if name == SECRET else name) if self._way else None
        if asked is not None:
            self._judge(name, asked)
        self.changed.emit()

    def _judge(self, name: str, asked: Asked) -> None:
        """Say what the number looks like: bold what, below what now. It never stops anyone."""
        field, words = self.fields[name], self._context.words
        verdict = check_number(asked.check, field.text) if asked.check else None
        if verdict is None:
            remark(self._context, field)
        elif verdict.words:
            title, _, note = words(verdict.words, **verdict.fields).partition(". ")
            field.verdict.say("good" if verdict.is_good else "hint", title.rstrip("."), note)
        elif verdict.is_good and verdict.shown != field.text.strip() and name != SECRET:
            field.verdict.say("good", verdict.shown)
        else:
            field.verdict.clear()
