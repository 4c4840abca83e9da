# SPDX-License-Identifier: MIT
"""What was paid, and how to stop it: money that may still be stopped is the page, the rest comes after."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from app.guide.paid import is_to_be_told, may_be_stopped
from app.model import Answer
from ui.override import override
from ui.paid_words import described
from ui.paying import Paid, read_paid, store_payment
from ui.widgets.button import Button
from ui.widgets.focus_order import order_focus
from ui.widgets.outcome_form import Outcome, OutcomeForm, answered
from ui.widgets.page import Page
from ui.widgets.paid_overview import PaidOverview, WaitingList
from ui.widgets.payment_editor import PaymentEditor
from ui.widgets.stop_card import StopCard
from ui.widgets.taken_list import TakenList
from ui.widgets.undo_line import UndoLine
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.model import Entry, Payment
    from app.vault import Vault

ADD = "add"  # the detail that opens the form of a new payment


class PaymentsPage(Page):
    """Opened with ``add``, with the id of a payment, or with nothing. ``moved_on`` to "said" or "wording"."""

    title_key = "payments.page.title"

    _paid: Paid | None
    _wanted: str | None
    _chosen: str | None
    _shown: Entry[Payment] | None

    @property
    def is_ready(self) -> bool:
        """Whether what the vault holds has been read."""
        return self._paid is not None

    @override
    def open_with(self, detail: object) -> None:
        """Open the form of a payment, or show them all; a form that is open stays open."""
        self.kept.clear()
        self.taken.forget()
        if isinstance(detail, str):
            self._wanted = detail
            self.editor.close_form()
        self.refresh()

    @override
    def refresh(self) -> None:
        """Ask the case what was paid."""
        if self.context.session.is_open:
            self.context.session.run(read_paid, owner=self, then=self.show_paid)

    @override
    def _build(self) -> None:
        self._paid = self._wanted = self._chosen = self._shown = None
        self.stop = StopCard(self.context, parent=self)
        self.outcome = OutcomeForm(self.context, parent=self)
        self.waiting = WaitingList(self.context, parent=self)
        self.kept = Verdict(self.context, parent=self)
        self.taken = UndoLine(self.context, parent=self)
        self.editor = PaymentEditor(self.context, parent=self)
        self.overview = PaidOverview(self.context, parent=self)
        self.letters = Button(
            self.context, self.context.words("payments.page.letters"), "quiet", icon="mail", parent=self
        )
        self.taken_list = TakenList(self.context, "payments", parent=self)
        self.overview.hide()  # until it is read: nobody is told that nothing was paid before that is known
        self.name_children()

    @override
    def _lay_out(self) -> None:
        urgent = (self.stop, self.outcome, self.waiting)
        for part in (
            self.kept,
            self.taken,
            *urgent,
            self.letters,
            self.editor,
            self.overview,
            self.taken_list,
        ):
            self.content.addWidget(part)

    @override
    def _connect(self) -> None:
        self.stop.stopped.connect(self._on_stopped)
        self.stop.late.connect(lambda: self._answer(Outcome.LATE))
        self.stop.said.connect(self._on_said)
        self.stop.looked.connect(self._on_looked)
        self.outcome.filled.connect(self._store)
        self.outcome.left.connect(self.refresh)
        self.outcome.taken_back.connect(self._on_slip)
        self.waiting.chosen.connect(self._on_other)
        self.editor.filled.connect(self._store)
        self.editor.left.connect(self._on_left)
        self.editor.back_wanted.connect(self._on_back_wanted)
        self.taken.changed.connect(self.refresh)
        self.taken_list.undo_wanted.connect(self._on_undo_wanted)
        self.taken_list.removal_wanted.connect(partial(self.moved_on.emit, "remove"))
        self.letters.clicked.connect(self._on_letters)
        self.overview.add_wanted.connect(lambda: self._open(None))
        self.overview.chosen.connect(self._open)
        self.overview.asked_wanted.connect(lambda: self.moved_on.emit("said", None))
        self.context.session.case_changed.connect(self.refresh)

    def show_paid(self, paid: Paid) -> None:
        """Show what there is, and what was asked for."""
        is_first = self._paid is None
        self._paid = paid
        for entry in paid.payments:
            self.outcome.renew(entry)
        if is_first:
            self._ask_again(paid)
        wanted, self._wanted = self._wanted, None
        found = next((each for each in paid.payments if each.id == wanted), None)
        if found is not None or wanted == ADD:
            self._open(found)
        else:
            self._show()

    def _ask_again(self, paid: Paid) -> None:
        """Go on with what was asked and not answered to the end before, as after a crash."""
        outcome, _, entry_id = paid.asked.partition(" ")
        asked = next((each for each in paid.payments if each.id == entry_id), None)
        if asked is not None:
            self.outcome.ask(Outcome(outcome), asked, None)

    def _open(self, entry: Entry[Payment] | None) -> None:
        """Show the form of a payment, or of a new one."""
        if self._paid is None:
            return
        self.kept.clear()
        self.taken.forget()
        self.editor.open(entry, self._paid.offers)
        self._show()
        self.scroll_area.verticalScrollBar().setValue(0)

    def _show(self) -> None:
        """One thing at a time: the form, or what came of the call, or what to do now and all payments."""
        if self._paid is None:
            return
        is_form = self.editor.is_open
        is_outcome = self.outcome.entry is not None and not is_form
        self.outcome.setVisible(is_outcome)
        self.overview.setVisible(not is_form)
        self.overview.show_payments(self._paid.payments, is_begun=self._paid.is_begun)
        taken = () if is_form else self._paid.taken_back
        self.taken_list.show_entries([(each.id, described(self.context, each.fact)) for each in taken])
        urgent = [] if is_form or is_outcome else self._urgent(self._paid)
        self._shown = self._first(urgent)
        self.waiting.show_payments([each for each in urgent if each is not self._shown])
        self.stop.setVisible(self._shown is not None)
        if self._shown is not None:
            self.stop.show_payment(self._shown.fact, police_reference=self._paid.police_reference)
        self.letters.setVisible((self.editor.entry or self._shown) is not None)
        order_focus(self.content_view)

    def _urgent(self, paid: Paid) -> list[Entry[Payment]]:
        """Return what may be stopped, the latest first; if nothing, what can still be told of."""
        ways = self.context.ways_to_pay
        waiting = [each for each in paid.payments if may_be_stopped(each.fact, ways)]
        return waiting or [each for each in paid.payments if is_to_be_told(each.fact, ways)][:1]

    def _first(self, urgent: list[Entry[Payment]]) -> Entry[Payment] | None:
        """Return the one that was chosen, or the latest."""
        chosen = next((each for each in urgent if each.id == self._chosen), None)
        return chosen or next(iter(urgent), None)

    def _on_letters(self) -> None:
        """Words about the payment that is shown: for the bank, the service, a form."""
        entry = self.editor.entry or self._shown
        self.moved_on.emit("wording", entry.id if entry else None)

    def _on_other(self, entry: Entry[Payment]) -> None:
        self._chosen = entry.id
        self._show()
        self.scroll_area.verticalScrollBar().setValue(0)

    def _on_stopped(self) -> None:
        """Coins cannot be stopped; there the button says that they are told."""
        is_waiting = self._shown is not None and may_be_stopped(self._shown.fact, self.context.ways_to_pay)
        self._answer(Outcome.STOPPED if is_waiting else Outcome.SAID)

    def _answer(self, outcome: Outcome) -> None:
        """Keep what came of the call at once; then ask for what goes with it."""
        entry = self._shown
        if entry is None:
            return
        fact = answered(entry.fact, outcome, self.context.clock.now().utc)

        def ask(after: Entry[Payment]) -> None:
            self.outcome.ask(outcome, after, entry)
            self.context.session.case_changed.emit()

        self._run(lambda vault: store_payment(vault, fact, entry), ask)

    def _on_looked(self) -> None:
        """Keep that nobody had collected it just now; page 1 says the time."""
        entry = self._shown
        if entry is not None:
            now = self.context.clock.now().utc
            fact = replace(entry.fact, collected=Answer.NO, checked_at=now)
            self._run(lambda vault: store_payment(vault, fact, entry), self._on_changed)

    def _on_said(self) -> None:
        """Ask what they said; nothing is known of it yet."""
        if self._shown is not None:
            self.outcome.ask(Outcome.SAID, self._shown, None)
            self._show()

    def _on_slip(self, before: Entry[Payment]) -> None:
        """Bring the payment back to what it was before the answer."""
        self.outcome.forget()
        self._run(lambda vault: store_payment(vault, before.fact, before), self._on_changed)

    def _store(self, entry: Entry[Payment] | None, fact: Payment) -> None:
        """Keep a payment, and say so."""
        self._run(lambda vault: store_payment(vault, fact, entry), self._on_stored)

    def _on_stored(self, _entry: object) -> None:
        words = self.context.words
        self.editor.kept()
        self.outcome.forget()
        self.kept.say("good", words("payments.page.kept"), words("payments.page.kept.note"))
        self._on_changed(_entry)

    def _on_changed(self, _entry: object) -> None:
        self.context.session.case_changed.emit()
        self.scroll_area.verticalScrollBar().setValue(0)

    def _on_left(self) -> None:
        self.editor.close_form()
        self._show()

    def _on_back_wanted(self, entry: Entry[Payment]) -> None:
        """Take a payment back; nothing of it is deleted, and one press brings it back."""
        self.editor.kept()
        self.taken.take_back(entry.id, described(self.context, entry.fact))

    def _on_undo_wanted(self, entry_id: str) -> None:
        """Bring back what was taken back; the line that offers the last one says so no more."""
        self.taken.forget()
        self.context.session.run(lambda vault: vault.restore(entry_id), owner=self, then=self._on_changed)

    def _run(self, job: Callable[[Vault], Entry[Payment]], then: Callable[[Entry[Payment]], object]) -> None:
        self.context.session.run(job, owner=self, then=then)
