# SPDX-License-Identifier: MIT
"""The path without pictures: who, what they said and want, and when, all in typed words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.model import Account, Demand, Entry
from ui.capture.setting import Subject
from ui.override import override
from ui.widgets.account_form import AccountForm
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.demand_form import DemandForm, own_demands
from ui.widgets.kept_account import KeptAccount
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.rows import Columns
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from app.vault import Vault


@dataclass(frozen=True, slots=True)
class _Known:
    """What the vault holds of this page."""

    accounts: tuple[Entry[Account], ...]
    demands: dict[str, Entry[Demand]]


class WordsOnlyPage(Page):
    """Enough for a report, without one picture."""

    title_key = "words.only.title"

    _entry: Entry[Account] | None
    _demands: dict[str, Entry[Demand]]

    @override
    def refresh(self) -> None:
        """Show what is kept, beside what was typed and not taken up."""
        if self.context.session.is_open:
            self.who.restore()
            self.want.restore()
            self.context.session.run(_read, owner=self, then=self._on_read)

    @override
    def _build(self) -> None:
        words = self.context.words
        self._entry = None
        self._demands = {}
        self.lead = Label(words("path.under18.lead"), parent=self)
        self.who_card = Card(self.context, words("words.only.who"), parent=self)
        self.who = AccountForm(self.context, drafts="words", parent=self.who_card)
        self.want = DemandForm(self.context, drafts="words", parent=self)
        self.rule = Card(self.context, words("path.under18.rule"), kind="soft", parent=self)
        self.adult = Label(words("path.under18.adult"), parent=self.rule)
        self.area = Card(self.context, words("path.under18.area.title"), padding_px=24, parent=self)
        self.area_how = Label(words("path.under18.area.how"), parent=self.area)
        self.draw = Button(self.context, words("path.under18.area.open"), icon="area", parent=self.area)
        self.kept_card = Card(self.context, words("words.only.kept"), padding_px=24, parent=self)
        self.stored = Verdict(self.context, parent=self)
        self.keep = Button(self.context, words("words.only.keep"), "big", parent=self)
        self.back = Button(self.context, words("facts.back"), "big_quiet", parent=self)
        self.kept_card.hide()
        self.name_children()

    @override
    def _lay_out(self) -> None:
        gap = self.context.theme.gap_px
        self.who_card.body.setSpacing(gap(14))
        self.who_card.body.addWidget(self.who)
        self.rule.body.addWidget(self.adult)
        right = QWidget(self)
        right.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap(20))
        self.area.body.setSpacing(gap(14))
        self.area.body.addWidget(self.area_how)
        self.area.body.addWidget(self.draw, 0, Qt.AlignmentFlag.AlignLeading)
        for widget in (self.want, self.area, self.kept_card):
            column.addWidget(widget)
        self.columns = Columns(self.context, parent=self)
        self.columns.add(self.who_card, top=True)
        self.columns.add(right, top=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(gap(12))
        buttons.addWidget(self.keep)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        for block in (self.lead, self.rule, self.columns, self.stored):
            self.content.addWidget(block)
        self.content.addLayout(buttons)

    @override
    def _connect(self) -> None:
        self.keep.clicked.connect(self._keep)
        self.draw.clicked.connect(lambda: self.moved_on.emit("capture", Subject(is_of_words=True)))
        self.back.clicked.connect(lambda: self.moved_on.emit("steps", None))

    def _keep(self) -> None:
        """Keep what is typed, in one go; an empty half is left out."""
        now, entry = self.context.clock.now().utc, self._entry
        account = None if self.who.is_empty else self.who.account(now, before=entry.fact if entry else None)
        made = self.want.demands({kind: each.fact for kind, each in self._demands.items()})

        def job(vault: Vault) -> None:
            if account is not None:
                _put(vault, entry, account)
            kept = own_demands(vault.entries(Demand))
            for demand in made:
                _put(vault, kept.get(demand.kind), demand)

        if account is not None or made:
            self.context.session.run(job, owner=self, then=self._on_kept)

    def _on_kept(self, _done: object) -> None:
        """Say that it is kept, and be ready for the next name."""
        words = self.context.words
        self._entry = None
        self.who.clear()
        self.want.taken_up()
        self.stored.say("good", words("id.page.stored"), words("id.page.stored.note"))
        self.context.session.case_changed.emit()
        self.refresh()
        QTimer.singleShot(0, self, lambda: self.scroll_area.ensureWidgetVisible(self.stored))

    def _on_read(self, known: _Known) -> None:
        """Show what is kept."""
        self._demands = known.demands
        self.want.load(known.demands)
        for row in self.kept_card.findChildren(KeptAccount):
            self.kept_card.body.removeWidget(row)
            row.deleteLater()
        theirs = [entry for entry in known.accounts if not entry.fact.is_own]
        for number, entry in enumerate(theirs, start=1):
            row = KeptAccount(self.context, entry, is_last=number == len(theirs), parent=self.kept_card)
            row.change_wanted.connect(self._on_change_wanted)
            self.kept_card.body.addWidget(row)
        self.kept_card.setVisible(bool(theirs))

    def _on_change_wanted(self, entry: Entry[Account]) -> None:
        """Show a kept account in the form."""
        self._entry = entry
        self.stored.clear()
        self.who.load(entry.fact)
        self.who.identifier.setFocus()


def _read(vault: Vault) -> _Known:
    """Read what the page shows."""
    return _Known(vault.entries(Account), own_demands(vault.entries(Demand)))


def _put(vault: Vault, entry: Entry[Account] | Entry[Demand] | None, fact: Account | Demand) -> None:
    """Keep a fact as a new entry, or as the newest revision of one."""
    if entry is None:
        vault.add(fact)
    else:
        vault.revise(entry.id, fact)
