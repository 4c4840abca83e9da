# SPDX-License-Identifier: MIT
"""What helps besides: who was told, which account asked, which picture shows it, a note."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.model import EntryId, ExhibitId, Sensitivity
from app.typed import kept
from ui.paid_words import safe
from ui.widgets.amount_field import PastField, moment_in
from ui.widgets.chip import Chips
from ui.widgets.chosen import Chosen
from ui.widgets.field import Field, TextField
from ui.widgets.label import Label
from ui.widgets.outcome_form import OF_A_BANK

if TYPE_CHECKING:
    from datetime import datetime

    from app.guide.ways_to_pay import WayToPay
    from app.model import Account, Entry, Exhibit, Payment
    from ui.context import Context

NONE = "none"
MOST = 12  # the newest pictures and accounts; a payment is noted soon after
YES, NO = "yes", "no"
TOLD = {YES: True, NO: False}


@dataclass(frozen=True, slots=True)
class Offers:
    """What a payment can be tied to."""

    accounts: tuple[Entry[Account], ...] = ()
    exhibits: tuple[Exhibit, ...] = ()


class Told(QWidget):
    """Whether one of them has been told, when, and what they call it."""

    def __init__(self, context: Context, who: str, *, parent: QWidget | None = None) -> None:
        """Show nothing said; ``who`` is ``provider`` or ``bank``."""
        super().__init__(parent)
        words = context.words
        self._who = who
        self.label = Label(words(f"payments.form.{who}", firm=""), "strong", parent=self)
        answers = [(key, words(f"payments.form.told.{key}")) for key in TOLD]
        self.answer = Chips(context, answers, is_exclusive=True, parent=self)
        self.reference = Field(context, words("payments.form.told.reference"), is_mono=True, parent=self)
        self.at = PastField(
            context, words("payments.form.told.at"), hint=words("payments.form.told.at.hint"), parent=self
        )
        for name in ("label", "answer", "reference", "at"):
            getattr(self, name).setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.gap_px(8))
        for widget in (self.label, self.answer, self.reference, self.at):
            column.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.answer.changed.connect(self.show_rest)
        self.show_rest()

    def show_rest(self, _on: object = None) -> None:
        """Ask for the rest once they are told."""
        for field in (self.reference, self.at):
            field.setVisible(self.answer.on == (YES,))

    def load(self, payment: Payment) -> None:
        """Show what is kept."""
        told: bool | None = getattr(payment, f"{self._who}_told")
        self.answer.set_on(() if told is None else (YES if told else NO,))
        with QSignalBlocker(self.reference):
            self.reference.set_text(getattr(payment, f"{self._who}_reference") or "")
        self.at.show_at(getattr(payment, f"{self._who}_told_at"))
        self.show_rest()

    def values(self, base: Payment, now: datetime) -> dict[str, object]:
        """Return what is said here, by the names of the payment's fields."""
        told = TOLD.get((*self.answer.on, "")[0])
        known: datetime | None = getattr(base, f"{self._who}_told_at")
        at = (moment_in(self.at, known) or known or now) if told else None
        reference = kept(self.reference.text) if told else None
        return {
            f"{self._who}_told": told, f"{self._who}_told_at": at, f"{self._who}_reference": reference
        }  # fmt: skip


class PaymentMore(QWidget):
    """All of it can be left out.

    Signals:
        changed: something else is typed or chosen.
    """

    changed = Signal()

    def __init__(self, context: Context, offers: Offers, *, parent: QWidget | None = None) -> None:
        """Offer these accounts and pictures, nothing chosen."""
        super().__init__(parent)
        words = context.words
        self._context = context
        self.provider = Told(context, "provider", parent=self)
        self.bank = Told(context, "bank", parent=self)
        accounts = [(each.id, _named(context, each.fact)) for each in _theirs(offers.accounts)]
        self.account_label = Label(words("payments.form.account"), "strong", parent=self)
        none = (NONE, words("payments.form.account.none"))
        self.account = Chips(context, [*accounts, none], is_exclusive=True, parent=self)
        self.picture_label = Label(words("payments.form.picture"), "strong", parent=self)
        self.picture_hint = Label(words("payments.form.picture.hint"), "hint", parent=self)
        pictures = [(each.id, _titled(context, each)) for each in _fitting(offers.exhibits)]
        self.pictures = Chips(context, pictures, parent=self)
        self.note = TextField(context, words("payments.form.note"), lines=2, parent=self)
        for name, value in vars(self).items():
            if isinstance(value, QWidget):
                value.setObjectName(name)
        self._has = {"account": bool(accounts), "picture": bool(pictures)}
        self._lay_out()
        self.note.changed.connect(lambda _text: self.changed.emit())

    @property
    def drafted(self) -> dict[str, Field | TextField | Chosen]:
        """What is kept while it is typed, by name."""
        return {
            "provider": Chosen(self.provider.answer),
            "provider_reference": self.provider.reference,
            "provider_at": self.provider.at,
            "bank": Chosen(self.bank.answer),
            "bank_reference": self.bank.reference,
            "bank_at": self.bank.at,
            "account": Chosen(self.account),
            "pictures": Chosen(self.pictures),
            "note": self.note,
        }

    def show_way(self, way: WayToPay) -> None:
        """Ask after the firm by its name; a bank is asked after once."""
        self.provider.label.set_words(self._context.words("payments.form.provider", firm=way.name))
        self.provider.setVisible(way.id not in OF_A_BANK)

    def load(self, payment: Payment) -> None:
        """Show what is kept."""
        self.provider.load(payment)
        self.bank.load(payment)
        self.account.set_on((payment.account or NONE,))
        self.pictures.set_on(payment.exhibits)
        with QSignalBlocker(self.note):
            self.note.set_text(payment.note or "")

    def is_used_by(self, payment: Payment) -> bool:
        """Whether a payment holds any of this, so that it is shown at once."""
        told = (payment.provider_told, payment.bank_told)
        return any(each is not None for each in (*told, payment.account, payment.note)) or bool(
            payment.exhibits
        )

    def taken_into(self, base: Payment, now: datetime) -> Payment:
        """Return the payment with what is said here; what cannot be chosen here stays."""
        values = self.provider.values(base, now) | self.bank.values(base, now)
        fact = replace(base, note=kept(self.note.text), **values)  # type: ignore[arg-type]
        if self.account.on and self._has["account"]:
            (account,) = self.account.on
            fact = replace(fact, account=None if account == NONE else EntryId(account))
        hidden = tuple(each for each in base.exhibits if each not in self.pictures.chips)
        return replace(fact, exhibits=(*hidden, *(ExhibitId(each) for each in self.pictures.on)))

    def _lay_out(self) -> None:
        gap = self._context.theme.gap_px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap(14))
        column.addWidget(self.provider)
        column.addWidget(self.bank)
        for widgets, is_there in (
            ((self.account_label, self.account), self._has["account"]),
            ((self.picture_label, self.picture_hint, self.pictures), self._has["picture"]),
        ):
            pair = QVBoxLayout()
            pair.setSpacing(gap(2))
            for widget in widgets:
                pair.addWidget(widget)
                widget.setVisible(is_there)
            column.addLayout(pair)
        column.addWidget(self.note)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


def _theirs(accounts: tuple[Entry[Account], ...]) -> list[Entry[Account]]:
    """Return the accounts of the other side, the newest first."""
    return [each for each in reversed(accounts) if not each.fact.is_own][:MOST]


def _fitting(exhibits: tuple[Exhibit, ...]) -> list[Exhibit]:
    """Return the pictures that are offered, the newest first: none that is intimate or left out."""
    fitting = [
        each
        for each in reversed(exhibits)
        if each.withdrawn_at is None and each.facts.sensitivity is Sensitivity.NONE
    ]
    return fitting[:MOST]


def _named(context: Context, account: Account) -> str:
    """Return the platform and who they are there."""
    name = account.stable_id or next((each.name for each in account.display_names), "")
    platform = context.catalogue.name_of(account.platform)
    return " ".join(filter(None, (platform, safe(name[:40]))))


def _titled(context: Context, exhibit: Exhibit) -> str:
    """Return the number of a picture and what it is called."""
    title = exhibit.facts.title
    if not title:
        return exhibit.ref
    return context.words("payments.form.picture.label", ref=exhibit.ref, title=safe(title[:40]))
