# SPDX-License-Identifier: MIT
"""The person's own accounts: what a company needs beside theirs to find the chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.identify.people import missing_own, own
from ui.legible import brief
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.kept_account import KeptAccount
from ui.widgets.label import Label
from ui.widgets.name_form import button_line
from ui.widgets.own_form import OwnForm
from ui.widgets.verbatim import Verbatim

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.model import Account, Entry
    from ui.context import Context
    from ui.kept_people import PeopleHeld


class OwnAccounts(Card):
    """A list, and below it a short form that opens when it is asked for.

    Signals:
        kept: carries the account, and the entry it is a revision of (or None).
        take_back_wanted: carries the entry.
        opened: the form is open.
    """

    kept = Signal(object, object)
    opened = Signal()
    take_back_wanted = Signal(object)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show none yet."""
        words = context.words
        super().__init__(context, words("people.own.title"), padding_px=24, parent=parent)
        self._context = context
        self._entry: Entry[Account] | None = None
        self._missing: tuple[str, ...] = ()
        self._country = ""
        self.form: OwnForm | None = None
        self.rows: list[KeptAccount] = []
        self.lead = Label(words("people.own.lead"), "hint", parent=self)
        self.missing = Verbatim(context, parent=self)
        self.keep = Button(context, words("people.own.keep"), parent=self)
        self.stop = Button(context, words("people.own.stop"), "quiet", parent=self)
        self.add = Button(context, words("people.own.add"), icon="plus", parent=self)
        for name in ("lead", "missing", "keep", "stop", "add"):
            getattr(self, name).setObjectName(name)
        self.line = button_line(context, (self.keep, self.stop, self.add), self)
        for widget in (self.lead, self.missing, self.line):
            self.body.addWidget(widget)
        self.keep.clicked.connect(self._on_keep)
        self.stop.clicked.connect(self.close_form)
        self.add.clicked.connect(self._on_add)
        self.close_form()

    @property
    def is_open(self) -> bool:
        """Whether one is being typed."""
        return self.form is not None

    def show_held(self, held: PeopleHeld) -> None:
        """List what is kept, and say on which apps one is missing."""
        self._country = held.country
        for row in self.rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        entries = own(held.accounts)
        self.rows = [
            KeptAccount(self._context, entry, is_last=n == len(entries), can_take_back=True, parent=self)
            for n, entry in enumerate(entries, start=1)
        ]
        for row in self.rows:
            row.change_wanted.connect(self.open_form)
            row.take_back_wanted.connect(self.take_back_wanted)
            self.body.insertWidget(self.body.indexOf(self.missing), row)
        self._missing = missing_own(held.accounts)
        named = [brief(self._context.catalogue.name_of(platform)) for platform in self._missing]
        said = self._context.words("people.own.missing", apps=", ".join(named)) if named else ""
        self.missing.set_words(said)
        self.missing.setVisible(bool(named))

    def open_form(self, entry: Entry[Account] | None = None) -> None:
        """Ask for one more, or for what one is now; first for an app on which they wrote."""
        self.close_form()
        self._entry = entry
        form = self.form = OwnForm(self._context, entry, country=self._country, parent=self)
        form.setObjectName("form")
        if entry is None and self._missing:
            form.choose(self._missing[0])
        form.changed.connect(self._on_typed)
        form.identifier.entered.connect(self.keep.click)
        self.body.insertWidget(self.body.indexOf(self.line), form)
        form.show()
        words = self._context.words
        self.keep.set_words(words("people.own.keep" if entry is None else "people.own.change"))
        self._show()
        self.opened.emit()
        form.identifier.setFocus()

    def close_form(self) -> None:
        """Show the list alone; what is typed comes back when the form is opened again."""
        if self.form is not None:
            self.form.flush()
            self.body.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self.form = None
        self._entry = None
        self._show()

    def taken_up(self) -> None:
        """Forget what was typed: it is kept now."""
        if self.form is not None:
            self.form.clear()
        self.close_form()
        self.add.setFocus()

    def _show(self) -> None:
        for widget in (self.keep, self.stop):
            widget.setVisible(self.is_open)
        self.add.setVisible(not self.is_open)
        self._on_typed()

    def _on_typed(self) -> None:
        self.keep.setEnabled(self.form is not None and not self.form.is_empty)

    def _on_add(self) -> None:
        self.open_form()

    def _on_keep(self) -> None:
        if self.form is not None and not self.form.is_empty:
            self.kept.emit(self.form.account(self._context.clock.now().utc), self._entry)
