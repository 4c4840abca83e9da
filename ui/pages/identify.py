# SPDX-License-Identifier: MIT
"""Finding the ID: left is shown where it stands, right it is typed or pasted and compared with a picture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.guide.plan import is_words_only
from app.identify.platforms import VerdictKind
from app.model import Account, Entry, Exhibit
from ui.override import override
from ui.widgets.account_form import AccountForm
from ui.widgets.button import Button
from ui.widgets.card import Card, rule
from ui.widgets.kept_account import KeptAccount
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.picture_link import PictureLink
from ui.widgets.platform_guide import PlatformGuide
from ui.widgets.rows import Columns
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from app.vault import Vault

# What the two buttons say for each verdict: the main one, and the one beside it. Source: mock/07, 07b, 07c
BUTTONS = {
    VerdictKind.ACCEPTED: ("keep", "not"),
    VerdictKind.UNUSUAL: ("again", "keep.odd"),
    VerdictKind.COPY_SLIP: ("again", "keep.odd"),
    VerdictKind.CONVERSATION_ID: ("again", "keep.odd"),
    VerdictKind.NOT_A_PERSON: ("again", "keep.odd"),
    VerdictKind.DISPLAY_NAME: ("again", "keep.name"),
}
QUIET = frozenset({"not", "stop"})


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the page shows of the vault."""

    accounts: tuple[Entry[Account], ...]
    exhibits: tuple[Exhibit, ...]


class IdentifyPage(Page):
    """One page for every platform; all it knows of them is in their files.

    Signals:
        account_kept: an account was added or changed; carries its entry.
    """

    title_key = "id.page.title"

    account_kept = Signal(object)
    _entry: Entry[Account] | None
    _wanted: str | None

    @override
    def open_with(self, detail: object) -> None:
        """Begin with an exhibit (its id) or an account to change (its entry)."""
        if isinstance(detail, Entry) and isinstance(detail.fact, Account):
            self._on_change_wanted(detail)
        elif isinstance(detail, str):
            self._wanted = detail
        self.refresh()

    @override
    def refresh(self) -> None:
        """Show what is kept, and offer the pictures there are."""
        if self.context.session.is_open:
            self.form.restore()
            self.context.session.run(_read, owner=self, then=self._on_read)
        self._show_buttons()

    @override
    def _build(self) -> None:
        words = self.context.words
        self._entry = None
        self._wanted = None
        self._has_kept = False
        self.guide = PlatformGuide(self.context, parent=self)
        self.card = Card(self.context, words("id.page.yours"), parent=self)
        self.form = AccountForm(self.context, drafts="identify", parent=self)
        self.form.url.hide()
        self.link = PictureLink(self.context, parent=self)
        self.stored = Verdict(self.context, parent=self)
        self.main = Button(self.context, words("id.page.keep"), "big", parent=self)
        self.other = Button(self.context, words("id.page.not"), "big_quiet", parent=self)
        self.kept = Card(self.context, words("id.page.kept"), padding_px=24, parent=self)
        self.kept.hide()
        self.name_children()

    @override
    def _lay_out(self) -> None:
        self.lead = Label(self.context.words("id.page.lead"), parent=self)
        self.content.addWidget(self.lead)
        self.card.body.setSpacing(self.context.theme.gap_px(14))
        self.card.body.addWidget(self.form)
        self.link.show_crop_in(self.form.column, self.form.column.indexOf(self.form.strip))
        self.card.body.addWidget(rule(self.card))
        self.card.body.addWidget(self.link)
        buttons = QHBoxLayout()
        buttons.setSpacing(self.context.theme.gap_px(12))
        buttons.addWidget(self.main)
        buttons.addWidget(self.other)
        buttons.addStretch(1)
        right = QWidget(self)
        right.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.context.theme.gap_px(20))
        column.addWidget(self.card)
        column.addWidget(self.stored)
        column.addLayout(buttons)
        column.addWidget(self.kept)
        self.columns = Columns(self.context, parent=self)
        self.columns.add(self.guide, top=True)
        self.columns.add(right, top=True)
        self.content.addWidget(self.columns)

    @override
    def _connect(self) -> None:
        self.form.platform_changed.connect(self._on_platform_changed)
        self.form.changed.connect(self._on_form_changed)
        self.form.identifier.entered.connect(self.main.click)
        self.main.clicked.connect(lambda: self._act(self._choices()[0]))
        self.other.clicked.connect(lambda: self._act(self._choices()[1]))
        self._on_platform_changed(self.form.platform_id)

    def _choices(self) -> tuple[str, str]:
        """Return what the two buttons do now; empty for none."""
        kind = self.form.verdict.kind
        if self._entry is not None:
            return ("keep.change", "stop")
        if kind is not VerdictKind.EMPTY:
            return BUTTONS[kind]
        if self.form.name.text.strip():
            return ("keep.only", "")
        return ("go.on", "") if self._has_kept else ("keep", "")

    def _show_buttons(self) -> None:
        main, other = self._choices()
        self.main.set_words(self.context.words(f"id.page.{main}"))
        self.main.setEnabled(main == "go.on" or not self.form.is_empty)
        self.other.setVisible(bool(other))
        if other:
            self.other.set_words(self.context.words(f"id.page.{other}"))
            self.other.set_role("big_quiet" if other in QUIET else "big_secondary")

    def _act(self, choice: str) -> None:
        """Do what a button says."""
        acts = {"again": self.form.paste, "not": self.form.clear, "stop": self._stop, "go.on": self._go_on}
        acts.get(choice, self._keep)()

    def _keep(self) -> None:
        """Keep what is typed, as a new account or as the newest revision of one."""
        entry, now = self._entry, self.context.clock.now().utc
        account = self.form.account(now, before=entry.fact if entry else None)
        seen = self.link.seen_in
        exhibits = account.exhibits if seen is None else (*dict.fromkeys((*account.exhibits, seen.exhibit)),)
        account = replace(account, seen_in=seen, exhibits=exhibits)

        def job(vault: Vault) -> Entry[Account]:
            return vault.revise(entry.id, account) if entry else vault.add(account)

        self.main.setEnabled(False)
        self.context.session.run(job, owner=self, then=self._on_kept)

    def _stop(self) -> None:
        """Leave the kept account as it was."""
        self._entry = None
        self.form.clear()
        self.link.load(None)
        self._show_buttons()

    def _go_on(self) -> None:
        self.moved_on.emit("steps", None)

    def _on_kept(self, entry: Entry[Account]) -> None:
        """Say that it is kept, and be ready for the next one."""
        words = self.context.words
        self._stop()
        self.stored.say("good", words("id.page.stored"), words("id.page.stored.note"))
        self.account_kept.emit(entry)
        self.context.session.case_changed.emit()
        self.refresh()

    def _on_read(self, kept: _Kept) -> None:
        """Show the kept accounts, and offer the pictures."""
        theirs = [entry for entry in kept.accounts if not entry.fact.is_own]
        self._has_kept = bool(theirs)
        for row in self.kept.findChildren(KeptAccount):
            self.kept.body.removeWidget(row)
            row.deleteLater()
        for number, entry in enumerate(theirs, start=1):
            row = KeptAccount(self.context, entry, is_last=number == len(theirs), parent=self.kept)
            row.change_wanted.connect(self._on_change_wanted)
            self.kept.body.addWidget(row)
        self.kept.setVisible(self._has_kept)
        self.link.offer(kept.exhibits)
        if self._wanted is not None:
            self.link.choose(self._wanted)
            self._wanted = None
        self._show_buttons()

    def _on_change_wanted(self, entry: Entry[Account]) -> None:
        """Show a kept account in the form."""
        self._entry = entry
        self.stored.clear()
        self.form.load(entry.fact)
        self.link.load(entry.fact.seen_in)
        self._show_buttons()
        self.scroll_area.ensureWidgetVisible(self.form.identifier)
        self.form.identifier.setFocus()

    def _on_platform_changed(self, _platform: str) -> None:
        """Show where it stands on this platform."""
        platform = self.form.platform
        self.guide.setVisible(platform is not None)
        if platform is not None:
            self.guide.show_platform(platform)

    def _on_form_changed(self) -> None:
        if not self.form.is_empty:
            self.stored.clear()
        self._show_buttons()


def _read(vault: Vault) -> _Kept:
    """Read what the page shows; pictures from before an answer was changed stay set apart."""
    exhibits = () if is_words_only(vault.case().fact) else vault.exhibits()
    return _Kept(vault.entries(Account), exhibits)
