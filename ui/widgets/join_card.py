# SPDX-License-Identifier: MIT
"""Which accounts are one somebody's: the person ticks them, names whom they mean, may split them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.identify.people import theirs
from app.typed import kept
from ui.legible import brief, legible
from ui.people_words import called
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.draft import Draft
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.name_form import button_line
from ui.widgets.tick_row import TickRow
from ui.widgets.verbatim import Verbatim
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from app.identify.people import Group
    from app.model import Account, Entry, Offender
    from ui.context import Context
    from ui.kept_people import PeopleHeld

FEWEST = 2


class JoinCard(Card):
    """Hidden while there is nothing to join. Nothing is ticked beforehand.

    Signals:
        joined: carries the name, the ids of the accounts, and the somebody it was before (or None).
        opened: accounts can be ticked.
    """

    joined = Signal(str, object, object)
    opened = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Ask nothing yet."""
        words = context.words
        super().__init__(context, words("people.join.title"), padding_px=24, parent=parent)
        self._context = context
        self._offender: Entry[Offender] | None = None
        self._accounts: tuple[Entry[Account], ...] = ()
        self.rows: dict[str, TickRow] = {}
        self.lead = Label(words("people.join.lead"), "hint", parent=self)
        self.which = Label(words("people.join.which"), "strong", parent=self)
        self.call_them = Field(
            context, words("people.join.label"), hint=words("people.join.label.hint"), parent=self
        )
        self.few = Verdict(context, parent=self)
        self.begin = Button(context, words("people.join.begin"), parent=self)
        self.keep = Button(context, words("people.join.keep"), parent=self)
        self.stop = Button(context, words("people.join.stop"), "quiet", parent=self)
        for name in ("lead", "which", "call_them", "few", "begin", "keep", "stop"):
            getattr(self, name).setObjectName(name)
        self._draft = Draft(context.session, "people.join.label", self.call_them, self)
        self.line = button_line(context, (self.begin, self.keep, self.stop), self)
        for widget in (self.lead, self.which, self.call_them, self.few, self.line):
            self.body.addWidget(widget)
        self.body.setSpacing(context.theme.gap_px(12))
        self.begin.clicked.connect(lambda: self.open_for(None))
        self.keep.clicked.connect(self._on_keep)
        self.stop.clicked.connect(self.close_form)
        self.call_them.entered.connect(self.keep.click)
        self.close_form()

    @property
    def is_open(self) -> bool:
        """Whether accounts are being ticked."""
        return not self.call_them.isHidden()

    def show_held(self, held: PeopleHeld) -> None:
        """Offer their accounts; what is ticked stays ticked."""
        before, self._accounts = self._accounts, theirs(held.accounts)
        self.setVisible(len(self._accounts) >= FEWEST)
        if self.is_open and before != self._accounts:
            ticked = {key for key, row in self.rows.items() if row.isChecked()}
            self._offer(ticked)

    def open_for(self, group: Group | None) -> None:
        """Ask which accounts belong together; of those that do, which ones do now."""
        self._offender = group.offender if group else None
        self._offer({entry.id for entry in group.accounts} if group else set())
        if self._offender is not None:
            self.call_them.set_text(self._offender.fact.label)
        self._show(is_open=True)
        self.opened.emit()
        next(iter(self.rows.values())).setFocus()

    def close_form(self) -> None:
        """Ask nothing."""
        if self._offender is not None:
            self.call_them.clear()
            self._draft.clear()
        self._offender = None
        self._offer(set(), accounts=())
        self._show(is_open=False)

    def taken_up(self) -> None:
        """Forget what was typed: it is kept now."""
        self.call_them.clear()
        self._draft.clear()
        self.close_form()
        self.begin.setFocus()

    def _offer(self, ticked: set[str], accounts: tuple[Entry[Account], ...] | None = None) -> None:
        """Show a row for each account."""
        for row in self.rows.values():
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        at = self.body.indexOf(self.which) + 1
        for place, entry in enumerate(self._accounts if accounts is None else accounts):
            said = self._said(entry.fact)
            row = TickRow(self._context, f"\u2068{said}\u2069", parent=self)  # it has a direction of its own
            row.setObjectName(f"tick_{place}")
            row.setAccessibleName(said.replace("\u200b", ""))
            row.setChecked(entry.id in ticked)
            row.clicked.connect(self.few.clear)
            self.body.insertWidget(at + place, row)
            row.show()
            self.rows[entry.id] = row

    def _said(self, account: Account) -> str:
        """Return platform, identifier and newest name, as they can stand in a row."""
        names = [account.display_names[-1].name] if account.display_names and account.stable_id else []
        parts = (self._context.catalogue.name_of(account.platform), called(self._context, account), *names)
        return " · ".join(brief(part) for part in parts if part)

    def _show(self, *, is_open: bool) -> None:
        for widget in (self.which, self.call_them, self.keep, self.stop):
            widget.setVisible(is_open)
        self.begin.setVisible(not is_open)
        self.few.clear()

    def _on_keep(self) -> None:
        """Join what is ticked; fewer than two are no pair."""
        words = self._context.words
        chosen = tuple(key for key, row in self.rows.items() if row.isChecked())
        if len(chosen) < FEWEST:
            self.few.say("hint", words("people.join.few"))
            return
        label = kept(self.call_them.text) or words("people.join.label.default")
        self.joined.emit(label, chosen, self._offender)


class GroupHead(QWidget):
    """Above accounts that the person joined: whom they mean, and that it is they who joined them.

    Signals:
        change_wanted: carries the group.
        split_wanted: carries the group.
    """

    change_wanted = Signal(object)
    split_wanted = Signal(object)

    def __init__(self, context: Context, group: Group, *, parent: QWidget | None = None) -> None:
        """Show whom the person means; of accounts that nobody joined, that they stand alone."""
        super().__init__(parent)
        words, offender = context.words, group.offender
        text = offender.fact.label if offender else words("people.join.alone")
        self.label = Verbatim(context, text, "h3", parent=self)
        self.note = Label(words("people.join.group", n=len(group.accounts)), "small", parent=self)
        self.note.setVisible(offender is not None)
        self.change = Button(context, words("people.join.change"), "quiet", parent=self)
        self.split = Button(context, words("people.join.split"), "quiet", parent=self)
        for button in (self.change, self.split):
            button.setAccessibleName(f"{button.text()} {legible(text)}")
        for name in ("label", "note", "change", "split"):
            getattr(self, name).setObjectName(name)
        self.line = button_line(context, (self.change, self.split), self)
        self.line.setVisible(offender is not None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, context.theme.gap_px(8), 0, 0)
        column.setSpacing(0)
        for widget in (self.label, self.note, self.line):
            column.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.change.clicked.connect(lambda: self.change_wanted.emit(group))
        self.split.clicked.connect(lambda: self.split_wanted.emit(group))
