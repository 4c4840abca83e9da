# SPDX-License-Identifier: MIT
"""One account used against the person: its identifier large, every name it had, and what else is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from ui.known_by import known_by
from ui.legible import brief, legible
from ui.people_words import better, called, moment, platform_of, strength_of, times
from ui.widgets.account_details import AccountDetails
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.fact_row import FactRow
from ui.widgets.focus_order import order_focus
from ui.widgets.identifier_strip import IdentifierStrip
from ui.widgets.label import Label
from ui.widgets.name_form import NameForm, button_line
from ui.widgets.rows import Columns, column_of
from ui.widgets.verbatim import Verbatim
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from app.model import Account, DisplayName, Entry, ExhibitId
    from ui.context import Context

LONGEST_STRIP = 80  # as where it is typed


class AccountCard(Card):
    """It shows one revision of an account; the page puts another card in its place for the next.

    Attributes:
        entry: what it shows.
        refs: the number of each picture.
        form: the form that is open in it; None while there is none.
        is_kept: what is typed in the form was given out to be kept.

    Signals:
        name_kept: one more name; carries the entry, the name, and when it was seen.
        details_kept: carries the entry, and the account with what was typed.
        change_wanted: its identifier is to be found or changed; carries the entry.
        take_back_wanted: carries the entry.
        split_wanted: it is no more joined with others; carries the entry.
    """

    name_kept = Signal(object, str, object)
    details_kept = Signal(object, object)
    change_wanted = Signal(object)
    take_back_wanted = Signal(object)
    split_wanted = Signal(object)

    def __init__(
        self,
        context: Context,
        entry: Entry[Account],
        refs: Mapping[ExhibitId, str],
        *,
        alike: Account | None = None,
        is_joined: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show the account.

        Args:
            context: for words and sizes.
            entry: the account.
            refs: the number of each picture.
            alike: another account that is easily taken for this one.
            is_joined: the person joined it with others.
            parent: Qt's.
        """
        super().__init__(context, padding_px=20, parent=parent)
        self._context = context
        self.refs = refs
        self.entry = entry
        self.is_joined = is_joined
        self.alike = alike
        self.setObjectName("account")
        self.form: NameForm | AccountDetails | None = None
        self.is_kept = False
        self._is_narrow = False
        self.body.setSpacing(context.theme.gap_px(14))
        self.sides = Columns(context, gap_px=32, parent=self)
        self._left, self._right = self._side(), self._side()
        self.body.addWidget(self.sides)
        self._add_identity(entry.fact)
        self._add_alike(entry.fact)
        self._add_facts(entry.fact)
        self._add_buttons(entry.fact)

    def _side(self) -> QVBoxLayout:
        """Return the column of one half of the card."""
        held = column_of((), self._context.theme.gap_px(8), self)
        self.sides.add(held, 1, top=True)
        column = held.layout()
        if not isinstance(column, QVBoxLayout):
            raise TypeError("not a column")
        return column

    def _add_identity(self, account: Account) -> None:
        """Platform, identifier and how well it leads to the account."""
        context = self._context
        self.platform = Verbatim(context, platform_of(context, account), "small", parent=self)
        shown = called(context, account)
        has_strip = bool(account.stable_id) and len(shown) <= LONGEST_STRIP and shown == legible(shown)
        self.identifier: IdentifierStrip | Verbatim
        if has_strip:
            self.identifier = IdentifierStrip(context, parent=self)
            is_number = not any(
                sign.isalpha() for sign in shown
            )  # with no letter for a digit to be taken for
            self.identifier.set_text(shown, names=not is_number)
        else:
            self.identifier = Verbatim(context, shown, "mono" if account.stable_id else "h3", parent=self)
        self.strength = Label(
            strength_of(context, account), "strong" if account.stable_id else "body", parent=self
        )
        self.better = Label(better(context, account), "small_ink", parent=self)
        ref = self.refs.get(account.seen_in.exhibit) if account.seen_in else None
        known = account.known_by or known_by(context.words, account, ref)
        self.known = Verbatim(context, known, "small", parent=self)
        for label in (self.better, self.known):
            label.setVisible(bool(label.words))
        for name in ("platform", "identifier", "strength", "better", "known"):
            widget: QWidget = getattr(self, name)
            widget.setObjectName(name)
            self._left.addWidget(widget)

    def _add_alike(self, account: Account) -> None:
        """Say kindly that another account looks the same."""
        self.look_twice = Verdict(self._context, parent=self)
        self.look_twice.setObjectName("look_twice")
        self._left.addWidget(self.look_twice)
        if self.alike is not None:
            words = self._context.words
            one, other = (brief(called(self._context, each)) for each in (account, self.alike))
            note = words("people.account.alike.note", one=one, other=other)
            self.look_twice.say("hint", words("people.account.alike"), note)

    def _add_facts(self, account: Account) -> None:
        """What is known besides, one line each; what is not known takes no room."""
        context, words = self._context, self._context.words
        if account.display_names and (account.stable_id or len(account.display_names) > 1):
            names = [self._name(one) for one in account.display_names]
            self._fact("shown", column_of(names, 0, self))
        elif account.display_names:
            self._text("times", self._seen_at(account.display_names[0]))
        moved = context.catalogue.name_of(account.moved_from) if account.moved_from else ""
        refs = ", ".join(self.refs[one] for one in account.exhibits if one in self.refs)
        mail = words("people.account.mail.kept") if account.headers else ""
        facts = {"times": times(context, account), "moved": moved, "url": account.profile_url or ""}
        for key, text in {**facts, "pictures": refs, "mail": mail}.items():
            self._text(key, text, lines=key == "times")
        self._text("note", account.note or "", lines=True)

    def _name(self, one: DisplayName) -> QWidget:
        name = Verbatim(self._context, one.name, "strong", parent=self)
        name.setObjectName("shown_name")
        return column_of((name, Label(self._seen_at(one), "small", parent=self)), 0, self)

    def _seen_at(self, one: DisplayName) -> str:
        return self._context.words("people.account.seen_at", at=moment(self._context, one.seen_at))

    def _text(self, key: str, text: str, *, lines: bool = False) -> None:
        if text:
            self._fact(key, Verbatim(self._context, text, lines=lines, parent=self))

    def _fact(self, key: str, value: QWidget) -> None:
        row = FactRow(self._context, self._context.words(f"people.account.{key}"), value, parent=self)
        row.setObjectName(f"fact_{key}")
        self._right.addWidget(row)

    def _add_buttons(self, account: Account) -> None:
        """What can be done with it; forms open below the card's own words."""
        words = self._context.words
        shown = legible(called(self._context, account))
        made = {
            "change": (
                words("people.account.change" if account.stable_id else "people.account.find"),
                lambda: self.change_wanted.emit(self.entry),
            ),
            "name": (words("people.account.name"), self.open_name),
            "details": (words("people.account.details"), self.open_details),
            "split": (words("people.account.split"), lambda: self.split_wanted.emit(self.entry)),
            "take_back": (words("people.account.take_back"), lambda: self.take_back_wanted.emit(self.entry)),
        }
        self.buttons: dict[str, Button] = {}
        for key, (said, act) in made.items():
            button = Button(self._context, said, "quiet", parent=self)
            button.setObjectName(key)
            button.setAccessibleName(f"{said} {shown}")
            button.clicked.connect(act)
            self.buttons[key] = button
        self.buttons["split"].setVisible(self.is_joined)
        self.line = button_line(self._context, tuple(self.buttons.values()), self)
        self.body.addWidget(self.line)

    def open_name(self) -> None:
        """Ask for one more name."""
        form = NameForm(self._context, drafts=f"people.{self.entry.id}", parent=self)
        form.name_kept.connect(self._on_name)
        form.stopped.connect(self.close_form)
        self._open(form)
        form.name.setFocus()

    def open_details(self) -> None:
        """Ask for what else is known."""
        form = AccountDetails(self._context, self.entry, self.refs, parent=self)
        form.details_kept.connect(self._on_details)
        form.stopped.connect(self.close_form)
        self._open(form)
        (form.headers if form.is_mail else form.first).edit.setFocus()

    def close_form(self) -> None:
        """Show the card alone; what is typed comes back when the form is opened again."""
        if self.form is not None:
            self.form.flush()
            self.body.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self.is_kept = False
        self.line.show()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one plain switch
        """Know how a form is to be shown that is opened later."""
        self._is_narrow = narrow

    def _on_name(self, name: str, at: datetime) -> None:
        self.is_kept = True
        self.name_kept.emit(self.entry, name, at)

    def _on_details(self, account: Account) -> None:
        self.is_kept = True
        self.details_kept.emit(self.entry, account)

    def _open(self, form: NameForm | AccountDetails) -> None:
        self.close_form()
        self.line.hide()
        self.form = form
        form.setObjectName("form")
        self.body.addWidget(form)
        if isinstance(form, AccountDetails):
            form.panel.set_narrow(self._is_narrow)
        form.show()
        order_focus(self)
