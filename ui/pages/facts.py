# SPDX-License-Identifier: MIT
"""What an officer asks first: one card for each kind of question, every answer can be left out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout

from app.model import Answer, CaseFacts, Demand, Entry, Payment, Under18
from ui.override import override
from ui.widgets.age_card import AgeCard
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chips
from ui.widgets.demand_form import DemandForm, own_demands
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.payment_row import PaymentRow
from ui.widgets.person_form import PersonForm
from ui.widgets.vanish_card import VanishCard
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from app.vault import Vault

MOST_ROWS = 5  # the newest payments; all of them stand on their own page


@dataclass(frozen=True, slots=True)
class _Known:
    """What the vault holds of this page."""

    case: CaseFacts
    demands: dict[str, Entry[Demand]]
    payments: tuple[Entry[Payment], ...]
    has_pictures: bool


class FactsPage(Page):
    """A short form. What is typed is kept as a draft at once, and taken up by its one main button."""

    title_key = "facts.title"

    _known: _Known | None

    @property
    def is_ready(self) -> bool:
        """Whether what the vault holds has been read."""
        return self._known is not None

    @override
    def refresh(self) -> None:
        """Show what is known, beside what was typed and not taken up."""
        if not self.context.session.is_open:
            return
        for form in (self.person, self.want, self.vanish):
            form.restore()
        self.context.session.run(_read, owner=self, then=self._on_read)

    @override
    def _build(self) -> None:
        words = self.context.words
        self._known = None
        self.lead = Label(words("facts.lead"), parent=self)
        self.person = PersonForm(self.context, parent=self)
        self.under_18 = AgeCard(self.context, parent=self)
        self.want = DemandForm(self.context, drafts="facts", parent=self)
        self.vanish = VanishCard(self.context, parent=self)
        self.paid = Card(self.context, words("facts.paid"), parent=self)
        answers = [(key, words(f"facts.paid.{key}")) for key in ("yes", "no")]
        self.has_paid = Chips(self.context, answers, is_exclusive=True, parent=self.paid)
        self.paid_note = Label("", "hint", parent=self.paid)
        self.pay = Button(self.context, words("facts.pay.go"), parent=self.paid)
        self.kept = Verdict(self.context, parent=self)
        self.keep = Button(self.context, words("facts.keep"), "big", parent=self)
        self.back = Button(self.context, words("facts.back"), "big_quiet", parent=self)
        self.report = Button(self.context, words("facts.report"), "big_quiet", parent=self)
        self.name_children()

    @override
    def _lay_out(self) -> None:
        self.paid.body.setSpacing(self.context.theme.gap_px(14))
        for widget in (self.has_paid, self.paid_note, self.pay):
            self.paid.body.addWidget(widget)
        for block in (self.lead, self.person, self.want, self.vanish, self.paid, self.under_18, self.kept):
            self.content.addWidget(block)
        buttons = QHBoxLayout()
        buttons.setSpacing(self.context.theme.gap_px(12))
        for button in (self.keep, self.back, self.report):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.content.addLayout(buttons)
        self._show_pay(is_shown=False)

    @override
    def _connect(self) -> None:
        self.has_paid.changed.connect(self._on_has_paid)
        self.keep.clicked.connect(self._keep)
        self.pay.clicked.connect(lambda: self.moved_on.emit("payments", "add"))
        self.back.clicked.connect(lambda: self.moved_on.emit("steps", None))
        self.report.clicked.connect(lambda: self.moved_on.emit("report", None))

    def _on_has_paid(self, keys: tuple[str, ...]) -> None:
        """Ask about the payment, or say that there is no need to pay."""
        has_paid = keys == ("yes",)
        self._show_pay(is_shown=has_paid)
        words = self.context.words
        self.paid_note.set_words(words("facts.pay.shame") if has_paid else words("facts.paid.none"))
        self.paid_note.show()

    def _show_pay(self, *, is_shown: bool) -> None:
        self.pay.setVisible(is_shown)
        self.paid_note.setVisible(is_shown)

    def _keep(self) -> None:
        """Keep everything that is typed, in one go."""
        person, want, vanish = self.person, self.want, self.vanish

        def job(vault: Vault) -> None:
            vault.revise_case(facts)
            kept = own_demands(vault.entries(Demand))
            for demand in made:
                _put(vault, kept.get(demand.kind), demand)

        if self._known is None:
            return
        before = self._known.case
        facts = replace(
            vanish.facts(person.facts(before)),
            under_18=self.under_18.answer(before.under_18),
            paid=Answer(self.has_paid.on[0]) if self.has_paid.on else before.paid,
        )
        made = want.demands({kind: each.fact for kind, each in self._known.demands.items()})
        self.context.session.run(job, owner=self, then=self._on_kept)

    def _on_kept(self, _done: object) -> None:
        """Say that it is kept."""
        self.person.taken_up()
        self.want.taken_up()
        self.vanish.taken_up()
        self._known = None
        words = self.context.words
        self.kept.say("good", words("facts.kept"), words("facts.kept.note"))
        self.context.session.case_changed.emit()
        self.refresh()
        QTimer.singleShot(0, self, lambda: self.scroll_area.ensureWidgetVisible(self.kept))

    def _on_read(self, known: _Known) -> None:
        """Show what is known; under 18 the story is left for those who may ask for it."""
        self._known = known
        self.person.story.setVisible(known.case.under_18 is Under18.NO)
        self.person.load(known.case)
        self.under_18.load(known.case.under_18, has_pictures=known.has_pictures)
        self.want.load(known.demands)
        self.vanish.load(known.case)
        if not self.has_paid.on and known.case.paid is not Answer.NOT_KNOWN:
            self.has_paid.set_on((known.case.paid.value,))
            self._on_has_paid(self.has_paid.on)
        self._show_payments(known.payments)

    def _show_payments(self, payments: tuple[Entry[Payment], ...]) -> None:
        """List the kept payments under the question."""
        for row in self.paid.findChildren(PaymentRow):
            self.paid.body.removeWidget(row)
            row.deleteLater()
        newest = payments[-MOST_ROWS:]
        for number, entry in enumerate(newest):
            row = PaymentRow(self.context, entry, is_last=number == len(newest) - 1, parent=self.paid)
            row.change_wanted.connect(self._on_change_wanted)
            self.paid.body.insertWidget(1 + number, row)
        if payments:
            self.has_paid.set_on(("yes",))
            self._show_pay(is_shown=True)
            left = len(payments) - len(newest)
            self.paid_note.set_words(self.context.words("facts.pay.more", n=left) if left else "")
            self.paid_note.setVisible(left > 0)
            self.pay.set_words(self.context.words("facts.pay.again"))

    def _on_change_wanted(self, entry: Entry[Payment]) -> None:
        """Go where a kept payment is changed; what is typed here waits."""
        self.moved_on.emit("payments", entry.id)


def _read(vault: Vault) -> _Known:
    """Read what the page shows."""
    demands, payments = own_demands(vault.entries(Demand)), vault.entries(Payment)
    return _Known(vault.case().fact, demands, payments, has_pictures=bool(vault.exhibits()))


def _put(vault: Vault, entry: Entry[Demand] | None, fact: Demand) -> None:
    """Keep a fact as a new entry, or as the newest revision of one."""
    if entry is None:
        vault.add(fact)
    else:
        vault.revise(entry.id, fact)
