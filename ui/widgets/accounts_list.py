# SPDX-License-Identifier: MIT
"""The accounts used against the person, by who they say is behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.identify.people import easily_mistaken
from ui.widgets.account_card import AccountCard
from ui.widgets.button import Button
from ui.widgets.join_card import GroupHead
from ui.widgets.label import Label

if TYPE_CHECKING:
    from app.identify.people import Group
    from app.model import Account, Entry, EntryId
    from ui.context import Context
    from ui.kept_people import PeopleHeld

MOST = 12  # shown before more are asked for


class AccountsList(QWidget):
    """A card stays as it is, with the form that is open in it, until its account has another revision.

    Signals:
        name_kept: carries an entry, a name, and when it was seen.
        details_kept: carries an entry and the account with what was typed.
        change_wanted: carries an entry.
        take_back_wanted: carries an entry.
        split_wanted: carries the ids of accounts that are no more joined.
        regroup_wanted: carries a group.
    """

    name_kept = Signal(object, str, object)
    details_kept = Signal(object, object)
    change_wanted = Signal(object)
    take_back_wanted = Signal(object)
    split_wanted = Signal(object)
    regroup_wanted = Signal(object)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show none yet."""
        super().__init__(parent)
        self._context = context
        self._held: PeopleHeld | None = None
        self._is_whole = False
        self._to_focus: EntryId | None = None
        self.cards: dict[EntryId, AccountCard] = {}
        self.heads: list[GroupHead] = []
        self.none = Label(context.words("people.page.theirs.none"), "hint", parent=self)
        self.more = Button(context, "", "quiet", parent=self)
        for name in ("none", "more"):
            getattr(self, name).setObjectName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(context.theme.gap_px(14))
        self.column.addWidget(self.none)
        self.column.addWidget(self.more)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.more.clicked.connect(self._on_more)
        self.more.hide()

    def show_held(self, held: PeopleHeld) -> None:
        """Show each account under the one the person says is behind it."""
        self._held = held
        groups = held.groups
        all_of_them = [entry for group in groups for entry in group.accounts]
        shown = {entry.id for entry in (all_of_them if self._is_whole else all_of_them[:MOST])}
        known = [entry.fact for entry in all_of_them]
        self._empty(shown)
        for group in groups:
            self._add_group(group, shown, known, has_head=len(groups) > 1 or group.offender is not None)
        self.none.setVisible(not all_of_them)
        self.more.set_words(self._context.words("people.page.all", n=len(all_of_them)))
        self.more.setVisible(len(all_of_them) > len(shown))
        if self._to_focus in self.cards:
            self.cards[self._to_focus].buttons["name"].setFocus()
        self._to_focus = None

    def taken_up(self) -> None:
        """Forget what was typed in the forms: it is kept now."""
        for card in self.cards.values():
            if card.is_kept and card.form is not None:
                card.form.taken_up()
                card.close_form()
                self._to_focus = card.entry.id

    def _add_group(self, group: Group, shown: set[EntryId], known: list[Account], *, has_head: bool) -> None:
        entries = [entry for entry in group.accounts if entry.id in shown]
        if has_head and entries:
            head = GroupHead(self._context, group, parent=self)
            head.change_wanted.connect(self.regroup_wanted)
            head.split_wanted.connect(lambda one: self.split_wanted.emit([each.id for each in one.accounts]))
            self.heads.append(head)
            self._put(head)
        for entry in entries:
            self._put(self._card(entry, known, is_joined=group.offender is not None))

    def _card(self, entry: Entry[Account], known: list[Account], *, is_joined: bool) -> AccountCard:
        """Return the card there is, or a new one where anything in it is another."""
        refs = self._held.refs if self._held else {}
        alike = easily_mistaken(entry.fact, known)
        old = self.cards.get(entry.id)
        if old is not None and (old.entry, old.is_joined, old.alike) == (entry, is_joined, alike):
            old.refs = refs
            old.show()
            return old
        if old is not None:
            _let_go(old)
        card = AccountCard(self._context, entry, refs, alike=alike, is_joined=is_joined, parent=self)
        for signal in ("name_kept", "details_kept", "change_wanted", "take_back_wanted"):
            getattr(card, signal).connect(getattr(self, signal))
        card.split_wanted.connect(lambda one: self.split_wanted.emit([one.id]))
        self.cards[entry.id] = card
        return card

    def _put(self, widget: QWidget) -> None:
        self.column.insertWidget(self.column.indexOf(self.more), widget)

    def _empty(self, shown: set[EntryId]) -> None:
        """Take all out of the column; cards of accounts that are gone go with it."""
        for widget in (*self.heads, *self.cards.values()):
            self.column.removeWidget(widget)
        for head in self.heads:
            head.hide()
            head.deleteLater()
        self.heads = []
        for gone in [key for key in self.cards if key not in shown]:
            _let_go(self.cards.pop(gone))

    def _on_more(self) -> None:
        self._is_whole = True
        if self._held is not None:
            self.show_held(self._held)


def _let_go(card: AccountCard) -> None:
    """The card goes; what is typed in its form comes back when the form is opened again."""
    card.close_form()
    card.hide()
    card.deleteLater()
