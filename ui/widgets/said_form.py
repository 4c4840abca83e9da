# SPDX-License-Identifier: MIT
"""Their words: cut out of a picture or typed, with when, who, by when, how much, and whom they would tell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.model import Demand, EntryId, SeenIn
from app.typed import kept
from ui.known_by import name_of
from ui.widgets.amount_field import AmountField, moment_in
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip, Chips, swapped
from ui.widgets.cut_panel import CutPanel
from ui.widgets.demand_form import KINDS, MomentField
from ui.widgets.drafts import Drafts
from ui.widgets.field import Field, TextField
from ui.widgets.label import Label
from ui.widgets.rows import Columns, Flow, column_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.model import Account, Contact, Entry, Exhibit
    from ui.context import Context

NOBODY = ""


class SaidForm(Card):
    """Hidden while nothing is added or changed; the words are enough, all else can be left out.

    Signals:
        kept: carries the entry's id (``None``: it is new) and the Demand.
        cancelled: "Not now"; what is typed stays for the next time.
    """

    kept = Signal(object, object)
    cancelled = Signal()

    words: TextField
    means: TextField
    amount: AmountField
    pay_by: Field
    pay_to: Field
    whom: Field
    language: Field
    account: Chips
    contacts: Chips
    _among: Label

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show empty fields, or what was typed before."""
        super().__init__(context, context.words("said.form.title"), padding_px=24, parent=parent)
        self._context = context
        self._entry: Entry[Demand] | None = None
        self._read = ""
        self._make()
        self._texts: dict[str, Field | TextField] = {
            "words": self.words, "at": self.at, "deadline": self.deadline, "amount": self.amount,
            "pay_by": self.pay_by, "pay_to": self.pay_to, "whom": self.whom, "language": self.language,
            "means": self.means,
        }  # fmt: skip
        for name, field in self._texts.items():
            field.setObjectName(name)
        for name in ("kind", "cut", "replace_words", "foreign", "account", "contacts", "keep", "cancel"):
            getattr(self, name).setObjectName(name)
        self._lay_out()
        self._drafts = Drafts(context.session, "said", self._texts, self)
        self._connect()
        self._show_fitting()
        self.hide()

    def begin(self) -> None:
        """Ask for new words; what was typed before is there."""
        if self._entry is not None:
            self.clear()
        self.title.set_words(self._context.words("said.form.title"))
        self.show()

    def change(self, entry: Entry[Demand]) -> None:
        """Show kept words, to change what is known of them."""
        self._entry = entry
        self.title.set_words(self._context.words("said.form.title.change"))
        self._drafts.turn_to(entry.id, lambda: self._fill(entry.fact))
        self.show()

    def _fill(self, demand: Demand) -> None:
        """Put in what is kept."""
        self._empty()
        self.kind.set_on((demand.kind,))
        for name, text in (
            ("words", demand.words), ("pay_by", demand.pay_by), ("pay_to", demand.pay_to),
            ("whom", demand.whom), ("language", demand.language), ("means", demand.translation),
        ):  # fmt: skip
            self._texts[name].set_text(text or "")
        self.at.show_at(demand.at)
        self.deadline.show_at(demand.deadline_at)
        if demand.amount_minor is not None:
            self.amount.show_kept(demand.amount_minor, demand.currency or "GBP")
        self.account.set_on((demand.account or NOBODY,))
        self.contacts.set_on(demand.contacts)
        self.foreign.setChecked(bool(demand.language or demand.translation))
        self.cut.load(SeenIn(demand.exhibit, demand.rect) if demand.exhibit else None)
        self._show_fitting()

    def offer(
        self,
        exhibits: Sequence[Exhibit],
        accounts: Sequence[Entry[Account]],
        contacts: Sequence[Entry[Contact]],
    ) -> None:
        """Offer these pictures, accounts of theirs, and people to be among those they would tell."""
        self.cut.offer(exhibits)
        theirs = [each for each in accounts if not each.fact.is_own]
        choices = [(NOBODY, self._context.words("said.form.account.none"))]
        choices += [(each.id, name_of(self._context.catalogue, each.fact)) for each in theirs]
        self.account = swapped(self._context, self.account, choices)
        people = [(each.id, each.fact.name) for each in contacts]
        self.contacts = swapped(self._context, self.contacts, people)
        for label, chips in ((self._whose, self.account), (self._among, self.contacts)):
            has_any = len(chips.chips) > (1 if chips is self.account else 0)
            label.setVisible(has_any)
            chips.setVisible(has_any)

    def demand(self) -> Demand:
        """Return what is typed; what the form does not show of kept words stays."""
        (kind,) = self.kind.on or ("threat",)
        words = kept(self.words.text) or ""
        base = self._entry.fact if self._entry else Demand(kind, words, None)
        amount = self.amount.amount if kind == "money" else None
        seen = self.cut.seen_in
        is_foreign = self.foreign.isChecked()
        (account,) = self.account.on or (NOBODY,)
        return replace(
            base,
            kind=kind,
            words=words,
            at=moment_in(self.at, base.at),
            account=EntryId(account) if account else None,
            exhibit=seen.exhibit if seen else None,
            deadline_at=moment_in(self.deadline, base.deadline_at),
            rect=seen.rect if seen else None,
            language=kept(self.language.text) if is_foreign else None,
            translation=kept(self.means.text) if is_foreign else None,
            amount_minor=amount.minor if amount else None,
            currency=amount.currency if amount else None,
            pay_by=self._pay_by() if kind == "money" else None,
            pay_to=kept(self.pay_to.text) if kind == "money" else None,
            whom=kept(self.whom.text),
            contacts=tuple(EntryId(each) for each in self.contacts.on),
        )

    def _pay_by(self) -> str | None:
        """Return how they wanted it; a sum that cannot be counted stands before it, as typed."""
        unread = None if self.amount.amount else kept(self.amount.text)
        return "; ".join(part for part in (unread, kept(self.pay_by.text)) if part) or None

    def clear(self) -> None:
        """Forget what was typed, and be ready for new words; what was typed of those before is there."""
        self._drafts.clear()
        self._entry = None
        self._drafts.turn_to("", self._empty)

    def _empty(self) -> None:
        self._read = ""
        self.replace_words.hide()
        for field in self._texts.values():
            field.clear()
        for chips in (self.kind, self.account, self.contacts):
            chips.set_on(())
        self.foreign.setChecked(False)
        self.cut.load(None)
        self._show_fitting()

    def _make(self) -> None:
        """Make the parts."""
        context, words = self._context, self._context.words
        self._ask = Label(words("said.kind.ask"), "strong", parent=self)
        kinds = [(kind, words(f"said.kind.{kind}")) for kind in KINDS]
        self.kind = Chips(context, kinds, is_exclusive=True, parent=self)
        self.cut = CutPanel(context, parent=self)
        self.words = TextField(
            context, words("said.form.words"), hint=words("said.form.words.hint"), lines=3, parent=self
        )
        self.replace_words = Button(context, words("said.form.read.replace"), parent=self)
        self.replace_words.hide()
        self.at = MomentField(context, words("said.form.when"), hint=words("facts.when.how"), parent=self)
        self.deadline = MomentField(
            context, words("said.form.deadline"), hint=words("facts.when.how"), parent=self
        )
        self._whose = Label(words("said.form.account"), "strong", parent=self)
        self.account = Chips(context, [], is_exclusive=True, parent=self)
        self.amount = AmountField(context, parent=self)
        self.pay_by = self._field("pay_by")
        self.pay_to = self._field("pay_to")
        self.whom = self._field("whom")
        self._among = Label(words("said.form.contacts"), "strong", parent=self)
        self.contacts = Chips(context, [], parent=self)
        self.foreign = Chip(context, words("said.form.foreign"), parent=self)
        self.language = Field(context, words("said.form.language"), parent=self)
        self.means = TextField(
            context, words("said.form.means"), hint=words("said.form.means.hint"), lines=3, parent=self
        )
        self.keep = Button(context, words("said.page.keep"), "primary", parent=self)
        self.cancel = Button(context, words("said.page.cancel"), "quiet", parent=self)

    def _field(self, name: str) -> Field:
        words = self._context.words
        return Field(
            self._context, words(f"said.form.{name}"), hint=words(f"said.form.{name}.hint"), parent=self
        )

    def _lay_out(self) -> None:
        gap = self._context.theme.gap_px
        self.body.setSpacing(gap(14))
        self._money = self._beside(self.amount, self.pay_by)
        buttons = QWidget(self)
        flow = Flow(buttons, gap_px=gap(12))
        for button in (self.keep, self.cancel):
            flow.addWidget(button)
        parts: tuple[QWidget, ...] = (
            self._pair(self._ask, self.kind), self.cut, self.replace_words, self.words,
            self._beside(self.at, self.deadline), self._pair(self._whose, self.account),
            self._money, self._beside(self.pay_to, self.whom), self._pair(self._among, self.contacts),
            self.foreign, self.language, self.means, buttons,
        )  # fmt: skip
        for part in parts:
            self.body.addWidget(part)

    def _beside(self, *fields: QWidget) -> Columns:
        line = Columns(self._context, parent=self)
        for field in fields:
            line.add(field, top=True)
        return line

    def _pair(self, label: Label, chips: QWidget) -> QWidget:
        return column_of((label, chips), self._context.theme.gap_px(2), self)

    def _connect(self) -> None:
        self.kind.changed.connect(lambda _on: self._show_fitting())
        self.foreign.toggled.connect(lambda _on: self._show_fitting())
        self.cut.read.connect(self._on_read)
        self.replace_words.clicked.connect(self._on_replace)
        self.keep.clicked.connect(self._on_keep)
        self.cancel.clicked.connect(self._on_cancel)

    def _show_fitting(self) -> None:
        """Show only what belongs to this kind, and the other language where there is one."""
        is_money = self.kind.on == ("money",)
        self._money.setVisible(is_money)
        self.pay_to.setVisible(is_money)
        for field in (self.language, self.means):
            field.setVisible(self.foreign.isChecked())

    def _on_read(self, words: str) -> None:
        """Put what was read in the field, but never over what the person typed."""
        before, self._read = self._read, words
        if self.words.text.strip() in {"", before}:
            self.words.set_text(words)
        elif self.words.text.strip() != words:
            self.words.verdict.say("hint", self._context.words("said.form.read.whole"), words)
            self.replace_words.show()

    def _on_replace(self) -> None:
        self.words.set_text(self._read)
        self.words.verdict.clear()
        self.replace_words.hide()

    def _on_keep(self) -> None:
        """Have it kept, if there are any words."""
        if self.words.text.strip():
            self.kept.emit(self._entry.id if self._entry else None, self.demand())
        else:
            self.words.edit.setFocus()

    def _on_cancel(self) -> None:
        if self._entry is not None:
            self.clear()
        self.hide()
        self.cancelled.emit()
