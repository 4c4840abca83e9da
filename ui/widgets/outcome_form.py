# SPDX-License-Identifier: MIT
"""What they said when they were called: stopped, too late, or something to write down."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.model import Answer
from app.typed import kept
from ui.paid_words import keyed, moment_of, way_of
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chips
from ui.widgets.demand_form import MomentField
from ui.widgets.drafts import Drafts
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.rows import Flow

if TYPE_CHECKING:
    from datetime import datetime

    from app.model import Entry, Payment
    from ui.context import Context

OF_A_BANK = frozenset({"bank_transfer", "card"})
ASKED = "pay.asked"  # the draft of what is asked: an outcome, and the id of the payment
FIRM, BANK = "firm", "bank"


class Outcome(StrEnum):
    """What came of the call."""

    STOPPED = "stopped"
    LATE = "late"
    SAID = "said"


class OutcomeForm(Card):
    """The answer itself is kept before this is shown; what is typed here is added to it.

    Signals:
        filled: carries the entry and the payment as it is known now.
        left: nothing is added.
        taken_back: the answer was a slip; carries the entry as it was before.
    """

    filled = Signal(object, object)
    left = Signal()
    taken_back = Signal(object)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Ask nothing yet."""
        super().__init__(context, " ", title_role="h2", padding_px=24, parent=parent)
        words = context.words
        self._context = context
        self._outcome = Outcome.SAID
        self._entry: Entry[Payment] | None = None
        self._before: Entry[Payment] | None = None
        self.note = Label("", parent=self)
        self.collected_at = MomentField(
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
        self.who_label = Label(words("payments.outcome.who"), "strong", parent=self)
        self.who = Chips(
            context, [(FIRM, ""), (BANK, words("payments.outcome.who.bank"))], is_exclusive=True, parent=self
        )
        self.reference = Field(context, words("payments.outcome.reference"), is_mono=True, parent=self)
        self.name = Field(context, words("payments.outcome.name"), parent=self)
        self.at = MomentField(
            context, words("payments.outcome.at"), hint=words("payments.outcome.at.hint"), parent=self
        )
        self.keep = Button(context, words("payments.outcome.keep"), "primary", parent=self)
        self.skip = Button(context, words("payments.outcome.skip"), "quiet", parent=self)
        self.undo = Button(context, words("payments.outcome.undo"), "quiet", parent=self)
        self._texts: dict[str, Field] = {
            "collected_at": self.collected_at, "collected_where": self.collected_where,
            "reference": self.reference, "name": self.name, "at": self.at,
        }  # fmt: skip
        for name in (*self._texts, "note", "who_label", "who", "keep", "skip", "undo"):
            getattr(self, name).setObjectName(name)
        self._lay_out()
        self._drafts = Drafts(context.session, "pay.outcome", self._texts, self)
        self.keep.clicked.connect(self._on_keep)
        self.skip.clicked.connect(self._on_skip)
        self.undo.clicked.connect(lambda: self.taken_back.emit(self._before))
        self.hide()

    @property
    def entry(self) -> Entry[Payment] | None:
        """The payment it is about, as it is kept."""
        return self._entry

    def ask(self, outcome: Outcome, entry: Entry[Payment], before: Entry[Payment] | None) -> None:
        """Ask for what belongs to this answer; ``before`` is the payment without it, to take it back.

        What is asked is kept too: after a crash it is asked again, with what was typed.
        """
        self._drafts.turn_to(entry.id, self._empty)
        self._note_asked(f"{outcome} {entry.id}")
        self._outcome, self._entry, self._before = outcome, entry, before
        words, way = self._context.words, way_of(self._context, entry.fact)
        self.title.set_words(words(keyed(self._context, f"payments.outcome.{outcome}", way)))
        self.note.set_words(words(keyed(self._context, f"payments.outcome.{outcome}.note", way)))
        is_late = outcome is Outcome.LATE
        for name in ("collected_at", "collected_where"):
            self._texts[name].set_label(words(keyed(self._context, f"payments.outcome.{name}", way)))
        self.collected_at.setVisible(is_late)
        self.collected_where.setVisible(is_late)
        self.who.chips[FIRM].set_words(words("payments.outcome.who.firm", firm=way.name))
        is_bank = way.id in OF_A_BANK
        for widget in (self.who_label, self.who):
            widget.setVisible(outcome is Outcome.SAID and not is_bank)
        self.who.set_on((BANK if is_bank else FIRM,))
        self.undo.setVisible(before is not None)
        self.show()

    def forget(self) -> None:
        """Empty the form and its drafts, and be gone."""
        if self._entry is not None:
            self._note_asked("")
        self._entry = self._before = None
        self._empty()
        self._drafts.clear()
        self.hide()

    def renew(self, entry: Entry[Payment]) -> None:
        """Add to the payment as it is kept now, not as it was when it was asked about."""
        if self._entry is not None and self._entry.id == entry.id:
            self._entry = entry

    def payment(self, now: datetime) -> Payment | None:
        """Return the payment with what is typed here; None if it is about none."""
        if self._entry is None:
            return None
        fact = told(self._entry.fact, self.who.on == (BANK,), self._said_at(now), kept(self.reference.text))
        unread = [
            field.text.strip()
            for field in (self.at, self.collected_at)
            if field.text.strip() and field.at is None
        ]
        lines = [fact.note, self._spoke(now), *unread]
        fact = replace(fact, note="\n".join(filter(None, lines)) or None)
        if self._outcome is Outcome.LATE:
            where = kept(self.collected_where.text) or fact.collected_where
            fact = replace(
                fact, collected_at=self.collected_at.at or fact.collected_at, collected_where=where
            )
        return fact

    def _said_at(self, now: datetime) -> datetime:
        """Return when they said it: as typed, or when the answer was kept, or now."""
        fact = self._entry.fact if self._entry is not None and self._before is not None else None
        is_bank = self.who.on == (BANK,)
        known = None if fact is None else fact.bank_told_at if is_bank else fact.provider_told_at
        return self.at.at or known or now

    def _empty(self) -> None:
        for field in self._texts.values():
            field.clear()

    def _note_asked(self, what: str) -> None:
        """Keep what is asked, so that it can be asked again; nothing once it is answered."""
        if self._context.session.is_open:
            self._context.session.run(lambda vault: vault.save_draft(ASKED, what), owner=self)

    def _spoke(self, now: datetime) -> str:
        """Return with whom and when they spoke, for the note; empty without a name."""
        name = kept(self.name.text)
        if name is None or self._entry is None:
            return ""
        is_bank = self.who.on == (BANK,)
        words = self._context.words
        who = words("payments.outcome.who.bank") if is_bank else way_of(self._context, self._entry.fact).name
        at = moment_of(self._context, self._said_at(now), whole=True)
        return words("payments.outcome.spoke", time=at, name=name, who=who)

    def _on_keep(self) -> None:
        fact = self.payment(self._context.clock.now().utc)
        if fact is not None:
            self.filled.emit(self._entry, fact)

    def _on_skip(self) -> None:
        self.forget()
        self.left.emit()

    def _lay_out(self) -> None:
        gap = self._context.theme.gap_px
        self.body.setSpacing(gap(14))
        for widget in (
            self.note, self.collected_at, self.collected_where, self.who_label, self.who, self.reference,
            self.name, self.at,
        ):  # fmt: skip
            self.body.addWidget(widget)
        buttons = QWidget(self)
        flow = Flow(buttons, gap_px=gap(10))
        for button in (self.keep, self.skip, self.undo):
            flow.addWidget(button)
        self.body.addWidget(buttons)


def answered(payment: Payment, outcome: Outcome, now: datetime) -> Payment:
    """Return the payment with what came of the call, known by now."""
    is_bank = payment.method in OF_A_BANK
    fact = told(payment, is_bank, now, None)
    if outcome is Outcome.STOPPED:
        return replace(fact, stopped_at=now, can_be_stopped=True)
    if outcome is Outcome.LATE:
        return replace(fact, collected=Answer.YES, checked_at=now)
    return fact


def told(payment: Payment, is_bank: bool, at: datetime, reference: str | None) -> Payment:  # noqa: FBT001 - one plain switch
    """Return the payment with the one who was told, when, and what they call it."""
    if is_bank:
        return replace(
            payment, bank_told=True, bank_told_at=at, bank_reference=reference or payment.bank_reference
        )
    known = reference or payment.provider_reference
    return replace(payment, provider_told=True, provider_told_at=at, provider_reference=known)
