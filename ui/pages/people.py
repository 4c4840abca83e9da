# SPDX-License-Identifier: MIT
"""Who they are: accounts, who is behind them, and who else is concerned."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from app.identify.people import Gap, seen_under
from app.model import Account
from ui.kept import store
from ui.kept_people import join, read_people, split, store_contact
from ui.legible import brief
from ui.override import override
from ui.people_words import called
from ui.widgets.accounts_list import AccountsList
from ui.widgets.button import Button
from ui.widgets.focus_order import order_focus
from ui.widgets.join_card import JoinCard
from ui.widgets.label import Label
from ui.widgets.next_card import NextCard
from ui.widgets.own_accounts import OwnAccounts
from ui.widgets.page import Page
from ui.widgets.people_known import PeopleKnown
from ui.widgets.rows import Columns
from ui.widgets.taken_list import TakenList
from ui.widgets.undo_line import UndoLine
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from app.identify.people import Group
    from app.model import Contact, Entry, EntryId, Offender
    from app.vault import Vault
    from ui.kept_people import PeopleHeld


class PeoplePage(Page):
    """First what helps most now; then their accounts, the person's own, and the people they know."""

    title_key = "people.page.title"

    _held: PeopleHeld | None

    @property
    def is_ready(self) -> bool:
        """Whether what the vault holds is shown."""
        return self._held is not None

    @override
    def open_with(self, detail: object) -> None:
        """Say nothing of what was done on an earlier visit."""
        self.undo.forget()
        self.kept.clear()
        super().open_with(detail)

    @override
    def refresh(self) -> None:
        """Show what is kept."""
        if self.context.session.is_open:
            self.context.session.run(read_people, owner=self, then=self._on_read)

    @override
    def _build(self) -> None:
        words = self.context.words
        self._held = None
        self.lead = Label(words("people.page.lead"), parent=self)
        self.next = NextCard(self.context, parent=self)
        self.kept = Verdict(self.context, parent=self)
        self.undo = UndoLine(self.context, parent=self)
        self.theirs = Label(words("people.page.theirs"), "h3", parent=self)
        self.add = Button(self.context, words("people.page.add"), icon="plus", parent=self)
        self.accounts = AccountsList(self.context, parent=self)
        self.joining = JoinCard(self.context, parent=self)
        self.own = OwnAccounts(self.context, parent=self)
        self.known = PeopleKnown(self.context, parent=self)
        self.taken_back = TakenList(self.context, "people", parent=self)
        self.head = Columns(self.context, parent=self)
        self.name_children()

    @override
    def _lay_out(self) -> None:
        self.head.add(self.theirs)
        self.head.add(self.add, 0, top=True)
        above: tuple[QWidget, ...] = (self.lead, self.kept, self.next)
        below: tuple[QWidget, ...] = (self.accounts, self.joining, self.own, self.known, self.taken_back)
        for widget in above:
            self.content.addWidget(widget)
        self.content.addWidget(self.head)
        for widget in below:
            self.content.addWidget(widget)

    @override
    def _connect(self) -> None:
        self.next.wanted.connect(self._on_next)
        self.add.clicked.connect(lambda: self.moved_on.emit("identify", None))
        self.accounts.change_wanted.connect(lambda entry: self.moved_on.emit("identify", entry))
        self.accounts.name_kept.connect(self._on_name)
        self.accounts.details_kept.connect(self._on_details)
        self.accounts.take_back_wanted.connect(partial(self._take_back, self.accounts))
        self.accounts.split_wanted.connect(lambda ids: self._do(partial(split, parted=ids)))
        self.accounts.regroup_wanted.connect(self._on_regroup)
        self.joining.joined.connect(self._on_joined)
        self.own.kept.connect(self._on_own)
        self.own.take_back_wanted.connect(partial(self._take_back, self.own))
        self.known.kept.connect(self._on_contact)
        self.known.take_back_wanted.connect(partial(self._take_back, self.known))
        for part in (self.joining, self.own, self.known):
            part.opened.connect(partial(order_focus, self.content_view))
        self.undo.changed.connect(self._on_taken)
        self.taken_back.undo_wanted.connect(self._restore)
        self.taken_back.removal_wanted.connect(partial(self.moved_on.emit, "remove"))

    def _on_read(self, held: PeopleHeld) -> None:
        """Show all of it, and bend what is new where there is little room."""
        self._held = held
        self.next.show_held(held)
        self.accounts.show_held(held)
        self.joining.show_held(held)
        self.own.show_held(held)
        self.known.show_held(held)
        self.taken_back.show_entries([(entry.id, self._called(entry.fact)) for entry in held.taken_back])
        if self.is_narrow:
            self._bend_children(narrow=True)
        order_focus(self.content_view)

    def _on_next(self, gap: Gap, entry: Entry[Account] | None) -> None:
        """Go where the gap is filled."""
        if gap is Gap.OWN:
            self.own.open_form()
            self._see(self.own)
        elif gap is Gap.CONTACT:
            self.known.open_form()
            self._see(self.known)
        else:
            self.moved_on.emit("identify", entry)

    def _on_name(self, entry: Entry[Account], name: str, at: datetime) -> None:
        account = seen_under(entry.fact, name, at)
        self._do(partial(store, account=account, entry=entry), self.accounts.taken_up)

    def _on_details(self, entry: Entry[Account], account: Account) -> None:
        self._do(partial(store, account=account, entry=entry), self.accounts.taken_up)

    def _on_own(self, account: Account, entry: Entry[Account] | None) -> None:
        self._do(partial(store, account=account, entry=entry), self.own.taken_up)

    def _on_contact(self, contact: Contact, entry: Entry[Contact] | None) -> None:
        self._do(partial(store_contact, contact=contact, entry=entry), self.known.taken_up)

    def _on_joined(self, label: str, chosen: tuple[EntryId, ...], group: Entry[Offender] | None) -> None:
        self._do(partial(join, label=label, chosen=chosen, group=group), self.joining.taken_up)

    def _on_regroup(self, group: Group) -> None:
        self.joining.open_for(group)
        self._see(self.joining)

    def _take_back(self, section: QWidget, entry: Entry[Account] | Entry[Contact]) -> None:
        """Take it back, and say so above the part of the page it was in."""
        self.content.removeWidget(self.undo)
        self.content.insertWidget(self.content.indexOf(section), self.undo)
        self.undo.take_back(entry.id, brief(self._called(entry.fact)))

    def _on_taken(self) -> None:
        """Show how it is now, and the way to undo it."""
        self.kept.clear()
        self.refresh()
        if not self.undo.isHidden():
            self.undo.undo.setFocus()
            self._see(self.undo)

    def _restore(self, entry_id: str) -> None:
        self._do(lambda vault: vault.restore(entry_id))

    def _do(self, job: Callable[[Vault], object], then: Callable[[], object] | None = None) -> None:
        """Change what is kept, and show how it is now."""
        self.context.session.run(job, owner=self, then=lambda _: self._on_done(then))

    def _on_done(self, then: Callable[[], object] | None) -> None:
        words = self.context.words
        self.undo.forget()
        self.kept.say("good", words("people.page.kept"), words("people.page.kept.note"))
        if then is not None:
            then()
        self.context.session.case_changed.emit()
        self.refresh()

    def _see(self, widget: QWidget) -> None:
        """Bring something into view, once all has its place."""
        QTimer.singleShot(0, widget, lambda: self.scroll_area.ensureWidgetVisible(widget, 0, 40))

    def _called(self, fact: Account | Contact) -> str:
        """Return in a line what a fact is about."""
        if isinstance(fact, Account):
            name = self.context.catalogue.name_of(fact.platform)
            return f"{name} {called(self.context, fact)}".strip()
        return fact.name or self.context.words("people.known.nameless")
