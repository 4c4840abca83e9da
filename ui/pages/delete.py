# SPDX-License-Identifier: MIT
"""Deleting the whole case, in two steps: what it means, then the passphrase and a typed word."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer

from app.errors import VaultLocked
from ui.override import override
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.copies_list import CopiesList
from ui.widgets.delete_card import DeleteCard
from ui.widgets.label import Label
from ui.widgets.numbered_row import NumberedRow
from ui.widgets.page import Page
from ui.widgets.rows import flow_of

if TYPE_CHECKING:
    from app.vault import Vault

MEANS = (1, 2, 3)


class DeletePage(Page):
    """``moved_on``: ``settings`` (kept), ``report``, ``safe`` (a copy first). The session says it is gone."""

    title_key: ClassVar[str] = "settings.gone.title"

    @override
    def _build(self) -> None:
        context, words = self.context, self.context.words
        self._is_for_police = False
        self.back = Button(context, words("settings.gone.back"), "quiet", icon="back", parent=self)
        self.lead = Label(words("settings.gone.lead"), "lead", parent=self)
        self.police = Card(context, words("settings.gone.police.title"), padding_px=24, parent=self)
        self.means = [
            NumberedRow(context, n, words(f"settings.gone.police.{n}"), parent=self.police) for n in MEANS
        ]
        self.first = Card(context, words("settings.gone.first.title"), kind="soft", parent=self)
        self.first_note = Label(words("settings.gone.first"), parent=self.first)
        self.package = Button(
            context, words("settings.gone.first.package"), icon="package", parent=self.first
        )
        self.copy = Button(context, words("settings.gone.first.copy"), icon="save", parent=self.first)
        self.copies = CopiesList(context, parent=self)
        self.copies.title.set_words(words("settings.gone.copies.title"))
        self.copies.none.set_words(words("settings.gone.copies.none"))
        self.copies_note = Label(words("settings.gone.copies.note"), "small", parent=self)
        self.copies_lost = Label(words("settings.gone.copies.lost"), "small", parent=self)
        self.reach = Label(words("settings.gone.reach"), "small", parent=self)
        self.go_on = Button(context, words("settings.gone.go_on"), parent=self)
        self.keep = Button(context, words("settings.gone.keep"), "primary", parent=self)
        self.sure = DeleteCard(context, parent=self)
        self.name_children()

    @override
    def _lay_out(self) -> None:
        self.title_row.insertWidget(0, self.back)
        for row in self.means:
            self.police.body.addWidget(row)
        self.first.body.addWidget(self.first_note)
        gap = self.context.theme.gap_px(12)
        self.first.body.addWidget(flow_of((self.package, self.copy), gap, self.first))
        self.step = flow_of((self.keep, self.go_on), gap, self)
        notes = (self.copies_note, self.copies_lost, self.reach)
        self.add_text((self.lead, self.police, self.first, self.copies, *notes, self.step, self.sure))

    @override
    def _connect(self) -> None:
        for button in (self.back, self.keep):
            button.clicked.connect(self._leave)
        self.sure.kept.connect(self._leave)
        self.package.clicked.connect(partial(self.moved_on.emit, "report", None))
        self.copy.clicked.connect(partial(self.moved_on.emit, "safe", None))
        self.go_on.clicked.connect(self._on_go_on)
        self.sure.confirmed.connect(self._on_confirmed)
        self.context.session.locked.connect(self._on_locked)

    @override
    def refresh(self) -> None:
        """Ask from the first step on, and what is to be known of this case."""
        self.sure.forget()
        self.step.show()
        if self.context.session.is_open:
            self.copies.refresh()
            self.context.session.run(_standing, owner=self, then=self._show)

    def _show(self, standing: tuple[bool, bool]) -> None:
        self._is_for_police, has_copies = standing
        for part in (self.copies.title, self.copies_note, self.copies_lost):
            part.setVisible(has_copies)

    def _on_go_on(self) -> None:
        """The second step."""
        self.step.hide()
        self.sure.ask(is_for_police=self._is_for_police)
        QTimer.singleShot(0, self, lambda: self.scroll_area.ensureWidgetVisible(self.sure))

    def _on_confirmed(self, passphrase: str, police_said_so: bool) -> None:  # noqa: FBT001 - a signal's
        """Try the passphrase; it takes a second. Then the session deletes the case."""

        def job(vault: Vault) -> None:
            vault.check_may_be_deleted(passphrase, police_said_so=police_said_so)

        self.sure.begin()
        self.context.session.run(job, owner=self, then=self._on_allowed, otherwise=self._on_refused)

    def _on_allowed(self, _nothing: object) -> None:
        self.context.session.delete()

    def _on_refused(self, error: BaseException) -> None:
        if isinstance(error, VaultLocked):
            self.sure.forget()
        else:
            self.sure.refuse(error)

    def _leave(self) -> None:
        self.sure.forget()
        self.moved_on.emit("settings", None)

    def _on_locked(self, _why: str) -> None:
        """Hold no passphrase of a locked case."""
        self.sure.forget()


def _standing(vault: Vault) -> tuple[bool, bool]:
    """Return whether something waits for the police, and whether copies are known."""
    from app.model import CopyState  # noqa: PLC0415 - with the vault, after the first paint (G7)

    copies = [copy for copy in vault.copies() if copy.state is not CopyState.REMOVED]
    return vault.holds_what_is_apart(), bool(copies)
