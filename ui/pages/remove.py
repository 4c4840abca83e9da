# SPDX-License-Identifier: MIT
"""Removing something for good: what it costs, what still holds it, and why the person wants it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from app.errors import AskPoliceFirst, BadInput, VaultLocked
from ui.messages import MessageCard
from ui.override import override
from ui.removing import Fact, remove, subject_of
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.copies_list import CopiesList
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.removal_card import RemovalCard
from ui.widgets.removal_subject import RemovalSubject
from ui.widgets.verbatim import Verbatim
from ui.widgets.withdraw_card import WithdrawCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.model import Exhibit, Purged
    from ui.removing import Subject


class RemovePage(Page):
    """``open_with`` takes the id of an exhibit, or a ``Fact`` that was taken back.

    ``moved_on``: ``exhibit`` or the page of the fact (kept), ``evidence`` or that page (gone).
    """

    title_key: ClassVar[str] = "remove.page.title"

    @override
    def _build(self) -> None:
        context, words = self.context, self.context.words
        self._wanted: str | Fact | None = None
        self._subject: Subject | None = None
        self.back = Button(context, words("remove.page.back"), "quiet", icon="back", parent=self)
        self.lead = Label(words("remove.page.lead"), "lead", parent=self)
        self.subject = RemovalSubject(context, parent=self)
        self.instead = Card(context, words("remove.instead.title"), kind="soft", parent=self)
        self.instead_note = Label("", parent=self.instead)
        self.withdraw = WithdrawCard(context, self.instead, has_removal=False)
        self.withdraw.open_button.set_role("primary")
        self.copies = CopiesList(context, parent=self)
        self.copies.title.set_words(words("remove.copies.title"))
        self.copies.none.set_words(words("remove.copies.none"))
        self.copies_note = Label(words("remove.copies.note"), parent=self)
        self.reach = Label(words("remove.copies.reach"), "small", parent=self)
        self.stays = Label(words("remove.page.stays"), "small", parent=self)
        self.sure = RemovalCard(context, parent=self)
        self.failure = MessageCard(context, parent=self)
        self.done = Card(context, " ", parent=self)
        self.left = Label("", parent=self.done)
        self.reason = Verbatim(context, "", parent=self.done)
        self.go_on = Button(context, words("remove.done.go"), "primary", parent=self.done)
        self.name_children()

    @override
    def _lay_out(self) -> None:
        self.title_row.insertWidget(0, self.back)
        self.instead.body.addWidget(self.instead_note)
        self.instead.body.addWidget(self.withdraw)
        self.done.body.addWidget(self.left)
        self.done.body.addWidget(self.reason)
        self.done.body.addWidget(self.go_on)
        self._holding = (self.copies, self.copies_note, self.reach)
        self._asked = (self.lead, self.subject, self.instead, *self._holding, self.stays, self.sure)
        self.add_text((self.done, *self._asked, self.failure))
        self._show_only()

    @override
    def _connect(self) -> None:
        self.back.clicked.connect(self._leave)
        self.sure.kept.connect(self._leave)
        self.go_on.clicked.connect(self._leave)
        self.withdraw.confirmed.connect(self._on_withdraw)
        self.sure.confirmed.connect(self._on_confirmed)
        self.copies.changed.connect(self.context.session.case_changed)
        self.context.session.locked.connect(self._on_locked)

    @override
    def open_with(self, detail: object) -> None:
        """Ask about an exhibit by its id, or about a fact; without either what was asked stays."""
        if isinstance(detail, str | Fact):
            self._show_only()
            self.title.set_words(self.context.words(self.title_key))
            self._wanted, self._subject = detail, None
            self.context.session.run(
                partial(subject_of, detail), owner=self, then=self._on_read, otherwise=self._on_failed
            )

    def _on_read(self, subject: Subject) -> None:
        """Show what it is and what it costs; where the police come first only that."""
        self._subject = subject
        if subject.is_for_police:
            self._show_only(self.subject)
            self.subject.show_subject(subject)
            self.failure.show_error(AskPoliceFirst())
            return
        self.subject.show_subject(subject)
        self._show_instead(subject.exhibit)
        self._show_only(*self._asked)
        self.stays.setVisible(subject.exhibit is not None)
        self._show_copies(subject)
        self.sure.ask_about(subject.id)
        self.bring_up(self.lead)

    def _show_instead(self, exhibit: Exhibit | None) -> None:
        words = self.context.words
        self.instead.title.set_words(
            words("remove.instead.title" if exhibit else "remove.instead.title.fact")
        )
        self.instead_note.set_words(words("remove.instead.note" if exhibit else "remove.instead.fact"))
        self.withdraw.setVisible(exhibit is not None)
        if exhibit is not None:
            self.withdraw.show_exhibit(exhibit)

    def _show_copies(self, subject: Subject) -> None:
        self.copies.show_only(subject.holders)
        self.copies.title.setVisible(bool(subject.holders))
        self.copies_note.setVisible(bool(subject.holders))

    def _on_withdraw(self, why: str) -> None:
        """Leave it out instead, and show it as it is then."""
        if self._subject is not None:
            exhibit_id = self._subject.id
            self.context.session.run(
                lambda vault: vault.withdraw_exhibit(exhibit_id, why),
                owner=self,
                then=self._on_withdrawn,
                otherwise=self._on_failed,
            )

    def _on_withdrawn(self, exhibit: Exhibit) -> None:
        self.context.session.case_changed.emit()
        self.moved_on.emit("exhibit", exhibit.id)

    def _on_confirmed(self, why: str) -> None:
        if self._subject is not None:
            self.failure.hide()
            self.sure.set_busy(is_busy=True)
            self.context.session.run(
                partial(remove, self._subject, why),
                owner=self,
                then=self._on_removed,
                otherwise=self._on_failed,
            )

    def _on_removed(self, gone: Purged) -> None:
        """Say what is left, and what may still hold it; then give the room back to the disk."""
        subject, words = self._subject, self.context.words
        if subject is None:
            return
        self.sure.set_busy(is_busy=False)
        self.sure.forget()
        if subject.exhibit is not None:
            self._wanted = None
        self.title.set_words(words("remove.done.page"))
        self.done.title.set_words(words("remove.done.title", what=subject.what))
        self.left.set_words(words("remove.done.left" if subject.exhibit else "remove.done.left.fact"))
        self.reason.set_words(words("remove.done.reason", why=gone.why))
        self.subject.forget()
        self._show_only(self.done, *self._holding)
        self._show_copies(subject)
        self.bring_up(self.done)
        self.go_on.setFocus()
        self.moved_on.emit("drop_others", None)
        self.context.session.case_changed.emit()
        self._give_back(is_more=True)

    def _give_back(self, *, is_more: bool) -> None:
        """A little room at a time: a picture that is taken meanwhile comes in between."""
        if is_more and self.context.session.is_open:
            self.context.session.run(
                lambda vault: vault.give_back(),
                owner=self,
                then=lambda more: self._give_back(is_more=more),
                otherwise=lambda _error: None,  # the room is used again, sooner or later
            )

    def _on_failed(self, error: BaseException) -> None:
        """Nothing was removed; what is not there any more cannot be asked about."""
        self.sure.set_busy(is_busy=False)
        if isinstance(error, VaultLocked):
            return
        if isinstance(error, BadInput):
            self._show_only()
        self.failure.show_error(error)

    def _leave(self) -> None:
        """Go back to where it stands; what is gone stands nowhere."""
        if isinstance(self._wanted, Fact):
            self.moved_on.emit(self._wanted.page, None)
        elif self._wanted is None:
            self.moved_on.emit("evidence", None)
        else:
            self.moved_on.emit("exhibit", self._wanted)

    def _show_only(self, *parts: QWidget) -> None:
        for part in (*self._asked, self.done):
            part.setVisible(part in parts)
        self.failure.hide()

    def _on_locked(self, _why: str) -> None:
        """Hold nothing of a locked case."""
        self._wanted, self._subject = None, None
        self.subject.forget()
        self.sure.why.clear()
        self.reason.set_words("")
        self.done.title.set_words("")
        self._show_only()
