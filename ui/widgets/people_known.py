# SPDX-License-Identifier: MIT
"""People the person knows: a list, what to say to them, and a form that opens when it is asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.contact_form import ContactForm
from ui.widgets.known_row import KnownRow
from ui.widgets.label import Label
from ui.widgets.name_form import button_line

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.model import Contact, Entry
    from ui.context import Context
    from ui.kept_people import PeopleHeld


class PeopleKnown(Card):
    """Somebody is added, changed, told or taken back here; the page keeps it.

    Signals:
        kept: carries the contact, and the entry it is a revision of (or None).
        take_back_wanted: carries the entry.
        opened: the form is open.
    """

    kept = Signal(object, object)
    opened = Signal()
    take_back_wanted = Signal(object)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show nobody yet."""
        words = context.words
        super().__init__(context, words("people.known.title"), padding_px=24, parent=parent)
        self._context = context
        self._entry: Entry[Contact] | None = None
        self._country = ""
        self._is_form_kept = False
        self.form: ContactForm | None = None
        self.rows: list[KnownRow] = []
        self.lead = Label(words("people.known.lead"), "hint", parent=self)
        self.none = Label(words("people.known.none"), parent=self)
        self.advice = Card(context, kind="soft", padding_px=14, parent=self)
        self.advice.body.setSpacing(0)
        self.advice.body.addWidget(Label(words("people.known.advice"), "strong", parent=self.advice))
        self.advice.body.addWidget(Label(words("people.known.advice.note"), parent=self.advice))
        self.keep = Button(context, words("people.known.keep"), parent=self)
        self.stop = Button(context, words("people.known.stop"), "quiet", parent=self)
        self.add = Button(context, words("people.known.add"), icon="plus", parent=self)
        for name in ("lead", "none", "advice", "keep", "stop", "add"):
            getattr(self, name).setObjectName(name)
        self.line = button_line(context, (self.keep, self.stop, self.add), self)
        for widget in (self.lead, self.none, self.line, self.advice):
            self.body.addWidget(widget)
        self.body.setSpacing(context.theme.gap_px(14))
        self.keep.clicked.connect(self._on_keep)
        self.stop.clicked.connect(self.close_form)
        self.add.clicked.connect(self._on_add)
        self.close_form()

    @property
    def is_open(self) -> bool:
        """Whether somebody is being typed."""
        return self.form is not None

    def show_held(self, held: PeopleHeld) -> None:
        """List who is kept."""
        self._country = held.country
        for row in self.rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        last = len(held.contacts) - 1
        self.rows = [
            KnownRow(self._context, entry, is_last=n == last, parent=self)
            for n, entry in enumerate(held.contacts)
        ]
        for row in self.rows:
            row.told_now.connect(self._on_told_now)
            row.change_wanted.connect(self.open_form)
            row.take_back_wanted.connect(self.take_back_wanted)
            self.body.insertWidget(self.body.indexOf(self.none), row)
        self.none.setVisible(not self.rows and not self.is_open)

    def open_form(self, entry: Entry[Contact] | None = None) -> None:
        """Ask for one more, or for what is known of one."""
        self.close_form()
        self._entry = entry
        form = self.form = ContactForm(self._context, entry, country=self._country, parent=self)
        form.setObjectName("form")
        for name in ("name", "relation", "handle", "phone"):
            getattr(form, name).changed.connect(self._on_typed)
        self.body.insertWidget(self.body.indexOf(self.line), form)
        form.show()
        self._show()
        self.opened.emit()
        form.name.setFocus()

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
        """Forget what was typed, if that is what was kept."""
        if self.form is not None and self._is_form_kept:
            self.form.taken_up()
            self.close_form()
        self._is_form_kept = False

    def _show(self) -> None:
        for widget in (self.keep, self.stop):
            widget.setVisible(self.is_open)
        self.add.setVisible(not self.is_open)
        self.none.setVisible(not self.rows and not self.is_open)
        self._on_typed()

    def _on_typed(self, _text: str = "") -> None:
        self.keep.setEnabled(self.form is not None and not self.form.is_empty)

    def _on_add(self) -> None:
        self.open_form()

    def _on_keep(self) -> None:
        if self.form is not None and not self.form.is_empty:
            self._is_form_kept = True
            self.kept.emit(self.form.contact(self._context.clock.now().utc), self._entry)

    def _on_told_now(self, entry: Entry[Contact]) -> None:
        self.kept.emit(replace(entry.fact, told_at=self._context.clock.now().utc), entry)
