# SPDX-License-Identifier: MIT
"""One payment: first how it was sent and whether it was collected, then how to stop it, then the rest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.guide.paid import is_to_be_told, may_be_stopped
from app.guide.ways_to_pay import OTHER, Stoppable
from app.model import Answer, Payment
from app.typed import kept
from ui.paid_words import keyed
from ui.widgets.amount_field import AmountField, PastField, moment_in, remark
from ui.widgets.button import Button
from ui.widgets.chip import Chips
from ui.widgets.chosen import Chosen
from ui.widgets.draft import Draft, Typed
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.payment_fields import PaymentFields
from ui.widgets.payment_more import Offers, PaymentMore
from ui.widgets.stop_card import StopCard

if TYPE_CHECKING:
    from datetime import datetime

    from app.guide.ways_to_pay import WayToPay
    from ui.context import Context

    Heard = AmountField | PastField | PaymentFields | Chips | PaymentMore

STOPPED = "stopped"
NEW = "pay.new"  # where the draft of a payment that is not kept yet begins
REDRAW_MS = 250  # after the last key, until the steps show what was typed


class PaymentForm(QWidget):
    """Only how it was sent is needed; all else can be left out, and all that is typed is kept as it is.

    The steps to stop the money stand above every question but the two they need.

    Signals:
        changed: something else is typed or chosen.
        reordered: Tab has another way.
    """

    changed = Signal()
    reordered = Signal()

    def __init__(
        self,
        context: Context,
        *,
        kept_before: Payment | None = None,
        offers: Offers | None = None,
        drafts: str = NEW,
        parent: QWidget | None = None,
    ) -> None:
        """Show what is kept, and what was typed before and not taken up.

        Args:
            context: for words, ways and sizes.
            kept_before: the payment to change; None for a new one.
            offers: accounts and pictures it can be tied to.
            drafts: what the keys begin with under which the typed text is kept.
            parent: Qt's.
        """
        super().__init__(parent)
        self._context = context
        self._base = kept_before
        self._build(offers or Offers())
        self._lay_out()
        self._redraw = QTimer(self, interval=REDRAW_MS, singleShot=True)
        self._redraw.timeout.connect(self._show_steps)
        if kept_before is not None:
            self._load(kept_before)
        self._connect()
        self._drafts = [
            Draft(context.session, f"{drafts}.{key}", each, self) for key, each in self._drafted().items()
        ]
        self._show_method()

    @property
    def is_empty(self) -> bool:
        """Whether nothing about a payment is typed or chosen."""
        texts = (self.amount, self.paid_at, self.more.note)
        return not self.method.on and self.fields.is_empty and not any(each.text.strip() for each in texts)

    @property
    def way(self) -> WayToPay:
        """How it was sent; another way, while nothing is chosen."""
        return self._context.ways_to_pay.find((*self.method.on, OTHER)[0])

    def payment(self, now: datetime) -> Payment:
        """Return what is typed as a payment; what could not be understood stands in its note, as typed."""
        way, amount = self.way, self.amount.amount
        before = self._base or Payment(way.id, None, None, None)
        method = before.method if way.id == OTHER and before.method not in self.method.chips else way.id
        fact = self.more.taken_into(before, now)
        unread = [
            field.text
            for field in (self.amount, self.paid_at)
            if field.text.strip() and not self._is_read(field)
        ]
        return replace(
            self._collected_in(fact, now),
            method=method,
            amount_minor=amount.minor if amount else None,
            currency=amount.currency if amount else None,
            paid_at=moment_in(self.paid_at, before.paid_at),
            note="; ".join(filter(None, (fact.note, *map(kept, unread)))) or None,
            **self.fields.values(before),  # type: ignore[arg-type]
        )

    def forget(self) -> None:
        """Forget the drafts: it is kept now, or left."""
        for draft in self._drafts:
            draft.clear()

    def _build(self, offers: Offers) -> None:
        context, words = self._context, self._context.words
        self.which = Label(words("payments.form.how"), "strong", parent=self)
        self.method = Chips(
            context, [(way.id, way.name) for way in context.ways_to_pay], is_exclusive=True, parent=self
        )
        self.collected_label = Label(words("payments.form.collected"), "strong", parent=self)
        answers = [
            (str(answer), words(f"payments.form.{answer}"))
            for answer in (Answer.NO, Answer.YES, Answer.NOT_KNOWN)
        ]
        answers.append((STOPPED, words("payments.stop.stopped")))
        self.collected = Chips(context, answers, is_exclusive=True, parent=self)
        self.collected.chips[STOPPED].setVisible(bool(self._base and self._base.stopped_at))
        self.steps = StopCard(context, parent=self)
        self.checked = PastField(
            context, words("payments.form.checked"), hint=words("payments.form.checked.hint"), parent=self
        )
        self.collected_at = PastField(
            context,
            words("payments.outcome.collected_at"),
            hint=words("payments.outcome.collected_at.hint"),
            parent=self,
        )
        self.collected_where = Field(
            context,
            words("payments.outcome.collected_where"),
            hint=words("payments.outcome.collected_where.hint"),
            parent=self,
        )
        self.amount = AmountField(context, parent=self)
        self.paid_at = PastField(
            context, words("payments.form.when"), hint=words("payments.form.when.hint"), parent=self
        )
        self.fields = PaymentFields(context, parent=self)
        self.open_more = Button(context, words("payments.form.more"), "quiet", icon="down", parent=self)
        self.more = PaymentMore(context, offers, parent=self)
        for name, value in vars(self).items():
            if isinstance(value, QWidget):
                value.setObjectName(name)

    def _lay_out(self) -> None:
        gap = self._context.theme.gap_px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap(14))
        for label, chips in ((self.which, self.method), (self.collected_label, self.collected)):
            pair = QVBoxLayout()
            pair.setSpacing(gap(2))
            pair.addWidget(label)
            pair.addWidget(chips)
            column.addLayout(pair)
        for widget in (
            self.steps, self.checked, self.collected_at, self.collected_where, self.amount, self.paid_at,
            self.fields, self.open_more, self.more,
        ):  # fmt: skip
            column.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.more.hide()

    def _connect(self) -> None:
        self.method.changed.connect(self._show_method)
        self.collected.changed.connect(self._show_collected)
        self.open_more.clicked.connect(self._on_more)
        self.steps.rows_changed.connect(self.reordered)
        self.collected_where.changed.connect(lambda _text: remark(self._context, self.collected_where))
        heard: tuple[Heard, ...] = (self.amount, self.paid_at, self.checked, self.fields)
        for widget in heard:
            widget.changed.connect(self._redraw.start)
        heard = (*heard, self.method, self.collected, self.more)
        for widget in heard:
            widget.changed.connect(self.changed)

    def _drafted(self) -> dict[str, Typed]:
        """Return what is kept while it is typed, by name."""
        own: dict[str, Typed] = {
            "method": Chosen(self.method), "collected": Chosen(self.collected), "checked": self.checked,
            "collected_at": self.collected_at, "collected_where": self.collected_where, "amount": self.amount,
            "paid_at": self.paid_at,
        }  # fmt: skip
        return {**own, **self.fields.fields, **self.more.drafted}

    def _load(self, payment: Payment) -> None:
        """Show a kept payment."""
        way = self._context.ways_to_pay.find(payment.method)
        self.method.set_on((way.id,))
        self.collected.set_on((STOPPED if payment.stopped_at else str(payment.collected),))
        if payment.amount_minor is not None:
            self.amount.show_kept(payment.amount_minor, payment.currency or "GBP")
        self.paid_at.show_at(payment.paid_at)
        self.checked.show_at(payment.checked_at)
        self.collected_at.show_at(payment.collected_at)
        with QSignalBlocker(self.collected_where):
            self.collected_where.set_text(payment.collected_where or "")
        self.fields.load(payment)
        self.more.load(payment)
        if self.more.is_used_by(payment):
            self._on_more()

    def _collected_in(self, fact: Payment, now: datetime) -> Payment:
        """Return the payment with what is said about its collection, and when that was checked."""
        said = (*self.collected.on, str(Answer.NOT_KNOWN))[0]
        if said == STOPPED:
            return fact
        collected = Answer(said)
        is_same = collected is fact.collected
        typed = moment_in(self.checked, fact.checked_at) if collected is Answer.NO else None
        checked_at = typed or (fact.checked_at if is_same else now)
        is_yes = collected is Answer.YES
        return replace(
            fact,
            collected=collected,
            checked_at=None if collected is Answer.NOT_KNOWN else checked_at or now,
            stopped_at=None,
            collected_at=moment_in(self.collected_at, fact.collected_at) if is_yes else None,
            collected_where=kept(self.collected_where.text) if is_yes else None,
        )

    def _is_read(self, field: Field) -> bool:
        """Whether a sum or a time was understood."""
        return (field.at if isinstance(field, PastField) else self.amount.amount) is not None

    def _on_more(self) -> None:
        self.more.show()
        self.open_more.hide()

    def _show_method(self, _on: object = None) -> None:
        """Ask for what this way has; coins are never collected, so nobody is asked about that."""
        is_chosen = bool(self.method.on)
        for widget in (self.collected_label, self.collected):
            widget.setVisible(is_chosen and self.way.can_be_stopped is not Stoppable.NO)
        for part in (self.amount, self.paid_at, self.fields):
            part.setVisible(is_chosen)
        self.open_more.setVisible(is_chosen and self.more.isHidden())
        key = keyed(self._context, "payments.form.collected", self.way)
        self.collected_label.set_words(self._context.words(key))
        for name in ("collected_at", "collected_where"):
            label = self._context.words(keyed(self._context, f"payments.outcome.{name}", self.way))
            getattr(self, name).set_label(label)
        self.fields.show_way(self.way)
        self.more.show_way(self.way)
        self._show_collected()
        self.reordered.emit()

    def _show_collected(self, _on: object = None) -> None:
        """Ask for what goes with the answer, under the steps that cannot wait."""
        is_asked = not self.collected.isHidden()
        self.checked.setVisible(is_asked and self.collected.on == (str(Answer.NO),))
        for field in (self.collected_at, self.collected_where):
            field.setVisible(is_asked and self.collected.on == (str(Answer.YES),))
        self._show_steps()

    def _show_steps(self) -> None:
        """Show how to stop it, with what is typed so far, as soon as it is known that it may be stopped."""
        ways, fact = self._context.ways_to_pay, self.payment(self._context.clock.now().utc)
        is_answered = bool(self.method.on) and (bool(self.collected.on) or self.collected.isHidden())
        if is_answered and (may_be_stopped(fact, ways) or is_to_be_told(fact, ways)):
            self.steps.show_payment(fact, is_kept=False)
        else:
            self.steps.hide()
